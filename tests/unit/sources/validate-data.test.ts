import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Sources} from '../../../src/model/sources.ts'
import {validateBrief} from '../../../src/sources/validate-brief.ts'
import {told} from '../../support/told.ts'

const fields = [
  {name: 'region', title: 'Region'},
  {name: 'attacks', type: 'integer', title: 'Attacks', group: 'Attacks', unit: 'per year', format: 'integer'},
]

interface Given {
  /** Changes to the resource `attacks`. */
  readonly resource?: Record<string, unknown>
  readonly schema?: Record<string, unknown>
  /** More resources of the package. */
  readonly more?: readonly unknown[]
  readonly top?: Record<string, unknown>
  readonly files?: Record<string, string | Uint8Array>
}

/** Validates a brief with one resource and tells the messages on the package and on the data files. */
async function validate({resource = {}, schema = {}, more = [], top = {}, files = {}}: Given) {
  const attacks = {name: 'attacks', path: 'attacks.csv', schema: {fields, ...schema}, ...resource}
  const described = new VFile({
    path: 'data/b/datapackage.json',
    value: JSON.stringify({resources: [attacks, ...more], ...top}, undefined, 1),
  })
  const data = Object.entries({'attacks.csv': 'region,attacks\nSindh,12\n', ...files}).map(([path, value]) => {
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
    return [path, new VFile({path: `data/b/${path}`, value: bytes})] as const
  })
  const sources: Sources = {
    name: 'b',
    narrative: new VFile({path: 'content/b/brief.md', value: '---\ntitle: A\n---\n'}),
    package: described,
    values: undefined,
    data: new Map(data),
    charts: new Map(),
    images: new Map(),
  }
  const brief = await validateBrief(sources)
  const file = sources.data.get(attacks.path)
  return {brief, tables: brief.data?.tables ?? [], described, file, inPackage: told(described), inData: told(file)}
}

/** Validates a CSV file of region and attacks. */
async function csv(text: string | Uint8Array, given: Given = {}) {
  return await validate({...given, files: {...given.files, 'attacks.csv': text}})
}

/** Validates one column, `x`, of a type. */
async function column(field: Record<string, unknown>, cells: readonly string[], schema: Record<string, unknown> = {}) {
  const lines = cells.map((cell) => `${cell},-`)
  return await csv(`x,y\n${lines.join('\n')}\n`, {schema: {fields: [{name: 'x', ...field}, {name: 'y'}], ...schema}})
}

