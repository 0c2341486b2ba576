import {valuesArgument, valuesUnknownField, valuesUnknownTable} from '../messages/values.ts'
import type {Field, Table} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'

export interface Column {
  readonly table: Table
  readonly field: Field
}

/**
 * The column that `table.column` names; names may hold points themselves. Says what is wrong with one that does not
 * exist, except where it belongs to a view that failed.
 */
export function maybeColumn(
  {tables, definitions, report}: Evaluation,
  definition: ValueDefinition,
  argument: unknown,
): Column | undefined {
  const {form} = definition
  const place = placeIn(definition, form === 'rank' ? [form, 'in'] : [form])
  const splits = typeof argument === 'string' ? namesOf(argument) : []
  const [first] = splits
  if (first === undefined) {
    report(place, valuesArgument(form, 'a column as `table.column`'))
    return undefined
  }
  const known = splits.find((split) => tables.has(split.table))
  const table = known === undefined ? undefined : tables.get(known.table)
  if (known === undefined || table === undefined) {
    const failed = splits.some((split) => definitions.views.has(split.table))
    if (!failed) report(place, valuesUnknownTable(first.table, tables.keys()))
    return undefined
  }
  const field = table.fields.find(({name}) => name === known.field)
  if (field !== undefined) return {table, field}
  const names = table.fields.map(({name}) => name)
  report(place, valuesUnknownField(known.field, table.name, names))
  return undefined
}

/** Every way to read a text as `table.column`. */
function namesOf(text: string): {table: string; field: string}[] {
  return [...text.matchAll(/\./g)]
    .map(({index}) => ({table: text.slice(0, index), field: text.slice(index + 1)}))
    .filter(({table, field}) => table !== '' && field !== '')
}
