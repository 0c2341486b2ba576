import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {runHere} from '../../support/run-brief.ts'
import {makeXlsx} from '../../support/make-xlsx.ts'
import {makeProject} from '../../support/temp-project.ts'

interface Described {
  readonly resources: readonly {
    readonly name: string
    readonly dialect?: unknown
    readonly schema: {readonly fields: readonly {name: string; type: string}[]} & Record<string, unknown>
  }[]
}

const csv =
  '\uFEFFRegion name;year;count;rate;since;open;code\nNorth;2020;5;1.5;2020-01-31;true;007\nSouth;2020;..;2;2020-02-01;false;008\n'

it('describes a file by its cells, so that the brief builds', async () => {
  await using project = await makeProject({
    'content/b/brief.md': '---\ntitle: T\n---\n\n{{n}}\n',
    'data/b/new file.csv': csv,
    'data/b/list.json': '[{"a": 1, "b": "x"}, {"a": 2}]',
    'data/b/values.yaml': 'values:\n  n: {sum: new-file.count}\n',
  })
  const added = await runHere(['data', 'add', 'data/b/new file.csv'], project.path)
  expect([added.status, added.err]).toEqual([0, ''])
  expect(added.out).toContain('added `new-file` with 7 fields')
  expect((await runHere(['data', 'add', 'data/b/list.json'], project.path)).status).toBe(0)
  const described = JSON.parse(await readFile(join(project.path, 'data/b/datapackage.json'), 'utf8')) as Described
  const [first, second] = described.resources
  expect(first?.dialect).toEqual({delimiter: ';'})
  expect(first?.schema.fields.map(({name, type}) => `${name}: ${type}`)).toEqual([
    'Region name: string',
    'year: year',
    'count: integer',
    'rate: number',
    'since: date',
    'open: boolean',
    'code: string',
  ])
  expect(first?.schema['missingValues']).toEqual(['', '..'])
  expect(first?.schema['primaryKey']).toBe('Region name')
  expect(second?.schema.fields.map(({name, type}) => `${name}: ${type}`)).toEqual(['a: integer', 'b: string'])
  const checked = await runHere(['values', 'b', '--format', 'json', '--no-cache'], project.path)
  expect(JSON.parse(checked.out)).toMatchObject({briefs: [{values: [{name: 'n', text: '5'}]}]})
})

it('describes the first sheet of a workbook, so that the brief builds', async () => {
  await using project = await makeProject({
    'content/b/brief.md': '---\ntitle: T\n---\n\n{{n}}\n',
    'data/b/values.yaml': 'values:\n  n: {sum: new.count}\n',
  })
  const day = {xml: '<c s="1"><v>44865</v></c>'}
  const bytes = makeXlsx([
    {
      rows: [
        ['region', 'count', 'since'],
        ['North', 5, day],
        ['South', '..', day],
      ],
    },
  ])
  await writeFile(join(project.path, 'data/b/new.xlsx'), bytes)
  expect((await runHere(['data', 'add', 'data/b/new.xlsx'], project.path)).status).toBe(0)
  const described = JSON.parse(await readFile(join(project.path, 'data/b/datapackage.json'), 'utf8')) as Described
  const fields = described.resources[0]?.schema.fields.map(({name, type}) => `${name}: ${type}`)
  expect(fields).toEqual(['region: string', 'count: integer', 'since: date'])
  const checked = await runHere(['values', 'b', '--format', 'json', '--no-cache'], project.path)
  expect(JSON.parse(checked.out)).toMatchObject({briefs: [{values: [{name: 'n', text: '5'}]}]})
})

it.each([
  [['data', 'add'], 'expected <file>'],
  [['data', 'add', 'content/b/brief.md'], 'expected one below `data/<brief>/`'],
  [['data', 'add', 'data/b/x.txt'], 'unexpected kind of file'],
  [['data', 'add', 'data/b/none.csv'], 'no file'],
  [['data', 'add', 'data/b/odd.json'], 'unexpected content'],
  [['data', 'add', 'data/b/known.csv'], 'already'],
])('%j: %s', async (argv, words) => {
  await using project = await makeProject({
    'content/b/brief.md': '---\ntitle: T\n---\n',
    'data/b/odd.json': '{}',
    'data/b/known.csv': 'a,b\n1,2\n',
    'data/b/datapackage.json': '{"name": "b", "resources": [{"name": "known", "path": "known.csv"}]}',
  })
  const ran = await runHere(argv, project.path)
  expect(ran.status).toBe(2)
  expect(ran.err).toContain(words)
})