describe('a data package', () => {
  it('gives tables with fields, rows, sources and dates', async () => {
    const {tables, brief, inPackage, inData} = await validate({
      resource: {
        title: 'Attacks by region',
        description: 'D',
        asOf: '2022-10',
        sources: [{title: 'PIPS', path: 'https://x.org'}],
      },
      more: [{name: 'plain', path: './more/plain.json', schema: {fields: [{name: 'a', type: 'number'}]}}],
      top: {title: 'T', licenses: [{name: 'CC-BY-4.0'}], sources: [{path: 'https://y.org'}]},
      files: {'more/plain.json': '[{"a": 1.5}, {}, {"a": null}]'},
    })
    expect([...inPackage, ...inData]).toEqual([])
    expect(tables).toEqual([
      {
        name: 'attacks',
        title: 'Attacks by region',
        description: 'D',
        asOf: '2022-10',
        path: 'data/b/attacks.csv',
        sources: [{title: 'PIPS', path: 'https://x.org'}],
        fields: [{name: 'region', type: 'string', title: 'Region'}, fields[1]],
        rows: [{region: 'Sindh', attacks: 12}],
      },
      {
        name: 'plain',
        title: 'plain',
        path: 'data/b/more/plain.json',
        sources: [{title: 'https://y.org', path: 'https://y.org'}],
        fields: [{name: 'a', type: 'number', title: 'a'}],
        rows: [{a: 1.5}, {a: null}, {a: null}],
      },
    ])
    expect(brief.data).toMatchObject({title: 'T', licenses: [{name: 'CC-BY-4.0'}]})
  })

  it('may hold properties that the program does not know', async () => {
    expect((await validate({top: {contributors: [], mine: 1}, resource: {bytes: 12, 'x-y': 1}})).inPackage).toEqual([])
  })

  it.each<[string, Given, string]>([
    [
      'a resource without a name',
      {resource: {name: undefined}},
      'shape-missing-name Unexpected resource without `name`',
    ],
    [
      'a name that SQL would have to quote',
      {resource: {name: 'a b'}},
      'shape-wrong-value Unexpected `a b`, expected a name of letters',
    ],
    ['a path of the wrong type', {resource: {path: ['a.csv']}}, 'shape-wrong-type Unexpected list, expected text'],
    ['a path upwards', {resource: {path: '../secret.csv'}}, 'package-path-outside Unexpected path `../secret.csv`'],
    ['an absolute path', {resource: {path: '/etc/x.csv'}}, 'package-path-outside Unexpected path `/etc/x.csv`'],
    ['an address', {resource: {path: 'https://x.org/a.csv'}}, 'package-path-outside'],
    ['a path of Windows', {resource: {path: 'a\\b.csv'}}, 'package-path-outside'],
    ['a spreadsheet', {resource: {path: 'a.ods'}}, 'package-file-unsupported Unexpected kind of file `a.ods`'],
    [
      'a file that is not there',
      {resource: {path: 'atacks.csv'}},
      'data-file-missing Unexpected path `atacks.csv` without a file, expected `attacks.csv`',
    ],
    ['no schema', {resource: {schema: undefined}}, 'shape-missing-name Unexpected resource without `schema`'],
    ['no fields', {schema: {fields: []}}, 'shape-wrong-type Unexpected empty list, expected at least one field'],
    [
      'an unknown type',
      {schema: {fields: [{name: 'x', type: 'integr'}]}},
      'shape-wrong-value Unexpected `integr`, expected `integer`',
    ],
    [
      'a field twice',
      {schema: {fields: [...fields, {name: 'region'}]}},
      'package-field-duplicate Unexpected second field `region` of `attacks`',
    ],
    [
      'a resource twice',
      {more: [{name: 'attacks', path: 'attacks.csv', schema: {fields}}]},
      'package-resource-duplicate Unexpected second resource `attacks`',
    ],
    ['another encoding', {resource: {encoding: 'latin1'}}, 'shape-wrong-value Unexpected `latin1`, expected `utf-8`'],
    [
      'a file without a header',
      {resource: {dialect: {header: false}}},
      'shape-wrong-type Unexpected `false`, expected a file with a header',
    ],
    [
      'a key of unknown fields',
      {schema: {primaryKey: ['regoin']}},
      'package-field-unknown Unexpected field `regoin` in the primary key of `attacks`, expected `region`',
    ],
    [
      'a unique key of unknown fields',
      {schema: {uniqueKeys: [['regoin']]}},
      'package-field-unknown Unexpected field `regoin` in the unique key',
    ],
    [
      'a foreign key of unknown fields',
      {schema: {foreignKeys: [{fields: 'regoin', reference: {fields: 'region'}}]}},
      'package-field-unknown Unexpected field `regoin` in the foreign key of `attacks`',
    ],
    [
      'a foreign key to an unknown resource',
      {schema: {foreignKeys: [{fields: 'region', reference: {resource: 'atacks', fields: 'region'}}]}},
      'package-resource-unknown Unexpected resource `atacks` in a foreign key, expected `attacks`',
    ],
    [
      'a foreign key to unknown fields',
      {schema: {foreignKeys: [{fields: 'region', reference: {fields: 'name'}}]}},
      'package-field-unknown Unexpected field `name` in the foreign key to `attacks`',
    ],
    [
      'an uneven foreign key',
      {schema: {foreignKeys: [{fields: ['region', 'attacks'], reference: {fields: 'region'}}]}},
      'package-foreign-key-length Unexpected foreign key of 2 to 1 fields',
    ],
    [
      'a bound of another type',
      {schema: {fields: [fields[0], {name: 'attacks', type: 'integer', constraints: {minimum: 'few'}}]}},
      'package-constraint-type Unexpected `few` in a constraint, expected a whole number',
    ],
    [
      'a choice of another type',
      {schema: {fields: [fields[0], {name: 'attacks', type: 'integer', constraints: {enum: [12, 'x']}}]}},
      'package-constraint-type Unexpected `x` in a constraint',
    ],
    [
      'a pattern that is none',
      {schema: {fields: [{name: 'region', constraints: {pattern: '('}}, fields[1]]}},
      'shape-wrong-value Unexpected `(`, expected a regular expression',
    ],
    [
      'a slip in a property',
      {resource: {titel: 'x'}},
      'package-property-misspelled Unexpected `titel`, expected `title`',
    ],
    [
      'a slip in a field',
      {schema: {fields: [fields[0], {...fields[1], constraint: {}}]}},
      'package-property-misspelled Unexpected `constraint`, expected `constraints`',
    ],
    ['a date that does not exist', {resource: {asOf: '2022-02-31'}}, 'shape-wrong-value Unexpected `2022-02-31`'],
    ['no resources', {top: {resources: []}}, 'shape-wrong-type Unexpected empty list, expected at least one resource'],
  ])('reports %s', async (_what, given, expected) => {
    const {inPackage} = await validate(given)
    expect(inPackage).toHaveLength(1)
    expect(inPackage[0]).toContain(expected)
  })

  it('is an object of JSON', async () => {
    for (const [text, expected] of [
      ['[]', 'shape-wrong-type'],
      ['{', 'source-json-syntax'],
    ] as const) {
      const file = new VFile({path: 'data/b/datapackage.json', value: text})
      const narrative = new VFile({value: '---\ntitle: A\n---\n'})
      const none = new Map<string, VFile>()
      await validateBrief({
        name: 'b',
        narrative,
        package: file,
        values: undefined,
        data: none,
        charts: none,
        images: none,
      })
      expect(told(file)).toEqual([expect.stringContaining(expected)])
    }
  })
})

