import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {validateValues} from '../../../src/sources/validate-values.ts'
import {told} from '../../support/told.ts'

function validate(text: string) {
  const file = new VFile({path: 'data/b/values.yaml', value: text})
  return {...validateValues(file), file}
}

describe('validateValues', () => {
  it('gives values and views in order, with their places', () => {
    const {values, views, file} = validate(
      [
        'values:',
        '  attacks:',
        '    sum: attacks.attacks',
        '    where: {period: 2021-22, region: {not: Total}, year: [2021, 2022]}',
        '    format: integer',
        '    asOf: 2022',
        '  rise: {percent-change: [before, 5], unit: "%"}',
        '  place: {rank: {of: Sindh, in: attacks.attacks}}',
        '  note: {text: some, source: PIPS}',
        'views:',
        '  by-region:',
        '    sql: SELECT 1',
        '    fields: {a: {title: "In {{year}}", group: G}}',
      ].join('\n'),
    )
    expect(told(file)).toEqual([])
    expect([...values.keys()]).toEqual(['attacks', 'rise', 'place', 'note'])
    expect(values.get('attacks')?.at?.(['where', 'region'])).toMatchObject({line: 4, column: 38})
    expect(values.get('attacks')).toMatchObject({
      name: 'attacks',
      place: {line: 2, column: 3, offset: 10},
      form: 'sum',
      argument: 'attacks.attacks',
      where: {period: '2021-22', region: {not: 'Total'}, year: [2021, 2022]},
      format: 'integer',
      asOf: '2022',
    })
    expect(values.get('rise')).toMatchObject({form: 'percent-change', argument: ['before', 5], where: {}})
    expect(views.get('by-region')).toMatchObject({name: 'by-region', sql: 'SELECT 1', fields: {a: {group: 'G'}}})
  })

  it('may be absent, empty, or hold comments only', () => {
    for (const text of ['', '# later\n', 'values:\nviews:\n']) {
      const {file, values, views} = validate(text)
      expect([told(file), values.size, views.size]).toEqual([[], 0, 0])
    }
    expect(validateValues(undefined)).toEqual({file: undefined, values: new Map(), views: new Map()})
  })

  it.each([
    ['value:\n  a: {sum: t.f}', '1:1 definition-part-unknown Unexpected `value` in `values.yaml`, expected `values`'],
    ['- a', '1:1 shape-wrong-type Unexpected list, expected a map'],
    ['values: [a]', '1:9 shape-wrong-type Unexpected list, expected a map of values by name'],
    ['values: {a: 12}', '1:13 shape-wrong-type Unexpected number, expected a map such as `{sum: table.column}`'],
    ['values: {a: {format: integer}}', '1:10 definition-form-missing Unexpected value `a` without a form'],
    [
      'values: {a: {sum: t.f, count: t.f}}',
      '1:24 definition-form-several Unexpected `sum` and `count` in the value `a`',
    ],
    ['values: {a: {summ: t.f}}', '1:14 definition-entry-unknown Unexpected `summ` in `a`, expected `sum`'],
    ['values: {a: {sum: t.f, formt: x}}', '1:24 definition-entry-unknown Unexpected `formt` in `a`, expected `format`'],
    ['values: {a b: {sum: t.f}}', '1:10 definition-name Unexpected name `a b`'],
    [
      'values: {a: {sum: attacks}}',
      '1:19 definition-argument Unexpected `attacks` after `sum`, expected a column such as',
    ],
    [
      'values: {a: {ratio: [1]}}',
      '1:21 definition-argument Unexpected list after `ratio`, expected two values or numbers',
    ],
    ['values: {a: {rank: Sindh}}', '1:20 definition-argument Unexpected `Sindh` after `rank`'],
    ['values: {a: {sql: ""}}', '1:19 definition-argument Unexpected text after `sql`'],
    ['values: {a: {text: [x]}}', '1:20 definition-argument Unexpected list after `text`'],
    ['values: {a: {sum: t.f, where: [x]}}', '1:31 shape-wrong-type Unexpected list, expected a map'],
    [
      'values: {a: {sum: t.f, where: {x: {nt: 1}}}}',
      '1:35 shape-wrong-type Unexpected map, expected a cell, a list of cells or `{not: cell}`',
    ],
    ['values: {a: {sum: t.f, format: 5}}', '1:32 shape-wrong-type Unexpected number, expected text'],
    ['values: {a: {sum: t.f, asOf: May}}', '1:30 shape-wrong-value Unexpected `May`, expected a date that exists'],
    ['views: {v: {title: x}}', '1:12 shape-missing-name Unexpected view `v` without `sql`'],
    [
      'views: {v: {sql: x, fields: {a: {titel: x}}}}',
      '1:34 shape-unknown-name Unexpected `titel` in the `a` of the view `v`, expected `title`',
    ],
    [
      'values: {a: {sql: SELECT max(a), b FROM t}}',
      '1:34 definition-comma Unexpected comma before `b FROM t`, expected the SQL in quotes',
    ],
    ['views: {v: {sql: SELECT a, b FROM t}}', '1:28 definition-comma Unexpected comma before `b FROM t`'],
    ['views: {v: {sql: x, fields: {a: {missing: z}}}}', '1:43 shape-wrong-value Unexpected `z`, expected a mark'],
    ['values:\n  a: max: t.f', '2:6 source-yaml-syntax Unexpected `: ` inside a value'],
    ['values:\n  a: {sum: t.f}\n   b: {sum: t.f}', 'source-yaml-syntax Unexpected indentation, expected that of'],
    ['values:\n    a: {sum: t.f}\n  b: {sum: t.f}', 'source-yaml-syntax Unexpected indentation, expected that of'],
    ['values: {a: {text: "x" unit: y}}', 'source-yaml-syntax Unexpected text inside braces or brackets'],
    ['values: {a: {text: x unit: y}}', 'source-yaml-syntax Unexpected text inside braces or brackets'],
    ['values:\n  a: - b', 'source-yaml-syntax Unexpected `- ` after a name'],
    ['values:\n  a: {text: "\\q"}', 'source-yaml-syntax Unexpected `\\` in a value between double quotes'],
    ['values: {a: {text: x}', 'source-yaml-syntax Unexpected end of an entry, expected its closing `}` or `]`'],
    ['values: {a: {text: *x}}', 'source-yaml-syntax Unexpected `*` at the beginning of a value'],
    ['values:\n  a: "x" y', 'source-yaml-syntax Unexpected text after the end of a value'],
    ['values:\n  a: "x"#y', 'source-yaml-syntax Unexpected `#`, expected a space before it'],
    ['views: {v: SELECT}', '1:12 shape-wrong-type Unexpected text, expected a map'],
    ['values: {a: {text: {{x}}}}', '1:20 source-yaml-unquoted-expression'],
    ['values:\n  a: {sum: t.f}\n  a: {sum: t.f}', '3:3 source-yaml-duplicate Unexpected second `a`'],
  ])('reports %j', (text, expected) => {
    const {file} = validate(text)
    expect(told(file)).toHaveLength(1)
    expect(told(file)[0]).toContain(expected)
  })

  it('looks through values beside a name that is not known', () => {
    expect(told(validate('vues: {}\nvalues: {a: 12}').file)).toEqual([
      expect.stringContaining('1:1 definition-part-unknown'),
      expect.stringContaining('2:13 shape-wrong-type'),
    ])
  })
})
