import {valuesArgument} from '../messages/values.ts'
import type {Cell} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {maybeColumn, type Column} from './column.ts'
import type {Computed} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {topCells} from './large/large-forms.ts'
import {placeIn} from './place-in.ts'
import {maybeRowsWhere} from './where.ts'

/**
 * Computes `top: {of: table.column, by: table.column, count: 3}`: the cells of one column in the rows that have most of
 * another, as a list. With `order: ascending` those that have least. Rows that are equal keep their order in the table.
 */
export async function evaluateTop(evaluation: Evaluation, definition: ValueDefinition): Promise<Computed | undefined> {
  const {argument} = definition
  const place = placeIn(definition, ['top'])
  if (!isTop(argument)) {
    evaluation.report(place, valuesArgument('top', '`of`, `by` and perhaps `count` and `order`'))
    return undefined
  }
  const of = maybeColumn(evaluation, definition, argument.of)
  const by = maybeColumn(evaluation, definition, argument.by)
  if (of === undefined || by === undefined) return undefined
  if (of.table !== by.table) {
    evaluation.report(place, valuesArgument('top', 'two columns of one table'))
    return undefined
  }
  const raw = await maybeTopCells(evaluation, definition, {of, by, argument})
  return raw && {raw, type: of.field.type, table: of.table, format: 'list'}
}

interface Asked {
  readonly of: Column
  readonly by: Column
  readonly argument: Top
}

async function maybeTopCells(
  evaluation: Evaluation,
  definition: ValueDefinition,
  {of, by, argument: {count = 3, order}}: Asked,
): Promise<readonly Cell[] | undefined> {
  const {database} = evaluation
  const rows = maybeRowsWhere(evaluation, definition, of.table)
  if (rows !== undefined && of.table.size !== undefined && database) {
    return await topCells({...evaluation, database}, definition, {of, by, count, isAscending: order === 'ascending'})
  }
  const sign = order === 'ascending' ? 1 : -1
  return rows
    ?.filter((row) => (row[by.field.name] ?? null) !== null)
    .toSorted((a, b) => sign * compare(a[by.field.name] ?? null, b[by.field.name] ?? null))
    .slice(0, count)
    .map((row) => row[of.field.name] ?? null)
}

interface Top {
  readonly of: string
  readonly by: string
  readonly count?: number
  readonly order?: 'ascending' | 'descending'
}

function isTop(argument: unknown): argument is Top {
  if (typeof argument !== 'object' || argument === null || !('of' in argument) || !('by' in argument)) return false
  if ('count' in argument && !(Number.isInteger(argument.count) && Number(argument.count) > 0)) return false
  return !('order' in argument) || argument.order === 'ascending' || argument.order === 'descending'
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
