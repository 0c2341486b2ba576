import {valuesArgument, valuesNotNumber, valuesNotRanked} from '../messages/values.ts'
import type {Cell} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {maybeColumn, type Column} from './column.ts'
import type {Computed, Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
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
  const {argument} = definition
  const place = placeIn(definition, ['rank', 'of'])
  if (!isRank(argument)) {
    evaluation.report(
      placeIn(definition, ['rank']),
      valuesArgument('rank', '`of`, `in` and perhaps `by`, `descending` or `ascending`'),
    )
    return undefined
  }
  const column = maybeColumn(evaluation, definition, argument.in)
  const found = column && (await maybeRanked(evaluation, {column, of: argument.of, place}, operand))
  if (column === undefined || found === undefined) return undefined
  const number = found.raw
  if (typeof number !== 'number') {
    evaluation.report(place, valuesNotNumber('rank', String(argument.of)))
    return undefined
  }
  const cells = column.table.rows.map((row) => row[column.field.name] ?? null)
  const before = cells.filter((cell) => isBefore(cell, number, argument.by)).length
  return {raw: 1 + before, type: 'integer', table: column.table}
}

/** What is ranked: the cell of the row of that name, the value of that name, or the number itself. */
async function maybeRanked(
  {definitions, report}: Evaluation,
  {column: {table, field}, of, place}: {column: Column; of: string | number; place: ValueDefinition['place']},
  operand: Operand,
): Promise<Pick<Computed, 'raw'> | undefined> {
  const key = table.fields[0]?.name ?? ''
  const row = table.rows.find((each) => meets(each[key] ?? null, of))
  if (row !== undefined) return {raw: row[field.name] ?? null}
  if (typeof of === 'number') return {raw: of}
  if (definitions.values.has(of)) return await operand(of)
  const keys = table.rows.map((each) => String(each[key] ?? ''))
  report(place, valuesNotRanked(of, key, [...keys, ...definitions.values.keys()]))
  return undefined
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
