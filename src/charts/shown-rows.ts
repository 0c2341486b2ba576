import {isJsonObject} from './chart-job.ts'
import type {ChartJob, JsonObject} from './chart-job.ts'

/** Places of the rows that a chart shows, by the names of the tables of which it does not show all. */
export type ShownRows = Readonly<Record<string, readonly number[]>>

/**
 * Which rows of its tables a drawn chart shows: those that some mark has the cells of, as far as it has that table's
 * columns. A mark that stands for several rows, as a sum does, shows them all.
 *
 * @param root the root of Vega's scenegraph, after a run
 */
export function shownRows(root: unknown, tables: ChartJob['tables']): ShownRows {
  const marks: (readonly JsonObject[])[] = []
  collect(root, marks)
  const shown: Record<string, readonly number[]> = {}
  for (const [name, rows] of Object.entries(tables)) {
    const found = rowsOf(rows, marks)
    if (found.size > 0 && found.size < rows.length) shown[name] = [...found].toSorted((a, b) => a - b)
  }
  return shown
}

function rowsOf(rows: readonly JsonObject[], marks: readonly (readonly JsonObject[])[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const data of marks) {
    const [first] = data
    const columns = Object.keys(rows[0] ?? {}).filter((column) => first !== undefined && column in first)
    if (columns.length === 0) continue
    const key = (row: JsonObject): string => JSON.stringify(columns.map((column) => comparable(row[column])))
    const keys = new Set(data.map(key))
    for (const [index, row] of rows.entries()) if (keys.has(key(row))) found.add(index)
  }
  return found
}

/** A time is a text in a table, and milliseconds or a date in a mark. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string' || !/^\d{4}(?:-\d\d){0,2}$/.test(value)) return value ?? null
  return Date.parse(value)
}

interface Node {
  readonly items?: readonly unknown[]
  readonly datum?: unknown
  readonly role?: unknown
  readonly marktype?: unknown
}

function collect(mark: unknown, found: (readonly JsonObject[])[]): void {
  if (!isNode(mark) || !Array.isArray(mark.items)) return
  // Axes and legends have roles of their own.
  if (mark.role === 'mark' && mark.marktype !== 'group') {
    found.push(mark.items.flatMap((item) => (isNode(item) && isJsonObject(item.datum) ? [item.datum] : [])))
  }
  for (const item of mark.items) if (isNode(item)) item.items?.forEach((part) => collect(part, found))
}

/** Vega's items are objects of its own. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
