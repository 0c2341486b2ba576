import {valuesArgument, valuesUnknownField} from '../messages/values.ts'
import type {Cell, Field, Table, ValueDefinition} from '../model.ts'
import type {Evaluation} from './evaluation.ts'
import {quotedName} from './load-table.ts'

/**
 * A value's `where` as SQL: equality, a list for one of several, `{not: x}` for neither.
 *
 * @returns undefined when it names a column that the table lacks, after a message
 */
export function conditions({report}: Evaluation, {where, place}: ValueDefinition, table: Table): string | undefined {
  const parts: string[] = []
  for (const [name, wanted] of Object.entries<unknown>(where)) {
    const field = table.fields.find((each) => each.name === name)
    const part = field === undefined ? undefined : maybeCondition(field, wanted)
    const names = table.fields.map((each) => each.name)
    if (field === undefined) report(place, valuesUnknownField(name, table.name, names))
    else if (part === undefined) report(place, valuesArgument('where', 'a cell, a list of cells or `{not: cell}`'))
    else parts.push(part)
  }
  if (parts.length < Object.keys(where).length) return undefined
  return parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`
}

/** Whether a cell is what a condition asks for: numbers by value, whatever the author quoted. */
export function meets(cell: Cell, wanted: unknown): boolean {
  return cell === wanted || (cell !== null && wanted !== null && String(cell) === String(wanted))
}

function maybeCondition(field: Field, wanted: unknown): string | undefined {
  const name = quotedName(field.name)
  if (isCell(wanted)) return wanted === null ? `${name} IS NULL` : `${name} = ${literal(field, wanted)}`
  if (Array.isArray(wanted)) return maybeOneOf(field, wanted)
  if (typeof wanted !== 'object' || wanted === null || !('not' in wanted)) return undefined
  if (wanted.not === null) return `${name} IS NOT NULL`
  const same = maybeCondition(field, wanted.not)
  // A missing cell is not the unwanted one, so it stays; plain SQL would drop it.
  return same === undefined ? undefined : `(${name} IS NULL OR NOT (${same}))`
}

function maybeOneOf(field: Field, wanted: readonly unknown[]): string | undefined {
  const parts = wanted.map((one) => (isCell(one) ? maybeCondition(field, one) : undefined))
  return parts.length === 0 || parts.includes(undefined) ? undefined : `(${parts.join(' OR ')})`
}

/** A number asked of a column of text is compared as text: YAML reads `period: 2021` as a number. */
function literal(field: Field, cell: Exclude<Cell, null>): string {
  const numeric = field.type === 'integer' || field.type === 'number' || field.type === 'year'
  if (typeof cell === 'number' && numeric) return String(cell)
  if (typeof cell === 'boolean' && field.type === 'boolean') return String(cell)
  return `'${String(cell).replaceAll("'", "''")}'`
}

function isCell(wanted: unknown): wanted is Cell {
  return wanted === null || ['string', 'number', 'boolean'].includes(typeof wanted)
}
