import {valuesArgument} from '../messages/values.ts'
import type {Cell} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {maybeColumn} from './column.ts'
import type {Computed} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
import {maybeRowsWhere} from './where.ts'

/**
 * Computes `top: {of: table.column, by: table.column, count: 3}`: the cells of one column in the rows that have most of
 * another, as a list. With `order: ascending` those that have least. Rows that are equal keep their order in the table.
 */
export function evaluateTop(evaluation: Evaluation, definition: ValueDefinition): Computed | undefined {
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
  const rows = maybeRowsWhere(evaluation, definition, of.table)
  const sign = argument.order === 'ascending' ? 1 : -1
  const sorted = rows
    ?.filter((row) => (row[by.field.name] ?? null) !== null)
    .toSorted((a, b) => sign * order(a[by.field.name] ?? null, b[by.field.name] ?? null))
  const raw = sorted?.slice(0, argument.count ?? 3).map((row) => row[of.field.name] ?? null)
  return raw && {raw, type: of.field.type, table: of.table, format: 'list'}
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

function order(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
