import type {Cell, Row, Table} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {missingText} from './format.ts'
import {meets} from './where.ts'

/** Rows of a table for people, as texts. */
export interface RowsShown {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many more there are. */
  readonly more: number
}

/** More rows than this are not read beside a text. */
const most = 30

/** The rows that a short form reads, or the result's table that SQL names first. */
export function maybeRowsOf(
  definition: ValueDefinition,
  tables: ReadonlyMap<string, Table>,
  limit = most,
): RowsShown | undefined {
  const {form, argument, where} = definition
  if (typeof argument !== 'string') return undefined
  if (form === 'sql') {
    const named = [...tables.values()].map((table) => ({
      table,
      at: argument.search(new RegExp(`\\b(?:FROM|JOIN)\\s+"?${table.name}"?(?![\\w-])`, 'i')),
    }))
    const [{table} = {}] = named.filter(({at}) => at >= 0).toSorted((a, b) => a.at - b.at)
    return table && rowsShown(table, table.rows, limit)
  }
  const table = [...tables.values()].find(({name}) => argument.startsWith(`${name}.`))
  return (
    table &&
    rowsShown(
      table,
      table.rows.filter((row) =>
        Object.entries<unknown>(where).every(([name, wanted]) => meets(row[name] ?? null, wanted)),
      ),
      limit,
    )
  )
}

/** The first rows as texts. */
export function rowsShown({name, fields}: Table, rows: readonly Row[], limit = most): RowsShown {
  return {
    table: name,
    columns: fields.map(({title}) => title),
    rows: rows.slice(0, limit).map((row) => fields.map((field) => cellText(row[field.name] ?? null))),
    more: Math.max(0, rows.length - limit),
  }
}

function cellText(cell: Cell): string {
  return cell === null ? missingText : String(cell)
}
