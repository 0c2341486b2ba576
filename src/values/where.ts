import {valuesArgument, valuesUnknownField} from '../messages/values.ts'
import type {Cell, Row, Table} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'

/**
 * The rows that meet a value's `where`: equality, a list for one of several, `{not: x}` for neither.
 *
 * @returns undefined when it names a column that the table lacks, after a message
 */
export function maybeRowsWhere(
  evaluation: Evaluation,
  definition: ValueDefinition,
  table: Table,
): readonly Row[] | undefined {
  if (!isWhereOf(evaluation, definition, table)) return undefined
  const conditions = Object.entries<unknown>(definition.where)
  return table.rows.filter((row) => conditions.every(([name, wanted]) => meets(row[name] ?? null, wanted)))
}

/** Whether a value's `where` fits the table; says what does not. */
export function isWhereOf({report}: Evaluation, definition: ValueDefinition, table: Table): boolean {
  const conditions = Object.entries<unknown>(definition.where)
  const names = table.fields.map((field) => field.name)
  const unknown = conditions.filter(([name]) => !names.includes(name))
  const strange = conditions.filter(([, wanted]) => !isCondition(wanted))
  for (const [name] of unknown) {
    report(placeIn(definition, ['where', name]), valuesUnknownField(name, table.name, names))
  }
  if (strange.length > 0)
    report(placeIn(definition, ['where']), valuesArgument('where', 'a cell, a list of cells or `{not: cell}`'))
  return unknown.length + strange.length === 0
}

/** Whether a cell is what a condition asks for: by value, since YAML reads `period: 2021` as a number. */
export function meets(cell: Cell, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => meets(cell, one))
  if (isNot(wanted)) return !meets(cell, wanted.not)
  if (cell === null || !isCell(wanted) || wanted === null) return cell === wanted
  return String(cell) === String(wanted)
}

export function isCell(wanted: unknown): wanted is Cell {
  return wanted === null || ['string', 'number', 'boolean'].includes(typeof wanted)
}

function isCondition(wanted: unknown): boolean {
  const plain = isNot(wanted) ? wanted.not : wanted
  return Array.isArray(plain) ? plain.every(isCell) : isCell(plain)
}

export function isNot(wanted: unknown): wanted is {readonly not: unknown} {
  return typeof wanted === 'object' && wanted !== null && 'not' in wanted
}
