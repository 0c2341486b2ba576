import {join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Sources} from '../../../../src/model/sources.ts'
import {evaluate} from '../../../../src/values/evaluate.ts'
import {validateBrief} from '../../../../src/sources/validate-brief.ts'
import {makeProject} from '../../../support/temp-project.ts'
import {told} from '../../../support/told.ts'

/**
 * Large files are read by the database and never become rows. Here files of every kind of mistake go both ways, and have
 * to give the same messages, at the same places, and the same values.
 */
interface Given {
  readonly fields: readonly Readonly<Record<string, unknown>>[]
  readonly schema?: Readonly<Record<string, unknown>>
  readonly resource?: Readonly<Record<string, unknown>>
  readonly text: string | Uint8Array
  readonly more?: readonly {readonly resource: object; readonly text: string}[]
  readonly values?: string
}

interface Found {
  readonly messages: readonly string[]
  readonly values: readonly (readonly [string, unknown])[]
  readonly rows: number | undefined
}

async function both({fields, schema = {}, resource = {}, text, more = [], values}: Given): Promise<[Found, Found]> {
  const files = {'t.csv': text, ...Object.fromEntries(more.map((one, index) => [`m${index}.csv`, one.text]))}
  await using project = await makeProject(files)
  const resources = [
    {name: 't', path: 't.csv', schema: {fields, ...schema}, ...resource},
    ...more.map((one, index) => ({name: `m${index}`, path: `m${index}.csv`, ...one.resource})),
  ]
  const read = async (disk: ReadonlyMap<string, string>): Promise<Found> => {
    const sources: Sources = {
      name: 'b',
      narrative: new VFile({path: 'content/b/brief.md', value: '---\ntitle: A\n---\n'}),
      package: new VFile({path: 'data/b/datapackage.json', value: JSON.stringify({resources})}),
      values: values === undefined ? undefined : new VFile({path: 'data/b/values.yaml', value: values}),
      data: new Map(
        Object.entries(files).map(([path, value]) => [
          path,
          new VFile({
            path: `data/b/${path}`,
            value: typeof value === 'string' ? new TextEncoder().encode(value) : value,
          }),
        ]),
      ),
      disk,
      charts: new Map(),
      images: new Map(),
    }
    const brief = await validateBrief(sources)
    const messages = [...sources.data.values(), sources.package].flatMap((file) => told(file))
    const computed = values === undefined || messages.length > 0 ? undefined : await evaluate(brief)
    const named = [...(computed?.values.values() ?? [])].map(({name, text: printed}) => [name, printed] as const)
    return {
      messages: [...messages, ...told(sources.values)],
      values: named,
      rows: brief.data?.tables.find(({name}) => name === 't')?.size,
    }
  }
  const small = await read(new Map())
  const large = await read(new Map([['t.csv', join(project.path, 't.csv')]]))
  return [small, large]
}

/** Both ways give the same; the large way has left no row in JavaScript, unless the file is no CSV. */
async function expectSame(given: Given, rows?: number): Promise<Found> {
  const [small, large] = await both(given)
  expect(large.messages).toEqual(small.messages)
  expect(large.values).toEqual(small.values)
  expect(large.rows).toBe(rows)
  return large
}

const x = (type: string, constraints: object = {}, more: object = {}): Given['fields'] => [
  {name: 'x', type, constraints, ...more},
  {name: 'y'},
]
const lines = (cells: readonly string[], head = 'x,y'): string =>
  `${head}\n${cells.map((cell) => `${cell},-\n`).join('')}`

