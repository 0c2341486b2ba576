import {valuesArgument, valuesNoMatch, valuesNotNumber} from '../messages/values.ts'
import type {Cell, ValueDefinition} from '../model.ts'
import {maybeColumn} from './column.ts'
import type {Computed, Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {meets} from './where.ts'

/**
 * Computes `rank: {of: Sindh, in: table.column, by: ascending}`: the place of a row, named by its first cell, or of a
 * value or number, among the column's numbers. Equal numbers share the better place. `by` is `descending` by default,
 * so that the largest number is first.
 */
export async function evaluateRank(
  evaluation: Evaluation,
  definition: ValueDefinition,
  operand: Operand,
): Promise<Computed | undefined> {
  const {argument, place} = definition
  const {report, definitions} = evaluation
  if (!isRank(argument)) {
    report(place, valuesArgument('rank', '`of`, `in` and perhaps `by`, which is `descending` or `ascending`'))
    return undefined
  }
  const column = maybeColumn(evaluation, definition, argument.in)
  if (column === undefined) return undefined
  const {table, field} = column
  const key = table.fields[0]?.name ?? ''
  const row = table.rows.find((each) => meets(each[key] ?? null, argument.of))
  const named = definitions.values.has(String(argument.of))
  if (row === undefined && !named && typeof argument.of !== 'number') {
    const keys = table.rows.map((each) => String(each[key] ?? ''))
    report(place, valuesNoMatch(key, argument.of, [...keys, ...definitions.values.keys()]))
    return undefined
  }
  const computed = row === undefined && named ? await operand(String(argument.of)) : undefined
  if (row === undefined && named && computed === undefined) return undefined
  const number = row === undefined ? (computed?.raw ?? argument.of) : (row[field.name] ?? null)
  if (typeof number !== 'number') {
    report(place, valuesNotNumber('rank', String(argument.of)))
    return undefined
  }
  const cells = table.rows.map((each) => each[field.name] ?? null)
  return {raw: 1 + cells.filter((cell) => isBefore(cell, number, argument.by)).length, type: 'integer', table}
}

interface Rank {
  readonly of: string | number
  readonly in: unknown
  readonly by?: 'ascending' | 'descending'
}

function isRank(argument: unknown): argument is Rank {
  if (typeof argument !== 'object' || argument === null || !('of' in argument) || !('in' in argument)) return false
  if (typeof argument.of !== 'string' && typeof argument.of !== 'number') return false
  return !('by' in argument) || argument.by === 'ascending' || argument.by === 'descending'
}

function isBefore(cell: Cell, number: number, by: Rank['by']): boolean {
  if (typeof cell !== 'number') return false
  return by === 'ascending' ? cell < number : cell > number
}
