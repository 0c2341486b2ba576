import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {VFile} from 'vfile'
import {expect, it} from 'vitest'
import {readParquet} from '../../../src/sources/read-parquet.ts'
import {makeProject} from '../../support/temp-project.ts'
import {told} from '../../support/told.ts'

/** What SQL selects, as the bytes of a Parquet file. */
async function parquet(sql: string, compression = 'snappy'): Promise<Uint8Array> {
  await using project = await makeProject({})
  const path = join(project.path, 'a.parquet')
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 2048)`)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  return await readFile(path)
}

async function read(bytes: Uint8Array) {
  const file = new VFile({path: 'data/b/a.parquet'})
  const records = await readParquet(bytes, file)
  return {records, messages: told(file)}
}

it('gives columns and cells as JSON would have them', async () => {
  const {records, messages} = await read(
    await parquet(`SELECT 'Süd' AS region, 5::BIGINT AS n, 9007199254740993::BIGINT AS big, 1.25::DECIMAL(9, 2) AS rate,
      DATE '2022-10-31' AS day, TIMESTAMP '2022-10-31 12:00:00' AS moment, true AS open, NULL::INTEGER AS none, [1, 2] AS list,
      'NaN'::DOUBLE AS nan`),
  )
  expect(messages).toEqual([])
  expect(records?.columns).toEqual(['region', 'n', 'big', 'rate', 'day', 'moment', 'open', 'none', 'list', 'nan'])
  const [row] = records?.rows ?? []
  expect(row?.map((cell) => cell ?? null)).toEqual([
    'Süd',
    5,
    '9007199254740993',
    1.25,
    '2022-10-31',
    '2022-10-31T12:00:00.000Z',
    true,
    null,
    '[1,2]',
    'NaN',
  ])
  expect(records?.numberOf(0)).toBe(1)
})

it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli'])(
  'reads %s of several row groups in order',
  async (name) => {
    const {records} = await read(await parquet('SELECT range AS n FROM range(5000)', name))
    expect(records?.rows).toHaveLength(5000)
    expect(records?.rows.every(([n], index) => n === index)).toBe(true)
  },
)

it('warns of a file without rows', async () => {
  expect((await read(await parquet('SELECT 1 AS n WHERE false'))).messages.join('\n')).toContain('data-rows-none')
})

it('reports bytes that are no Parquet file, or a part of one', async () => {
  const whole = await parquet('SELECT range AS n FROM range(100)')
  for (const bytes of [new TextEncoder().encode('a,b\n'), whole.subarray(0, 50), whole.subarray(40)]) {
    expect((await read(bytes)).messages.join('\n')).toContain('data-parquet-unreadable')
  }
})
