import {expect, test} from 'vitest'
import {evaluate} from '../../../src/values/evaluate.ts'
import {briefOf, said, tableOf} from './brief-of.ts'

const attacks = tableOf('attacks', 'region period attacks:integer:integer rate:number', [
  ['Sindh', '2020-21', 10, 0.1],
  ['Punjab', '2020-21', 20, 0.2],
  ['Sindh', '2021-22', 15, null],
  ['Punjab', '2021-22', 5, 0.7],
])
const tables = [attacks]

async function rawOf(values: Parameters<typeof briefOf>[0]['values'] = {}): Promise<unknown> {
  const brief = briefOf({values, tables})
  const result = await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual([])
  return Object.fromEntries([...result.values].map(([name, value]) => [name, value.raw]))
}

test('computes short forms over a column', async () => {
  const where = {region: 'Sindh'}
  expect(
    await rawOf({
      sum: {sum: 'attacks.attacks'},
      exact: {sum: 'attacks.rate', where: {period: '2020-21'}},
      count: {count: 'attacks.rate'},
      none: {count: 'attacks.attacks', where: {region: 'Atlantis'}},
      min: {min: 'attacks.attacks', where},
      max: {max: 'attacks.region'},
      mean: {mean: 'attacks.rate'},
      first: {first: 'attacks.attacks', where},
      last: {last: 'attacks.attacks'},
      cell: {cell: 'attacks.attacks', where: {...where, period: '2021-22'}},
      missing: {value: 'attacks.rate', where: {...where, period: '2021-22'}},
      listed: {sum: 'attacks.attacks', where: {region: ['Sindh', 'Punjab'], period: {not: '2020-21'}}},
      given: {count: 'attacks.attacks', where: {rate: {not: null}}},
      text: {text: 'hello'},
    }),
  ).toEqual({
    sum: 50,
    exact: 0.3,
    count: 3,
    none: 0,
    min: 10,
    max: 'Sindh',
    mean: 0.333333333333333,
    first: 10,
    last: 5,
    cell: 15,
    missing: null,
    listed: 20,
    given: 3,
    text: 'hello',
  })
})

test('computes values over values, whatever their order', async () => {
  expect(
    await rawOf({
      rise: {'percent-change': ['before', 'after']},
      before: {sum: 'attacks.attacks', where: {period: '2020-21'}},
      after: {sum: 'attacks.attacks', where: {period: '2021-22'}},
      less: {difference: ['before', 'after']},
      part: {share: ['after', 'before']},
      times: {ratio: ['before', 20]},
      nothing: {'percent-change': [0, 'after']},
      unknown: {ratio: ['nothing', 2]},
      rank: {rank: {of: 'Punjab', in: 'attacks.attacks'}},
      lowest: {rank: {of: 'before', in: 'attacks.attacks', by: 'ascending'}},
    }),
  ).toEqual({
    rise: -33.3333333333333,
    before: 30,
    after: 20,
    less: -10,
    part: 66.6666666666667,
    times: 1.5,
    nothing: null,
    unknown: null,
    rank: 1,
    lowest: 5,
  })
})

test('writes values out with their format, unit, date and source', async () => {
  const brief = briefOf({
    tables,
    values: {
      sum: {sum: 'attacks.attacks'},
      rise: {'percent-change': [30, 20]},
      names: {sql: 'SELECT DISTINCT region FROM attacks ORDER BY region', format: 'list'},
      words: {count: 'attacks.region', format: 'words', unit: 'rows'},
    },
  })
  const {values} = await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual([])
  expect([...values.values()].map(({text}) => text)).toEqual(['50', '−33%', 'Punjab and Sindh', 'four'])
  expect(values.get('sum')).toEqual({
    name: 'sum',
    raw: 50,
    format: 'integer',
    asOf: '2022-08-14',
    source: 'Source of attacks',
    text: '50',
  })
  expect(values.get('words')?.unit).toBe('rows')
})

test('computes views after those that they read, with the meaning of their columns', async () => {
  const brief = briefOf({
    tables,
    views: {
      top: {sql: 'SELECT region, total FROM "by-region" ORDER BY total DESC LIMIT 1'},
      'by-region': {
        sql: 'SELECT region, sum(attacks) AS total, max(attacks) AS attacks FROM Attacks GROUP BY region ORDER BY region',
        title: 'By region',
        fields: {total: {title: 'Attacks', group: 'All', format: 'integer'}},
      },
    },
    values: {most: {first: 'top.region'}},
  })
  const {tables: result, values} = await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual([])
  expect([...result.keys()]).toEqual(['attacks', 'top', 'by-region'])
  expect(result.get('by-region')).toEqual({
    name: 'by-region',
    title: 'By region',
    fields: [
      {name: 'region', type: 'string', title: 'region'},
      {name: 'total', type: 'integer', title: 'Attacks', group: 'All', format: 'integer'},
      {name: 'attacks', type: 'integer', title: 'attacks', format: 'integer'},
    ],
    rows: [
      {region: 'Punjab', total: 25, attacks: 20},
      {region: 'Sindh', total: 25, attacks: 15},
    ],
    sources: [{title: 'Source of attacks'}],
    asOf: '2022-08-14',
    path: 'data/x/values.yaml',
  })
  expect(result.get('top')?.fields[1]?.format).toBe('integer')
  expect(values.get('most')?.raw).toBe('Punjab')
})

