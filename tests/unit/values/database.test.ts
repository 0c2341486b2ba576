import {expect, test} from 'vitest'
import {openDatabase, QueryError} from '../../../src/values/database.ts'
import {tableOf} from './brief-of.ts'

const table = tableOf('a-"b"', 'n:integer x:number d:date s y:year t:boolean', [
  [1, 1.25, '2022-08-14', "it's", 2021, true],
  [null, -0.05, '1960-02-29', null, null, false],
  [3, 1000, null, '2021-22', 2022, null],
])

test('gives back what it was given, with its types', async () => {
  using database = await openDatabase([table])
  const result = await database.query('SELECT * FROM "a-""b"""')
  expect(result.rows).toEqual(table.rows.map((row) => Object.values(row)))
  expect(result.columns.map(({type}) => type)).toEqual(['integer', 'number', 'date', 'string', 'integer', 'boolean'])
})

test('adds decimals exactly and drops noise and infinity', async () => {
  const numbers = tableOf('t', 'x:number', [[0.1], [0.2], [1000000.7]])
  using database = await openDatabase([numbers])
  const result = await database.query('SELECT sum(x), 1 / 0, 0.1::DOUBLE + 0.2::DOUBLE, [1, 2], count(*) FROM t')
  expect(result.rows).toEqual([[1000001, null, 0.3, '[1, 2]', 3]])
})

test('loads more rows than fit a chunk, columns that are empty or not of their type', async () => {
  const rows = Array.from({length: 5000}, (_, index) => [index, null, index === 7 ? 'seven' : index])
  using database = await openDatabase([tableOf('t', 'n:integer x:number m:integer', rows)])
  const {rows: result} = await database.query('SELECT sum(n), count(x), max(m) FROM t')
  expect(result).toEqual([[12497500, 0, 'seven']])
})

test.each([
  ["SELECT * FROM read_csv('/etc/passwd')", /disabled/],
  ["SELECT * FROM '/etc/passwd'", /does not exist/],
  ["COPY (SELECT 1) TO '/tmp/never'", /disabled|not a query/],
  ['SELECT 1; SELECT 2', /2 statements/],
  ['DROP TABLE t', /not a query/],
  ['SET threads = 4', /not a query/],
  ['INSTALL httpfs', /not a query/],
  [' ', /empty/],
  ['SELEC 1', /syntax error/],
])('refuses %s', async (sql, reason) => {
  using database = await openDatabase([tableOf('t', 'n:integer', [[1]])])
  await expect(database.query(sql)).rejects.toThrow(reason)
  await expect(database.query(sql)).rejects.toBeInstanceOf(QueryError)
})

test('keeps results as tables and names the tables that a statement reads', async () => {
  using database = await openDatabase([tableOf('t', 'n:integer', [[1], [3], [2]])])
  await database.keep('v', 'SELECT n FROM t ORDER BY n DESC; -- largest first')
  expect((await database.query('FROM v')).rows).toEqual([[3], [2], [1]])
  expect(database.mentioned('WITH c AS (FROM v) SELECT * FROM c, (SELECT 1 FROM t), range(3)')).toEqual(['t', 'v'])
  expect(database.mentioned('SELEC')).toEqual([])
})
