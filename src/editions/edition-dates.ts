import type {Table} from '../model/data.ts'
import type {Document} from '../model/document.ts'
import {formatValue} from '../values/format.ts'

/** An ISO date as printed, to the precision that it has: `20 September 2022`, `September 2022`, `2022`. */
export function formatDate(iso: string, lang: string): string {
  return formatValue(iso, {format: precision(iso), lang})
}

/** The month of a date, or its year where no month is given: `September 2022`. */
export function formatMonth(iso: string, lang: string): string {
  return formatDate(iso.slice(0, 7), lang)
}

/** The latest as-of date among the tables that the document shows or draws. */
export function latestAsOf(document: Document, tables: ReadonlyMap<string, Table>): string | undefined {
  const dates = document.tables.map((name) => tables.get(name)?.asOf).filter((date) => date !== undefined)
  return dates.toSorted().at(-1)
}

function precision(iso: string): 'year' | 'month-year' | 'date' {
  if (iso.length <= 4) return 'year'
  return iso.length <= 7 ? 'month-year' : 'date'
}