test('gives the resources alone where nothing is defined', async () => {
  const result = await evaluate(briefOf({tables}))
  expect([...result.tables.values()]).toEqual(tables)
  expect(result.values.size).toBe(0)
})

test.each([
  ['values-unknown-table', {sum: 'attaks.attacks'}],
  ['values-unknown-table', {sql: 'SELECT 1 FROM attaks'}],
  ['values-unknown-field', {sum: 'attacks.attaks'}],
  ['values-unknown-field', {sum: 'attacks.attacks', where: {regoin: 'Sindh'}}],
  ['values-unknown-value', {share: ['x', 'y']}],
  ['values-unknown-format', {sum: 'attacks.attacks', format: 'perzent'}],
  ['values-format-misfit', {max: 'attacks.region', format: 'integer'}],
  ['values-cycle', {share: ['x', 2]}],
  ['values-sql-failed', {sql: 'SELECT regon FROM attacks'}],
  ['values-clock', {sql: 'SELECT current_date'}],
  ['values-clock', {sql: 'SELECT random()'}],
  ['values-no-row', {sql: 'SELECT region FROM attacks WHERE false'}],
  ['values-no-row', {sum: 'attacks.attacks', where: {region: 'Sindh', attacks: 20}}],
  ['values-no-match', {sum: 'attacks.attacks', where: {region: 'Sind'}}],
  ['values-several-rows', {sql: 'SELECT region FROM attacks'}],
  ['values-several-rows', {cell: 'attacks.attacks', where: {region: 'Sindh'}}],
  ['values-several-columns', {sql: 'SELECT region, period FROM attacks LIMIT 1'}],
  ['values-argument', {sum: 'attacks'}],
  ['values-argument', {ratio: ['x']}],
  ['values-argument', {rank: 'attacks.attacks'}],
  ['values-argument', {sum: 'attacks.attacks', where: {region: {is: 1}}}],
  ['values-not-a-number', {sum: 'attacks.region'}],
  ['values-not-a-number', {rank: {of: 'Sindh', in: 'attacks.period'}}],
  ['values-no-match', {rank: {of: 'Sind', in: 'attacks.attacks'}}],
])('reports %s for %j', async (id, x) => {
  const own = id === 'values-unknown-value' ? {share: ['nix', 3]} : x
  const brief = briefOf({tables, values: {before: {text: 'a'}, x: own}})
  const {values} = await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual([`2 ${id}`])
  expect([...values.keys()]).toEqual(['before'])
})

test('does not take quoted words for the clock', async () => {
  const sql = `SELECT 'now()' || "current_date" FROM (SELECT 'a' AS "current_date") -- random()`
  expect(await rawOf({x: {sql}})).toEqual({x: 'now()a'})
})

test('names the circle of values and of views, and the nearest names', async () => {
  const brief = briefOf({
    tables,
    values: {a: {share: ['b', 2]}, b: {share: ['a', 2]}, c: {share: ['b', 'atacks']}, attack: {text: 3}},
    views: {v: {sql: 'FROM w'}, w: {sql: 'FROM v'}, z: {sql: 'FROM w'}, attacks: {sql: 'SELECT 1'}},
  })
  const {tables: result} = await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual([
    '101 values-cycle',
    '104 values-name-taken',
    '1 values-cycle',
    '3 values-unknown-value',
  ])
  expect(brief.valuesFile.messages.map(({reason}) => reason)).toEqual([
    'Unexpected circle `v` → `w` → `v`, expected an order to compute them in',
    'Unexpected view `attacks`, expected a name that no resource of the data package and no other view has',
    'Unexpected circle `a` → `b` → `a`, expected an order to compute them in',
    'Unexpected value `atacks`, expected `attack`',
  ])
  expect([...result.keys()]).toEqual(['attacks'])
})

test('marks the missing cells of a column of a view as its fields say', async () => {
  const sql = "SELECT region, rate, NULL::INTEGER AS none FROM attacks WHERE period = '2021-22'"
  const brief = briefOf({tables, views: {v: {sql, fields: {rate: {missing: '[z]'}}}}})
  const view = (await evaluate(brief)).tables.get('v')
  expect(view?.missing).toEqual({'0:rate': '[z]'})
  expect(view?.fields.map((field) => 'missing' in field)).toEqual([false, false, false])
})

