import type {DuckDBConnection, DuckDBValue} from '@duckdb/node-api'
import type {Cell, Field, Table} from '../model.ts'
import {decimalOf} from './decimal.ts'

type DuckDB = typeof import('@duckdb/node-api')

interface Column {
  readonly type: string
  readonly valueOf: (cell: Exclude<Cell, null>) => DuckDBValue
}

/** DuckDB's own number of rows in a chunk. */
const chunkRows = 2048

/** Creates a table of the same name and columns, typed so that sums are exact, and fills it. */
export async function loadTable(duckdb: DuckDB, connection: DuckDBConnection, table: Table): Promise<void> {
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

/** A name as SQL takes it whatever its characters. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const textColumn: Column = {type: 'VARCHAR', valueOf: String}

function maybeValue(cell: Cell | undefined, valueOf: Column['valueOf']): DuckDBValue {
  return cell === undefined || cell === null ? null : valueOf(cell)
}

/** A column whose cells are not all what its field says is a column of text. */
function columnOf(duckdb: DuckDB, table: Table, field: Field): Column {
  const cells = table.rows.map((row) => row[field.name] ?? null).filter((cell) => cell !== null)
  switch (field.type) {
    case 'integer':
    case 'year':
      if (!cells.every((cell) => Number.isSafeInteger(cell))) return textColumn
      return {type: 'BIGINT', valueOf: (cell) => BigInt(cell)}
    case 'number':
      return cells.every((cell) => typeof cell === 'number') ? numberColumn(duckdb, cells) : textColumn
    case 'boolean':
      return cells.every((cell) => typeof cell === 'boolean') ? {type: 'BOOLEAN', valueOf: (cell) => cell} : textColumn
    case 'date':
      return cells.every(isDay) ? dateColumn(duckdb) : textColumn
    case 'string':
    case 'yearmonth':
      return textColumn
  }
}

/** Decimal where eighteen digits hold every cell, so that sums are exact; else binary. */
function numberColumn(duckdb: DuckDB, cells: readonly number[]): Column {
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

function dateColumn(duckdb: DuckDB): Column {
  return {
    type: 'DATE',
    valueOf: (cell) => new duckdb.DuckDBDateValue(Date.parse(`${cell}T00:00:00Z`) / 86_400_000),
  }
}

function isDay(cell: Cell): boolean {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(`${cell}T00:00:00Z`))
}
