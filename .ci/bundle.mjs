// Bundles each part of the program (the command, its threads) with its libraries into one script, from which src/start.js
// runs it faster than from its sources. It runs at the end of `npm ci`; without it the sources run, with the same result.
import {createHash} from 'node:crypto'
import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const parts = ['cli.ts', 'effects/chart-worker.ts', 'effects/picture-worker.ts']

/** What finds files beside itself, and what a build never needs. */
const external = [/^@duckdb\/node-bindings/, /^puppeteer/, /^pdfjs-dist/]

const sources = fileURLToPath(new URL('../src', import.meta.url))
/** The folder that npm packs is named; what stands there is never old, as its sources are not there. */
const packed = process.argv[2]
const folder = packed ?? fileURLToPath(new URL('../node_modules/.cache/policy-brief/program', import.meta.url))

async function bundleAll() {
  // First, so that a file that changes while it is bundled makes the bundle old.
  const stamps = packed === undefined ? await stampAll() : []
  const files = new Map()
  await mkdir(folder, {recursive: true})
  for (const part of parts) {
    const code = await bundle(part)
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
    // Named by its content: compiled code that was kept for another content must never be taken for it.
    const file = `${part.replaceAll(/^.*\/|\.ts$/g, '')}-${hash}.cjs`
    files.set(part, file)
    // At once: other runs of the program may be reading it.
    await writeFile(join(folder, `${file}.new`), code)
    await rename(join(folder, `${file}.new`), join(folder, file))
  }
  // Last, and at once: what the stamp does not name is not used.
  await writeFile(join(folder, 'stamp.new'), JSON.stringify({parts: Object.fromEntries(files), stamps}))
  await rename(join(folder, 'stamp.new'), join(folder, 'stamp.json'))
  const old = (await readdir(folder)).filter((name) => ![...files.values()].some((file) => name.startsWith(file)))
  for (const name of old) if (name !== 'stamp.json') await rm(join(folder, name), {force: true})
}

/** Size and time of every file that the bundles are made of; what npm installed has one file that stands for it. */
async function stampAll() {
  const entries = await readdir(sources, {recursive: true, withFileTypes: true})
  const own = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name))
  const others = ['package.json', 'node_modules/.package-lock.json'].map((path) => join(sources, '..', path))
  return await Promise.all(
    [...own, ...others].map(async (path) => {
      const {size, mtimeMs} = await stat(path)
      return [inSources(path), size, mtimeMs]
    }),
  )
}

async function bundle(part) {
  const {rolldown} = await import('rolldown')
  const made = await rolldown({
    input: join(sources, part),
    platform: 'node',
    external,
    // Vega's canvas for Node looks for a library that draws pixels, and waits for it, which no script may.
    resolve: {alias: {'vega-canvas': packageFile('vega-canvas').replace('.node.js', '.browser.js')}},
    plugins: [placesOfSources, pageBundle],
    logLevel: 'silent',
  })
  const {output} = await made.generate({format: 'cjs', codeSplitting: false})
  await made.close()
  return output[0].code
}

/** A module finds files as if it still stood in its place in src/: a bundle is given that folder's address, `sources`. */
const placesOfSources = {
  name: 'places-of-sources',
  transform(code, id) {
    if (!id.startsWith(sources + sep)) return undefined
    const url = `new URL(${JSON.stringify(inSources(id))}, sources)`
    return code
      .replaceAll('import.meta.url', `${url}.href`)
      .replaceAll('import.meta.dirname', `require('node:path').dirname(require('node:url').fileURLToPath(${url}))`)
  },
}

/** What takes the types off the code that runs in the browser's page takes a while to load: it is done here. */
const pageBundle = {
  name: 'page-bundle',
  async load(id) {
    if (id !== join(sources, 'effects/page-bundle.ts')) return undefined
    const {createPageBundle} = await import(pathToFileURL(id).href)
    const text = JSON.stringify(await createPageBundle())
    return {code: `export const createPageBundle = () => Promise.resolve(${text})`, moduleType: 'js'}
  },
}

function inSources(path) {
  return relative(sources, path).replaceAll(sep, '/')
}

function packageFile(name) {
  return fileURLToPath(import.meta.resolve(name))
}

try {
  await bundleAll()
} catch (cause) {
  console.warn(`The program could not be bundled, so it runs from its sources and starts more slowly: ${cause.message}`)
}