describe('a large file', () => {
  it.each([
    ['integers', x('integer'), ['1', '+5', '007', '-3', '1.5', 'x', '', '12345678901234567890', '９', '1e3', ' 4']],
    ['numbers', x('number'), ['1.5', '.5', '5.', '1e3', '-2.25', '"1,5"', 'Infinity', '', '12345678901.123456789']],
    [
      'numbers of Europe',
      x('number', {}, {decimalChar: ',', groupChar: '.'}),
      ['"1.234,5"', '"7,25"', '1.5', '1234', '"1,2,3"'],
    ],
    ['days', x('date'), ['2022-02-28', '2022-02-30', '2022-2-3', '1/2/2022', '2022-10', '0001-01-01', '']],
    ['months', x('yearmonth'), ['2022-10', '2022-13', '2022', '']],
    ['years', x('year'), ['2022', '22', '2022-23', '']],
    ['nothing that fits', x('integer'), ['many', '', ...Array.from({length: 12}, (_, index) => `${index}.5`)]],
    [
      'nothing that fits, with gaps that are not allowed',
      x('date', {required: true}),
      ['', 'May', ...Array.from({length: 9}, () => 'June'), '', 'July'],
    ],
    ['nothing that fits, but too little to say so', x('integer'), ['many', 'few']],
    ['answers', x('boolean', {}, {trueValues: ['yes'], falseValues: ['no', 'n']}), ['yes', 'no', 'n', 'true', '']],
    ['bounds', x('integer', {minimum: 2, exclusiveMaximum: 5}), ['1', '2', '4', '5', '+6', '']],
    [
      'bounds of days',
      x('date', {minimum: '2020-01-01', maximum: '2020-12-31'}),
      ['2019-12-31', '2020-06-01', '2021-01-01'],
    ],
    ['bounds of numbers', x('number', {minimum: 0.5}), ['0.49', '0.5', '1e-9', '7']],
    ['choices', x('string', {enum: ['a', 'b']}), ['a', 'b', 'c', '']],
    ['choices of numbers', x('integer', {enum: [1, 2]}), ['1', '02', '3']],
    ['patterns', x('string', {pattern: '[A-Z]\\p{L}+'}), ['Aden', 'aden', 'Ä', '"Öde ""x"""', '']],
    ['lengths', x('string', {minLength: 2, maxLength: 3}), ['a', 'ab', '😀😀😀', 'abcd']],
    ['values that must be there', x('integer', {required: true}), ['1', '', '2', '[x]']],
    ['values that must differ', x('number', {unique: true}), ['1.5', '1.50', '2', '', '', '2', '2.0', '3']],
  ])('has the same messages: %s', async (_, fields, cells) => {
    const {messages} = await expectSame({fields, text: lines(cells)}, cells.length)
    expect(messages).not.toEqual([])
  })

  it('counts the mistakes that it does not show, over all columns', async () => {
    const cells = Array.from({length: 60}, (_, index) => (index % 3 === 0 ? 'x,1' : index % 3 === 1 ? '2,y' : 'x,z'))
    const fields = [
      {name: 'x', type: 'integer'},
      {name: 'y', type: 'integer', constraints: {required: true}},
    ]
    const {messages} = await expectSame({fields, text: `x,y\n${cells.join('\n')}\n`}, 60)
    expect(messages.at(-1)).toContain('60 more places')
  })

  it('finds its way through quotes, empty lines, a byte order mark and CR LF', async () => {
    const text = '\uFEFF"x",y\r\n\r\n1,"two\r\nlines, ""and"" a comma"\r\n\r\n"x1",b\r\n3,"c\r\nd"\r\nx2,e\r\n'
    const {messages} = await expectSame({fields: x('integer'), text}, 4)
    expect(messages).toHaveLength(2)
  })

  it.each([
    ['too few cells', 'x,y\n1,a\n2\n3,b\n'],
    ['too many cells', 'x,y\n1,a\n2,b,c\n'],
    ['a quote inside a cell', 'x,y\n1,a\n2,b"c\n'],
    ['a quote that never ends', 'x,y\n1,"a\n2,b\n'],
    ['text after a quote', 'x,y\n1,"a"b\n2,b\n'],
    ['mixed ends of lines', 'x,y\n1,a\r\nb,c\n'],
    ['bytes that are not UTF-8', new Uint8Array([...new TextEncoder().encode('x,y\n1,'), 0xff, 0x0a])],
    ['NUL', 'x,y\n1,a\0\n'],
    ['nothing but its head, without an end', 'x,y'],
  ])('is read as a small one where it is not CSV throughout: %s', async (_, text) => {
    const {messages} = await expectSame({fields: x('integer'), text})
    expect(messages).not.toEqual([])
  })

  it.each([
    ['another name', 'x,z\n1,a\n'],
    ['the wrong order', 'y,x\na,1\n'],
    ['a name twice', 'x,x\n1,1\n'],
    ['no rows', 'x,y\n'],
  ])('has the same messages on its head: %s', async (_, text) => {
    const {messages} = await expectSame({fields: x('integer'), text}, text.split('\n').length - 2)
    expect(messages).not.toEqual([])
  })

  it('has the same messages on its keys', async () => {
    const fields = [{name: 'x', type: 'integer'}, {name: 'y'}, {name: 'z', type: 'number'}]
    const schema = {primaryKey: ['x', 'y'], uniqueKeys: [['z']]}
    const text = 'x,y,z\n1,a,1.5\n1,b,2\n1,a,3\n,c,4\n2,,1.50\nq,d,6\n3,e,\n3,f,\n1,a,7\n'
    const {messages} = await expectSame({fields, schema, text}, 9)
    expect(messages).toHaveLength(6)
  })

  it.each([
    ['text', 'string', ['a', 'b', 'zz', '', 'zz', 'q']],
    ['numbers', 'integer', ['1', '2', '9', '', '10']],
    ['days', 'date', ['2022-01-01', '2022-01-02', '']],
  ])('has the same messages on what it refers to: %s', async (_, type, cells) => {
    const schema = {foreignKeys: [{fields: ['x'], reference: {resource: 'm0', fields: ['k']}}]}
    const more = [
      {
        resource: {schema: {fields: [{name: 'k', type}, {name: 'l'}]}},
        text: `k,l\n${cells
          .slice(0, 1)
          .map((cell) => `${cell},-\n`)
          .join('')}`,
      },
    ]
    const {messages} = await expectSame({fields: x(type), schema, more, text: lines(cells)}, cells.length)
    expect(messages).not.toEqual([])
  })

  it('has the same messages on what refers to it', async () => {
    const schema = {foreignKeys: [{fields: ['k'], reference: {resource: 't', fields: ['x']}}]}
    const more = [
      {
        resource: {schema: {fields: [{name: 'k', type: 'integer'}, {name: 'l'}], ...schema}},
        text: lines(['1', '7', '2'], 'k,l'),
      },
    ]
    const {messages} = await expectSame({fields: x('integer'), more, text: lines(['1', '2', '3'])}, 3)
    expect(messages).toHaveLength(1)
  })

  it('gives the same values', async () => {
    const fields = [
      {name: 'region'},
      {name: 'n', type: 'integer'},
      {name: 'm', type: 'number'},
      {name: 'day', type: 'date'},
      {name: 'ok', type: 'boolean'},
    ]
    const schema = {missingValues: ['', '[z]']}
    const text = `region,n,m,day,ok
Sindh,3,1.5,2022-01-02,true
Punjab,+4,.25,2022-01-01,false
,[z],1e2,,
Sindh,12,-0.125,2021-05-05,true
Balochistan,5,2.0,2020-02-29,
`
    const conditions = [
      '{region: Sindh}',
      '{region: [Sindh, Punjab]}',
      '{region: {not: Sindh}}',
      '{n: 4}',
      '{m: 2}',
      '{ok: true}',
      '{region: null}',
      '{day: "2022-01-01"}',
    ]
    const forms = [
      'sum: t.n',
      'sum: t.m',
      'count: t.n',
      'min: t.m',
      'max: t.day',
      'mean: t.m',
      'median: t.n',
      'first: t.day',
      'last: t.region',
    ]
    const short = forms.flatMap((form, index) => [
      `  a${index}: {${form}}`,
      ...conditions.map((where, at) => `  a${index}-${at}: {${form}, where: ${where}}`),
    ])
    const values = `values:
${short.join('\n')}
  one: {cell: t.n, where: {region: Punjab}}
  rank: {rank: {of: Sindh, in: t.n}}
  least: {rank: {of: a0-3, in: t.n, by: ascending}}
  top: {top: {of: t.region, by: t.n, count: 2}}
  bottom: {top: {of: t.n, by: t.m, order: ascending}, where: {region: {not: Punjab}}}
  query: {sql: SELECT sum(m) FROM t WHERE ok}
  several: {cell: t.n, where: {region: Sindh}}
  nowhere: {sum: t.n, where: {region: Sind}}
  neither: {rank: {of: Kabul, in: t.n}}
`
    const {values: computed, messages} = await expectSame({fields, schema, text, values}, 5)
    expect(computed.length).toBeGreaterThan(75)
    expect(messages).toHaveLength(3)
  })
})
