import {cellDuplicate, cellMissing} from '../../messages/data.ts'
import {quotedName, quotedText, rowsOf} from '../../values/store.ts'
import type {Problems} from '../problems.ts'
import {keysOf} from '../report-duplicate-rows.ts'
import type {Resource} from '../resource.ts'
import {rawColumn, rawName, type RawTable} from './read-raw.ts'
import {FIRST} from './report-cells.ts'
import {placeCells} from './scan-records.ts'

/** What `reportDuplicateRows` does, of rows that are in the database only. */
export async function reportKeys(raw: RawTable, problems: Problems): Promise<void> {
  for (const key of keysOf(raw.resource)) {
    const found = [
      ...(await repeated(raw, key)),
      ...(key === raw.resource.primaryKey ? await lacking(raw, key) : []),
    ].toSorted((a, b) => a.row - b.row || a.order - b.order)
    const shown = found.slice(0, FIRST)
    const places = placeCells(raw.file.bytes, raw.file, shown)
    for (const [index, {message}] of shown.entries())
      problems.add(
        () => places[index],
        () => message,
      )
    problems.count(found.reduce((sum, {more}) => sum + more, found.length - shown.length))
  }
}

interface WrongRow {
  readonly row: number
  readonly column: number
  /** Among the mistakes of one row. */
  readonly order: number
  readonly message: ReturnType<typeof cellMissing>
  /** How many such rows are not in the list; stands with its last. */
  readonly more: number
}

async function repeated({resource, store, columnOf}: RawTable, key: readonly string[]): Promise<readonly WrongRow[]> {
  const cells = key.map(quotedName).join(', ')
  const table = quotedName(resource.name)
  const whole = key.map((name) => `${quotedName(name)} IS NOT NULL`).join(' AND ')
  const counts = `SELECT count(*) - count(DISTINCT (${cells})) FROM ${table} WHERE ${whole}`
  const total = Number((await rowsOf(store, counts))[0]?.[0] ?? 0)
  if (total === 0) return []
  const rows = await rowsOf(
    store,
    `SELECT row, first, ${key.map((_, index) => `CAST(k${index} AS VARCHAR)`).join(', ')} FROM (` +
      `SELECT rowid AS row, min(rowid) OVER (PARTITION BY ${cells}) AS first, ` +
      `${key.map((name, index) => `${quotedName(name)} AS k${index}`).join(', ')} FROM ${table} WHERE ${whole}` +
      `) WHERE row > first ORDER BY row LIMIT ${FIRST}`,
  )
  const column = columnOf[indexOf(resource, key[0] ?? '')] ?? -1
  return rows.map(([row, first, ...texts], index) => ({
    row: Number(row),
    column,
    order: 0,
    message: cellDuplicate(
      texts.map((text, at) => shown(resource, key[at] ?? '', String(text))).join(', '),
      {row: Number(row) + 1, column: key.join(', ')},
      Number(first) + 1,
    ),
    more: index === rows.length - 1 ? total - rows.length : 0,
  }))
}

/** The empty cells of a primary key that have no message yet. */
async function lacking({resource, store, columnOf}: RawTable, key: readonly string[]): Promise<readonly WrongRow[]> {
  const found: WrongRow[] = []
  for (const [order, name] of key.entries()) {
    const field = resource.fields[indexOf(resource, name)]
    const column = columnOf[indexOf(resource, name)] ?? -1
    const missing = field?.reading.missingValues ?? []
    if (field === undefined || field.constraints.required || column === -1 || missing.length === 0) continue
    const isMissing = `${rawColumn(column)} IN (${missing.map(quotedText).join(', ')})`
    const total = Number((await rowsOf(store, `SELECT count(*) FROM ${rawName} WHERE ${isMissing}`))[0]?.[0] ?? 0)
    if (total === 0) continue
    const rows = await rowsOf(store, `SELECT rowid FROM ${rawName} WHERE ${isMissing} ORDER BY rowid LIMIT ${FIRST}`)
    found.push(
      ...rows.map(([row], index) => ({
        row: Number(row),
        column,
        order,
        message: cellMissing({row: Number(row) + 1, column: name}, 'primaryKey'),
        more: index === rows.length - 1 ? total - rows.length : 0,
      })),
    )
  }
  return found
}

/** A number as JavaScript writes it, without the zeros of a decimal. */
function shown(resource: Resource, name: string, text: string): string {
  return resource.fields[indexOf(resource, name)]?.reading.type === 'number' ? String(Number(text)) : text
}

function indexOf(resource: Resource, name: string): number {
  return resource.fields.findIndex(({field}) => field.name === name)
}
