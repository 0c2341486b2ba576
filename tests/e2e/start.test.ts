import {execFile} from 'node:child_process'
import {copyFile, readdir, readFile, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {runHere, runProcess} from '../support/run-brief.ts'
import {makeProject, type TempProject} from '../support/temp-project.ts'

const bundles = 'node_modules/.cache/policy-brief/program'
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program with the real start and one part, which says whence it came. */
async function makeProgram(): Promise<TempProject> {
  const program = await makeProject({
    'src/cli.ts': `export function start(keepCode: () => void) { console.log('sources'); keepCode() }`,
    [`${bundles}/cli-1.cjs`]: `exports.start = (keepCode) => { console.log('bundle for', sources); keepCode() }`,
    'package.json': '{"type": "module"}',
  })
  await copyFile(join(root, 'src/start.js'), join(program.path, 'src/start.js'))
  const {size, mtimeMs} = await stat(join(program.path, 'src/cli.ts'))
  const stamp = {parts: {'cli.ts': 'cli-1.cjs'}, stamps: [['cli.ts', size, mtimeMs]]}
  await program.write(`${bundles}/stamp.json`, JSON.stringify(stamp))
  return program
}

async function run({path}: TempProject): Promise<string> {
  const {stdout, stderr} = await promisify(execFile)(process.execPath, [join(path, 'src/start.js'), 'build'])
  expect(stderr).toBe('')
  return stdout.replace(/file:.*\/(?=src\/)/, '')
}

describe('start', () => {
  it('runs the bundle, and again with the compiled code that it kept', async () => {
    await using program = await makeProgram()
    expect(await run(program)).toBe('bundle for src/\n')
    const kept = join(program.path, bundles, 'cli-1.cjs.build.code')
    const {mtimeMs} = await stat(kept)
    expect(await run(program)).toBe('bundle for src/\n')
    expect((await stat(kept)).mtimeMs).toBe(mtimeMs)
  })

  it('replaces compiled code that V8 refuses', async () => {
    await using program = await makeProgram()
    const kept = join(program.path, bundles, 'cli-1.cjs.build.code')
    await writeFile(kept, 'no code')
    expect(await run(program)).toBe('bundle for src/\n')
    expect(await readFile(kept, 'latin1')).not.toBe('no code')
    expect((await readdir(join(program.path, bundles))).toSorted()).toEqual([
      'cli-1.cjs',
      'cli-1.cjs.build.code',
      'stamp.json',
    ])
  })

  it.each<[string, (program: TempProject) => Promise<void>]>([
    ['is older than a source', ({path}) => utimes(join(path, 'src/cli.ts'), 1, 1)],
    ['has no stamp', ({write}) => write(`${bundles}/stamp.json`, '')],
    ['does not have the part', ({write}) => write(`${bundles}/stamp.json`, '{"parts": {}, "stamps": []}')],
  ])('runs the sources when the bundle %s', async (_, change) => {
    await using program = await makeProgram()
    await change(program)
    expect(await run(program)).toBe('sources\n')
  })
})

describe('the bundle of the program', () => {
  it('makes the same editions as its sources', async () => {
    await promisify(execFile)(process.execPath, [join(root, '.ci/bundle.mjs')])
    await using project = await makeProject({
      'content/small/brief.md': `---\ntitle: Rain\n---\n\nIt rained {{most}} mm.[^a]\n\n::chart[Rain]{#fig-a spec="rain"}\n\n[^a]: *Read*.\n`,
      'content/small/charts/rain.vl.json': JSON.stringify({
        data: {name: 'rain'},
        mark: 'bar',
        encoding: {x: {field: 'year', type: 'ordinal'}, y: {field: 'rain', type: 'quantitative'}},
      }),
      'data/small/rain.csv': 'year,rain\n2023,41\n2024,38\n',
      'data/small/datapackage.json': JSON.stringify({
        name: 'rain',
        resources: [
          {
            name: 'rain',
            path: 'rain.csv',
            sources: [{title: 'The gauge'}],
            schema: {fields: ['year', 'rain'].map((name) => ({name, type: 'integer'}))},
          },
        ],
      }),
      'data/small/values.yaml': 'values:\n  most: {sql: SELECT max(rain) FROM rain}\n',
    })
    const flags = ['build', '--project', project.path, '--no-cache', '--output']
    const bundled = await runProcess([...flags, join(project.path, 'bundled')])
    const fromSources = await runHere([...flags, join(project.path, 'sources')])
    expect([bundled.status, fromSources.status]).toEqual([0, 0])
    const [made, expected] = await Promise.all(
      ['bundled', 'sources'].map((name) => readFile(join(project.path, name, 'small/manifest.json'), 'utf8')),
    )
    expect(made).toBe(expected)
    expect((await readdir(join(root, bundles))).filter((name) => name.endsWith('.build.code'))).toHaveLength(1)
  })
})