describe('a CSV file', () => {
  it.each([
    ['commas', 'region,attacks\nSindh,12\n'],
    ['semicolons', 'region;attacks\nSindh;12\n'],
    ['tabs', 'region\tattacks\nSindh\t12\n'],
    ['a byte order mark and lines of Windows', '\uFEFFregion,attacks\r\nSindh,12\r\n'],
    ['empty lines', '\nregion,attacks\n\nSindh,12\n\n'],
    ['quotes', '"region","attacks"\n"Sindh","12"'],
  ])('may have %s', async (_what, text) => {
    const {tables, inData} = await csv(text)
    expect(inData).toEqual([])
    expect(tables[0]?.rows).toEqual([{region: 'Sindh', attacks: 12}])
  })

  it('may have quotes in quotes, and lines in cells', async () => {
    const {tables} = await csv('region,attacks\n"A ""b"", c\r\nd",1\n')
    expect(tables[0]?.rows[0]?.['region']).toBe('A "b", c\nd')
  })

  it('takes delimiter and quote from its dialect', async () => {
    const {tables, inData} = await csv("region|attacks\n'a|b'|1\n", {
      resource: {dialect: {delimiter: '|', quoteChar: "'"}},
    })
    expect(inData).toEqual([])
    expect(tables[0]?.rows).toEqual([{region: 'a|b', attacks: 1}])
  })

  it.each([
    ['an empty file', ' \n', '- data-file-empty Unexpected empty file'],
    ['a header alone', 'region,attacks\n', '- data-rows-none Unexpected header without rows'],
    ['a column that is missing', 'region\nSindh\n', '1:1 data-column-missing Unexpected header without `attacks`'],
    [
      'a misspelt column',
      'region,atacks\nSindh,1\n',
      '1:8 data-column-unknown Unexpected column `atacks`, expected `attacks`',
    ],
    ['a column too many', 'region,attacks,note\nSindh,1,x\n', '1:16 data-column-unknown Unexpected column `note`'],
    [
      'a column twice',
      'region,attacks,region\nSindh,1,x\n',
      '1:16 data-column-duplicate Unexpected second column `region`',
    ],
    [
      'columns in another order',
      'attacks,region\n1,Sindh\n',
      '1:1 data-column-order Unexpected column `attacks`, expected `region` here',
    ],
    [
      'a row too short',
      'region,attacks\n\nSindh,1\nPunjab\n',
      '4:1 data-row-ragged Unexpected 1 cell in row 2, expected 2',
    ],
    [
      'a row too long',
      'region,attacks\n"Sin,dh",1,000\n',
      '2:10 data-row-ragged Unexpected 3 cells in row 1, expected 2',
    ],
    [
      'a quotation without an end',
      'region,attacks\nA,1\nB,"2\nC,3\n',
      '3:3 data-csv-quote Unexpected end of the file inside quotes',
    ],
    ['text after a quotation', 'region,attacks\n"A"b,1\n', '2:1 data-csv-quote Unexpected text after a closing `"`'],
    ['a quotation inside a cell', 'region,attacks\nA "b",1\n', '2:1 data-csv-quote Unexpected `"` inside a cell'],
    [
      'a cell of another type',
      'region,attacks\n"A\nb",1\nSindh,"1,234"\n',
      '4:7 data-cell-type Unexpected `1,234` in column `attacks` of row 2, expected a whole number',
    ],
    ['a marker that the schema does not know', 'region,attacks\nSindh,[z]\n', '2:7 data-cell-type Unexpected `[z]`'],
  ])('is reported with %s', async (_what, text, expected) => {
    const {inData} = await csv(text)
    expect(inData).toHaveLength(1)
    expect(inData[0]).toContain(expected)
  })

  it('is reported at the first byte that is not UTF-8', async () => {
    const {inData} = await csv(Uint8Array.from([...Buffer.from('region,attacks\nCura'), 0xe7, 0x61, 0x6f, 0x2c, 0x31]))
    expect(inData).toEqual(['2:5 source-not-utf-8 Unexpected byte `0xE7`, expected text in UTF-8'])
  })

  it('shows the first mistakes and counts the rest', async () => {
    const {inData} = await csv(`region,attacks\n${'A,x\n'.repeat(1000)}A,1\n`)
    expect(inData).toHaveLength(21)
    expect(inData[19]).toContain('21:3 data-cell-type')
    expect(inData[20]).toContain('22:3 data-more Unexpected data in 980 more places')
  })

  it('says once of a column that nothing in it fits', async () => {
    const {inData} = await csv(`region,attacks\n${'A,x\n'.repeat(1000)}`)
    expect(inData).toEqual([
      '2:3 data-column-type Unexpected `x` in column `attacks` of row 1, and nothing that fits in its other 999 values, expected a whole number such as `1234`',
    ])
  })

  it('numbers rows as the author does when an earlier one is left out', async () => {
    const {inData} = await csv('region,attacks\nA\nB,x\n')
    expect(inData[1]).toContain('3:3 data-cell-type Unexpected `x` in column `attacks` of row 2')
  })

  it('need not fit the schema exactly when that says so', async () => {
    const {tables, inData} = await csv('note,attacks,region\nx,1,A\n', {schema: {fieldsMatch: 'subset'}})
    expect(inData).toEqual([])
    expect(tables[0]?.rows).toEqual([{region: 'A', attacks: 1}])
    expect((await csv('attacks,region\n1,A\n', {schema: {fieldsMatch: ['equal']}})).inData).toEqual([])
    const {tables: fewer} = await csv('region\nA\n', {schema: {fieldsMatch: 'superset'}})
    expect(fewer[0]?.rows).toEqual([{region: 'A', attacks: null}])
  })
})

