import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/commands/run.ts'
import {examples} from '../../src/examples/examples.ts'
import {runHere, runProcess} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

async function build(project: string): Promise<unknown> {
  return JSON.parse((await runHere(['build', '--edition', 'web', '--project', project, '--json'])).out)
}

/** Runs the command as if somebody typed the answers. */
async function runAsked(argv: readonly string[], directory: string, answers: readonly string[]) {
  const asked: string[] = []
  const left = [...answers]
  const terminal = {out: () => undefined, err: () => undefined, status: () => undefined, color: false}
  const status = await run(argv, {
    terminal,
    directory,
    environment: {},
    signal: new AbortController().signal,
    ask: (question) => {
      asked.push(question)
      return Promise.resolve(left.shift())
    },
  })
  return {status, asked}
}

describe('brief new', () => {
  it('writes a brief that builds at once, with the particulars given', async () => {
    await using project = await makeProject({})
    const ran = await runProcess([
      'new',
      'rain',
      '--title',
      'Rain: "more"',
      '--author',
      'Doe',
      '--project',
      project.path,
    ])
    expect(ran).toMatchObject({status: 0, err: ''})
    expect(ran.out).toContain('  content/rain/brief.md\n')
    expect(ran.out).toContain('build rain')
    expect(await build(project.path)).toMatchObject({briefs: [{name: 'rain', ok: true, messages: []}]})
    const page = await readFile(join(project.path, 'output/rain/index.html'), 'utf8')
    expect(page).toMatch(/<title>Rain: .*more/)
    expect(page).toContain('Doe')
    expect(page).not.toMatch(/Lines that begin|Notes to you/)
  })

  it.each(Object.keys(examples))('begins from the example %s without a message', async (example) => {
    await using project = await makeProject({})
    expect(await runHere(['new', 'mine', '--example', example, '--project', project.path])).toMatchObject({status: 0})
    expect(await build(project.path)).toMatchObject({briefs: [{name: 'mine', ok: true, messages: []}]})
  })

  it('lists the examples', async () => {
    const ran = await runHere(['new', '--example'])
    expect(ran.status).toBe(0)
    for (const name of Object.keys(examples)) expect(ran.out).toContain(`  ${name} `)
  })

  it('asks for what is not given, and takes its suggestion for an empty answer', async () => {
    await using project = await makeProject({})
    const {status, asked} = await runAsked(['new'], project.path, ['Rain in Aden, 2025', '', 'Doe, Roe', ''])
    expect(status).toBe(0)
    expect(asked).toHaveLength(4)
    const narrative = await readFile(join(project.path, 'content/rain-in-aden-2025/brief.md'), 'utf8')
    expect(narrative).toContain('title: "Rain in Aden, 2025"\n')
    expect(narrative).toContain('authors: ["Doe", "Roe"]\n')
  })

  it('asks nothing that is given, and leaves the example where no answer comes', async () => {
    await using project = await makeProject({})
    const {asked} = await runAsked(['new', 'rain', '--title', 'Rain'], project.path, [])
    expect(asked).toHaveLength(2)
    expect(await readFile(join(project.path, 'content/rain/brief.md'), 'utf8')).toContain('authors: [Your Name]\n')
  })

  it.each([
    ['years', 'year,Riders\n2024,10\n2025,12\n', true],
    ['names in a spreadsheet of Europe', 'Region;Tonnes;Share\nNorth;61;0,5\nCoast;173;\n', true],
    ['no numbers', 'name,city\nDoe,Aden\n', false],
    ['many rows', `year,mm\n${Array.from({length: 60}, (_, row) => `${1960 + row},${row}`).join('\n')}\n`, true],
    ['strange names', '"a.b","c ""d"""\n1,2\n', false],
  ])('begins from a file of your own: %s', async (_, rows, drawn) => {
    await using project = await makeProject({'elsewhere/My figures 2025.csv': rows})
    const file = join(project.path, 'elsewhere/My figures 2025.csv')
    expect(await runHere(['new', 'mine', '--data', file, '--project', project.path])).toMatchObject({status: 0})
    expect(await build(project.path)).toMatchObject({briefs: [{name: 'mine', ok: true, messages: []}]})
    expect((await readdir(join(project.path, 'content/mine'))).includes('charts')).toBe(drawn)
  })

  it.each([
    [['new', 'mine', '--data', 'none.csv'], 'no file `none.csv`'],
    [['new', 'mine', '--data', 'book.xlsx'], 'expected `.csv`'],
    [['new'], 'expected the name'],
    [['new', 'two words'], '`two-words`'],
    [['new', '../up'], 'unexpected name `../up`'],
    [['new', 'rain', '--example', 'startr'], 'expected `starter`'],
    [['new', 'rain', '--template', 'none'], 'expected `policy-brief`'],
    [['new', 'there'], 'stands already'],
  ])('refuses %j and writes nothing', async (argv, said) => {
    await using project = await makeProject({'data/there/x.csv': 'a\n'})
    const ran = await runHere([...argv, '--project', project.path])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(said)
    expect(await readdir(project.path)).toEqual(['data'])
  })
})
