import {valuesArgument, valuesNotNumber, valuesNotRanked} from '../messages/values.ts'
import type {Cell, Table} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {maybeColumn, type Column} from './column.ts'
import type {Computed, Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {countBefore, knownCells, maybeLargeRow} from './large/large-forms.ts'
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
  return {raw: 1 + (await before(evaluation, column, {number, by: argument.by})), type: 'integer', table: column.table}
}

async function before(
  evaluation: Evaluation,
  column: Column,
  {number, by}: {readonly number: number; readonly by: Rank['by']},
): Promise<number> {
  const {database} = evaluation
  if (column.table.size !== undefined && database) {
    return await countBefore({...evaluation, database}, column, {number, isAscending: by === 'ascending'})
  }
  const cells = column.table.rows.map((row) => row[column.field.name] ?? null)
  return cells.filter((cell) => isBefore(cell, number, by)).length
}

/** What is ranked: the cell of the row of that name, the value of that name, or the number itself. */
async function maybeRanked(
  evaluation: Evaluation,
  {column, of, place}: {column: Column; of: string | number; place: ValueDefinition['place']},
  operand: Operand,
): Promise<Pick<Computed, 'raw'> | undefined> {
  const {definitions, report} = evaluation
  const found = await maybeCellOf(evaluation, column, of)
  if (found !== undefined) return found
  if (typeof of === 'number') return {raw: of}
  if (definitions.values.has(of)) return await operand(of)
  const keys = await rowKeys(evaluation, column.table)
  report(place, valuesNotRanked(of, column.table.fields[0]?.name ?? '', [...keys, ...definitions.values.keys()]))
  return undefined
}

/** The cell in the row whose first column holds `of`; undefined where there is no such row. */
async function maybeCellOf(
  {database, ...evaluation}: Evaluation,
  column: Column,
  of: string | number,
): Promise<Pick<Computed, 'raw'> | undefined> {
  const {table, field} = column
  if (table.size !== undefined && database) return await maybeLargeRow({...evaluation, database}, column, of)
  const key = table.fields[0]?.name ?? ''
  const row = table.rows.find((each) => meets(each[key] ?? null, of))
  return row && {raw: row[field.name] ?? null}
}

async function rowKeys({database, ...evaluation}: Evaluation, table: Table): Promise<readonly string[]> {
  const [field] = table.fields
  if (field === undefined) return []
  if (table.size !== undefined && database) return await knownCells({...evaluation, database}, {table, field})
  return table.rows.map((row) => String(row[field.name] ?? ''))
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