test.each([
  [{sql: 'SELECT max(atacks) FROM attacks'}, 'Unexpected column `atacks` in the SQL of `a`, expected `attacks`'],
  [{rank: {of: 'Sind', in: 'attacks.attacks'}}, 'Unexpected `Sind` in `rank`, expected `Sindh`'],
])('names what %j may have meant', async (a, expected) => {
  const brief = briefOf({tables, values: {a}})
  await evaluate(brief)
  expect(brief.valuesFile.messages[0]?.reason).toContain(expected)
})

test.each([
  [{sql: 'SELECT 1 FROM group-attacks'}, 'Write `"group-attacks"` with double quotes'],
  [{sql: 'SELECT max(atacks) FROM attacks'}, 'Correct the statement.'],
  [{cell: 'attacks.attacks'}, 'Narrow the conditions under `where`'],
  [{sql: 'SELECT attacks FROM attacks'}, 'format `list`'],
  [{rank: {of: 'Sind', in: 'attacks.attacks'}}, 'Name a row by its cell in `region`'],
])('advises for %j', async (a, expected) => {
  const brief = briefOf({tables: [...tables, tableOf('group-attacks', 'group', [['TTP']])], values: {a}})
  await evaluate(brief)
  expect(brief.valuesFile.messages.map(({note}) => note)).toEqual([expect.stringContaining(expected)])
})

test('reports columns that a view does not have and formats that do not exist', async () => {
  const brief = briefOf({
    tables,
    views: {v: {sql: 'SELECT region FROM attacks', fields: {regon: {title: 'R'}, region: {format: 'nope'}}}},
  })
  await evaluate(brief)
  expect(said(brief.valuesFile)).toEqual(['101 values-unknown-field', '101 values-unknown-format'])
})

test('lets views and values name each other, in any order, and names a circle through both', async () => {
  const attacks = tableOf('attacks', 'year:integer n:integer', [
    [2020, 3],
    [2021, 5],
  ])
  const brief = briefOf({
    tables: [attacks],
    values: {
      sum: {sql: 'SELECT sum(n) FROM late WHERE year >= {{latest}}'},
      latest: {max: 'attacks.year'},
      first: {first: 'late.n'},
      round: {max: 'ring.n'},
    },
    views: {
      late: {sql: 'SELECT * FROM early WHERE n > {{least}} AND year IN {{years}}'},
      early: {sql: 'SELECT * FROM attacks WHERE year <= {{latest}}'},
      ring: {sql: 'SELECT {{round}} AS n FROM attacks'},
      lost: {sql: 'SELECT {{latst}} AS n'},
    },
  })
  const more = briefOf({values: {least: {text: '1'}, years: {sql: 'SELECT year FROM attacks', format: 'list'}}})
  const values = new Map([...brief.definitions.values, ...more.definitions.values])
  const {values: computed, tables} = await evaluate({...brief, definitions: {...brief.definitions, values}})
  expect(computed.get('sum')?.raw).toBe(5)
  expect(computed.get('first')?.raw).toBe(3)
  expect(tables.get('late')?.rows).toHaveLength(2)
  expect(said(brief.valuesFile)).toEqual(['103 values-cycle', '104 values-unknown-value'])
  expect(brief.valuesFile.messages[0]?.reason).toContain('`ring` → `round` → `ring`')
})

test('puts a negative value into SQL as a number, also after a minus', async () => {
  expect(
    await rawOf({
      loss: {difference: [10, 7]},
      sql: {sql: 'SELECT 5 -{{loss}} + 1'},
    }),
  ).toEqual({loss: -3, sql: 9})
})

test('orders the ends of a range, and gives none where one is missing', async () => {
  expect(
    await rawOf({
      turned: {range: [12, 5]},
      gone: {cell: 'attacks.rate', where: {region: 'Sindh', period: '2021-22'}},
      half: {range: ['gone', 5]},
    }),
  ).toEqual({turned: [5, 12], gone: null, half: null})
})

test('writes counts in words where the house style says so', async () => {
  const counts = tableOf('counts', 'name n:integer mm:integer', [['a', 7, 7]])
  const brief = briefOf({
    tables: [counts],
    values: {
      few: {sum: 'counts.n'},
      digits: {sum: 'counts.n', format: 'integer'},
      rain: {sum: 'counts.mm', unit: 'mm'},
      half: {ratio: ['few', 2]},
    },
  })
  const {values} = await evaluate({...brief, definitions: {...brief.definitions, style: {wordsBelow: 10}}})
  expect([...values.values()].map(({text}) => text)).toEqual(['seven', '7', '7', '3.5'])
  const strict = await evaluate({...brief, definitions: {...brief.definitions, style: {wordsBelow: 7}}})
  expect(strict.values.get('few')?.text).toBe('7')
})
