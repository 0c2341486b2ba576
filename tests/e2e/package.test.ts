import {execFile, execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readdir, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import manifest from '../../package.json' with {type: 'json'}

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
let folder = ''
let program = ''

/**
 * Installs what `npm pack` gives into an empty folder, as `npm install` would, but for the libraries: they are those of
 * this checkout, by links, and only those that the package asks for. So the test needs no network.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-installed-'))
  const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', folder], {cwd: root, maxBuffer: 1e8})
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{filename: string}]
  const modules = join(folder, 'node_modules')
  await mkdir(modules)
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', modules])
  await run('mv', [join(modules, 'package'), join(modules, 'policy-brief')])
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), {recursive: true})
    await symlink(join(root, 'node_modules', name), join(modules, name))
  }
  program = join(modules, 'policy-brief', manifest.bin.brief)
}, 300_000)

afterAll(() => rm(folder, {recursive: true, force: true}))

async function brief(...argv: string[]): Promise<string> {
  return (await run(process.execPath, [program, ...argv], {cwd: folder})).stdout
}

describe('the package', () => {
  it('has the program, its types, templates and examples, and no tests', async () => {
    const files = await readdir(join(folder, 'node_modules/policy-brief'), {recursive: true})
    for (const path of ['dist/start.js', 'dist/index.d.ts', 'templates/policy-brief/template.json', 'LICENSE']) {
      expect(files).toContain(path)
    }
    expect(files.filter((path) => /(?:^|\/)tests?(?:\/|$)|\.test\.|(?<!\.d)\.ts$/.test(path))).toEqual([])
  })

  it('offers the command, which builds what `brief new` wrote', async () => {
    expect(await brief('--version')).toBe(`${manifest.version}\n`)
    await brief('new', 'rain', '--title', 'Rain')
    const built = JSON.parse(await brief('build', '--json')) as unknown
    expect(built).toMatchObject({briefs: [{name: 'rain', ok: true, messages: [], pages: 2}]})
    expect(await readdir(join(folder, 'output/rain'))).toEqual(expect.arrayContaining(['index.html', 'rain.pdf']))
  })

  it('also runs without its bundles', async () => {
    await rm(join(folder, 'node_modules/policy-brief/dist/program'), {recursive: true})
    const built = JSON.parse(await brief('build', '--json', '--edition', 'print')) as unknown
    expect(built).toMatchObject({briefs: [{ok: true, pages: 2}]})
  })

  it('is a library with types', async () => {
    const code = "import {buildBrief} from 'policy-brief'; console.log(typeof buildBrief)"
    const {stdout} = await run(process.execPath, ['--input-type=module', '--eval', code], {cwd: folder})
    expect(stdout).toBe('function\n')
  })
})
