import {readFile, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/commands/run.ts'
import {examples} from '../../src/examples/examples.ts'
import {makeXlsx} from '../support/make-xlsx.ts'
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

/** What is begun from one's own data builds at once; the source is left to correct. */
const begun = {briefs: [{name: 'mine', ok: true, messages: [{id: 'package-source-todo'}]}]}

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
    ['years', 'year,Riders\n2024,10\n2025,12\n', 'line'],
    ['dates', 'date,price\n2025-01-31,1.5\n2025-02-28,2.5\n2025-03-31,2\n', 'line'],
    ['years and regions', 'year,region,mm\n2024,A,1\n2024,B,2\n2025,A,3\n2025,B,4\n', 'line'],
    ['a column a year', 'country,2023,2024,2025\nYemen,1,2,3\nOman,2,3,4\n', 'line'],
    ['names in a spreadsheet of Europe', 'Region;Tonnes;Share\nNorth;61;0,5\nCoast;173;\n', 'bar'],
    ['names that come again', 'province,district,deaths\nA,x,3\nA,y,4\nB,z,9\n', 'bar'],
    ['no numbers', 'name,city\nDoe,Aden\n', undefined],
    ['one column', 'name\nAden\n', undefined],
    ['many rows', `year,mm\n${Array.from({length: 60}, (_, row) => `${1960 + row},${row}`).join('\n')}\n`, 'line'],
    ['strange names', '"a.b","c ""d"""\n1,2\n', undefined],
  ])('begins from a file of your own: %s', async (_, rows, drawn) => {
    await using project = await makeProject({'elsewhere/My figures 2025.csv': rows})
    const file = join(project.path, 'elsewhere/My figures 2025.csv')
    expect(await runHere(['new', 'mine', '--data', file, '--project', project.path])).toMatchObject({
      status: 0,
      err: '',
    })
    expect(await build(project.path)).toMatchObject(begun)
    const chart = await readFile(join(project.path, 'content/mine/charts/data.vl.json'), 'utf8').catch(() => undefined)
    expect(/"mark": (?:\{\s*"type": )?"(\w+)"/.exec(chart ?? '')?.[1]).toBe(drawn)
  })

  it('says whose the highest figure is, and as of when', async () => {
    const rows = 'region,year,rate\nNorth,2024,9.5\nNorth,2025,1.25\nCoast,2024,3\nCoast,2025,4.5\n'
    await using project = await makeProject({'rates.csv': rows})
    const file = join(project.path, 'rates.csv')
    await runHere(['new', 'mine', '--data', file, '--project', project.path])
    await build(project.path)
    const page = await readFile(join(project.path, 'output/mine/index.html'), 'utf8')
    expect(page).toContain('<em>Rate</em> was highest for Coast, with 4.5 (2025).')
  })

  it('begins from a workbook, and from text in the encodings of spreadsheets', async () => {
    const text = 'Jahr;Größe\n2024;1,5\n2025;2,5\n'
    await using project = await makeProject({})
    const given = {
      'book.xlsx': makeXlsx([
        {
          name: 'Rain',
          rows: [
            ['year', 'mm'],
            [2024, 38],
            [2025, 57],
          ],
        },
      ]),
      'utf16.csv': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'latin.csv': Buffer.from(text, 'latin1'),
    }
    for (const [name, bytes] of Object.entries(given)) {
      const file = join(project.path, name)
      await writeFile(file, bytes)
      const brief = name.slice(0, name.indexOf('.'))
      expect(await runHere(['new', brief, '--data', file, '--project', project.path])).toMatchObject({status: 0})
    }
    expect(await readFile(join(project.path, 'data/latin/latin.csv'), 'utf8')).toBe(text)
    const one = {ok: true, messages: [{id: 'package-source-todo'}]}
    expect(await build(project.path)).toMatchObject({briefs: [one, one, one]})
  })

  it('asks for the template where there are several', async () => {
    await using project = await makeProject({'templates/own/template.json': '{}'})
    const {status, asked} = await runAsked(['new', 'rain'], project.path, ['Rain', 'Doe', 'policy-brief', ''])
    expect(status).toBe(0)
    expect(asked[2]).toContain('own or policy-brief')
    expect(asked).toHaveLength(4)
  })

  it.each([
    [['new', 'mine', '--data', 'none.csv'], 'no file `none.csv`'],
    [['new', 'mine', '--data', 'book.pdf'], 'expected `.csv`'],
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