describe('cells', () => {
  it.each([
    [{type: 'integer'}, ['1', '-2', '+3'], [1, -2, 3]],
    [{type: 'integer', groupChar: ' '}, ['1 234'], [1234]],
    [{type: 'number'}, ['1.5', '-.5', '1e3'], [1.5, -0.5, 1000]],
    [{type: 'number', decimalChar: ',', groupChar: '.'}, ['"1.234,5"'], [1234.5]],
    [{type: 'boolean'}, ['true', '0'], [true, false]],
    [{type: 'boolean', trueValues: ['yes'], falseValues: ['no']}, ['yes', 'no'], [true, false]],
    [{type: 'date'}, ['2024-02-29'], ['2024-02-29']],
    [{type: 'year'}, ['2022'], [2022]],
    [{type: 'yearmonth'}, ['2022-10'], ['2022-10']],
    [{type: 'string'}, [' a ', '007'], [' a ', '007']],
    [{}, ['', 'x'], [null, 'x']],
  ])('are typed by %j', async (field, cells, expected) => {
    const {tables, inData} = await column(field, cells)
    expect(inData).toEqual([])
    expect(tables[0]?.rows.map((row) => row['x'])).toEqual(expected)
  })

  it.each([
    ['integer', '1.0'],
    ['integer', ' 1'],
    ['integer', '99999999999999999999'],
    ['integer', '−1'],
    ['number', '1 000'],
    ['number', 'NaN'],
    ['number', '1e999'],
    ['boolean', 'yes'],
    ['date', '2022-02-29'],
    ['date', '2022-02'],
    ['date', '31/12/2022'],
    ['year', '22'],
    ['yearmonth', '2022-13'],
  ])('of type %s are not `%s`', async (type, cell) => {
    const {inData, tables} = await column({type}, [cell])
    expect(inData).toEqual([
      expect.stringContaining(`2:1 data-cell-type Unexpected \`${cell}\` in column \`x\` of row 1`),
    ])
    expect(tables[0]?.rows[0]?.['x']).toBeNull()
  })

  it('keep why they are missing', async () => {
    const missingValues = ['', '-', {value: '[z]', label: 'not applicable'}]
    const typed = await csv('region,attacks\nA,[z]\nB,-\n-,3\n', {schema: {missingValues}})
    expect(typed.inData).toEqual([])
    expect(typed.tables[0]?.rows).toEqual([
      {region: 'A', attacks: null},
      {region: 'B', attacks: null},
      {region: null, attacks: 3},
    ])
    expect(typed.tables[0]?.missing).toEqual({'0:attacks': '[z]'})
  })

  it("follow their field's own missing values", async () => {
    const {tables} = await column({missingValues: ['none']}, ['none', ''])
    expect(tables[0]?.rows.map((row) => row['x'])).toEqual([null, ''])
  })

  it.each<[Record<string, unknown>, string, string]>([
    [{constraints: {required: true}}, '', 'data-cell-missing Unexpected missing value in column `x` of row 1'],
    [{type: 'integer', constraints: {minimum: 0}}, '-1', 'expected at least `0` (`minimum`)'],
    [{type: 'integer', constraints: {minimum: '0'}}, '-1', 'expected at least `0` (`minimum`)'],
    [{type: 'integer', constraints: {maximum: 5}}, '6', 'expected at most `5` (`maximum`)'],
    [{type: 'number', constraints: {exclusiveMinimum: 0}}, '0', 'expected more than `0` (`exclusiveMinimum`)'],
    [{type: 'number', constraints: {exclusiveMaximum: 1}}, '1', 'expected less than `1` (`exclusiveMaximum`)'],
    [{type: 'date', constraints: {minimum: '2022-01-01'}}, '2021-12-31', 'expected at least `2022-01-01` (`minimum`)'],
    [{constraints: {enum: ['Sindh', 'Punjab']}}, 'Sind', 'expected `Sindh` or `Punjab` (`enum`)'],
    [{constraints: {pattern: '[A-Z]+'}}, 'aA', 'expected text that fits `[A-Z]+` (`pattern`)'],
    [{constraints: {minLength: 3}}, 'éé', 'expected at least 3 characters (`minLength`)'],
    [{constraints: {maxLength: 1}}, 'ab', 'expected at most 1 characters (`maxLength`)'],
  ])('are held to %j', async (field, cell, expected) => {
    const {inData} = await column(field, [cell])
    expect(inData).toEqual([expect.stringMatching(/^2:1 data-cell-(?:constraint|missing) /)])
    expect(inData[0]).toContain(expected)
  })

  it('are not repeated where they are unique', async () => {
    const {inData} = await column({constraints: {unique: true}}, ['a', '', 'b', '', 'a'])
    expect(inData).toEqual([
      '6:1 data-cell-duplicate Unexpected second `a` in column `x` of row 5, expected unique values; the first is in row 1',
    ])
    const unique = await csv('region,attacks\nA,1\nA,1\n', {schema: {uniqueKeys: [['region', 'attacks']]}})
    expect(unique.inData).toEqual([
      expect.stringContaining('Unexpected second `A, 1` in column `region, attacks` of row 2'),
    ])
  })

  it('name each row once where they are the primary key', async () => {
    const {inData} = await csv('region,attacks\nA,1\nA,2\n,3\n', {schema: {primaryKey: 'region'}})
    expect(inData).toEqual([
      expect.stringContaining('3:1 data-cell-duplicate Unexpected second `A`'),
      expect.stringContaining('4:1 data-cell-missing'),
    ])
  })

  it('refer to rows that are there', async () => {
    const regions = {name: 'regions', path: 'regions.csv', schema: {fields: [{name: 'id'}]}}
    const foreignKeys = [{fields: 'region', reference: {resource: 'regions', fields: 'id'}}]
    const {inData} = await csv('region,attacks\nSindh,1\n,2\nPunjb,3\n', {
      schema: {foreignKeys},
      more: [regions],
      files: {'regions.csv': 'id\nSindh\nPunjab\n'},
    })
    expect(inData).toEqual([
      '4:1 data-cell-reference Unexpected `Punjb` in column `region` of row 3, expected `Punjab` of `regions.id`',
    ])
  })
})

