import type * as DuckDB from '@duckdb/node-api'
import type {Cell, Field, Table} from '../model/data.ts'
import {decimalOf} from './decimal.ts'
import {quotedName, rowsOf, type Store} from './store.ts'

interface Column {
  readonly type: string
  readonly valueOf: (cell: Exclude<Cell, null>) => DuckDB.DuckDBValue
}

/** DuckDB's own number of rows in a chunk. */
const chunkRows = 2048

/** Loads a table that is not in the store yet. */
export async function loadOnce(store: Store, table: Table): Promise<void> {
  const names = await rowsOf(store, 'SELECT table_name FROM information_schema.tables')
  if (names.every(([name]) => name !== table.name)) await loadTable(store.duckdb, store.connection, table)
}

/** Creates a table of the same name and columns, typed so that sums are exact, and fills it. */
export async function loadTable(
  duckdb: typeof DuckDB,
  connection: DuckDB.DuckDBConnection,
  table: Table,
): Promise<void> {
  if (table.fields.length === 0) return
  const columns = table.fields.map((field) => columnOf(duckdb, table, field))
  const declared = table.fields.map((field, index) => `${quotedName(field.name)} ${columns[index]?.type ?? 'VARCHAR'}`)
  await connection.run(`CREATE TABLE ${quotedName(table.name)} (${declared.join(', ')})`)
  const appender = await connection.createAppender(table.name)
  const types = table.fields.map((_, index) => appender.columnType(index))
  for (let start = 0; start < table.rows.length; start += chunkRows) {
    const rows = table.rows.slice(start, start + chunkRows)
    const chunk = duckdb.DuckDBDataChunk.create(types, rows.length)
    table.fields.forEach((field, index) => {
      const {valueOf} = columns[index] ?? textColumn
      chunk.setColumnValues(
        index,
        rows.map((row) => maybeValue(row[field.name], valueOf)),
      )
    })
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

const textColumn: Column = {type: 'VARCHAR', valueOf: String}

const integerColumn: Column = {type: 'BIGINT', valueOf: (cell) => BigInt(cell)}

const booleanColumn: Column = {type: 'BOOLEAN', valueOf: Boolean}

function maybeValue(cell: Cell | undefined, valueOf: Column['valueOf']): DuckDB.DuckDBValue {
  return cell === undefined || cell === null ? null : valueOf(cell)
}

/** A column whose cells are not all what its field says is a column of text. */
function columnOf(duckdb: typeof DuckDB, table: Table, field: Field): Column {
  const cells = table.rows.map((row) => row[field.name] ?? null).filter((cell) => cell !== null)
  if (cells.length === 0) return emptyColumn(field)
  if (field.type === 'number') return cells.every(isNumber) ? numberColumn(duckdb, cells) : textColumn
  if (field.type === 'date') return cells.every(isDay) ? dateColumn(duckdb) : textColumn
  if (field.type === 'boolean' && cells.every((cell) => typeof cell === 'boolean')) return booleanColumn
  const isWhole = field.type === 'integer' || field.type === 'year'
  return isWhole && cells.every(Number.isSafeInteger) ? integerColumn : textColumn
}

function emptyColumn({type}: Field): Column {
  if (type === 'integer' || type === 'year') return integerColumn
  if (type === 'date') return {...textColumn, type: 'DATE'}
  if (type === 'boolean') return booleanColumn
  return type === 'number' ? {type: 'DOUBLE', valueOf: Number} : textColumn
}

/** Decimal where eighteen digits hold every cell, so that sums are exact; else binary. */
function numberColumn(duckdb: typeof DuckDB, cells: readonly number[]): Column {
  const decimals = cells.map(decimalOf)
  const scale = largest(decimals.map((decimal) => decimal.scale))
  const whole = largest(decimals.map((decimal) => String(decimal.digits).replace('-', '').length - decimal.scale))
  if (whole + scale > 18) return {type: 'DOUBLE', valueOf: Number}
  return {
    type: `DECIMAL(18,${scale})`,
    valueOf: (cell) => {
      const decimal = decimalOf(Number(cell))
      return new duckdb.DuckDBDecimalValue(decimal.digits * 10n ** BigInt(scale - decimal.scale), 18, scale)
    },
  }
}

/** Without spreading: a column may hold more cells than a call takes arguments. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function dateColumn(duckdb: typeof DuckDB): Column {
  return {
    type: 'DATE',
    valueOf: (cell) => new duckdb.DuckDBDateValue(Date.parse(`${cell}T00:00:00Z`) / 86_400_000),
  }
}

function isNumber(cell: Cell): cell is number {
  return typeof cell === 'number'
}

function isDay(cell: Cell): boolean {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(`${cell}T00:00:00Z`))
}
