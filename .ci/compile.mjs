// Makes dist/, which npm packs: the program as JavaScript with its types, what its pages load, and its bundles. It runs
// before `npm pack`; in a checkout the sources run as they are.
import {execFileSync} from 'node:child_process'
import {cp, mkdir, readdir, rm} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const client = join(dist, 'preview/client')

await rm(dist, {recursive: true, force: true})
compile('tsconfig.build.json')
for (const folder of ['page', 'reader', 'preview/client']) compile(`src/${folder}/tsconfig.build.json`)
for (const name of await readdir(join(root, 'src/preview/client'))) {
  if (/\.(?:html|css)$/.test(name)) await cp(join(root, 'src/preview/client', name), join(client, name))
}
await copyPdfScripts()
run(join(root, '.ci/bundle.mjs'), join(dist, 'program'))

/** Of pdf.js, which is large, the preview needs two files; with them goes its licence. */
async function copyPdfScripts() {
  const package_ = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  await mkdir(join(client, 'pdfjs'), {recursive: true})
  for (const path of ['build/pdf.min.mjs', 'build/pdf.worker.min.mjs', 'LICENSE']) {
    await cp(join(package_, path), join(client, 'pdfjs', path.replace('build/', '')))
  }
}

function compile(project) {
  run(join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, project))
}

function run(script, ...argv) {
  execFileSync(process.execPath, [script, ...argv], {cwd: root, stdio: 'inherit'})
}