describe('a JSON file', () => {
  const json = async (text: string) => await validate({resource: {path: 'a.json'}, files: {'a.json': text}})

  it('holds rows as objects in any order of names', async () => {
    const {tables, inData} = await json('[{"attacks": 1, "region": "A"}, {"region": "B", "attacks": "2"}]')
    expect(inData).toEqual([])
    expect(tables[0]?.rows).toEqual([
      {region: 'A', attacks: 1},
      {region: 'B', attacks: 2},
    ])
  })

  it.each([
    ['{"a": 1}', '1:1 data-json-shape Unexpected map, expected a list of objects'],
    ['[{"region": "A"},\n 5]', '2:2 data-json-shape Unexpected number in the list, expected a list of objects'],
    [
      '[{"region": "A"},\n {"region": 5}]',
      '2:13 data-cell-type Unexpected `5` in column `region` of row 2, expected text',
    ],
    ['[{"attacks": 1.5}]', '1:14 data-cell-type Unexpected `1.5`'],
    ['[{"attacks": [1]}]', '1:14 data-cell-type Unexpected `[1]`'],
    ['[{"region": "A"},\n {"atacks": 5}]', '2:3 data-column-unknown Unexpected column `atacks`, expected `attacks`'],
    ['[1,]', '1:4 source-json-syntax'],
  ])('is reported for %j', async (text, expected) => {
    const {inData} = await json(text)
    expect(inData).toHaveLength(1)
    expect(inData[0]).toContain(expected)
  })
})
