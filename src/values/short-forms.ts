import {valuesNoMatch, valuesNoRow, valuesNotNumber, valuesSeveralRows, valuesSqlFailed} from '../messages/values.ts'
import type {Cell, Row, ValueDefinition} from '../model.ts'
import {maybeColumn, type Column} from './column.ts'
import {QueryError} from './database.ts'
import type {Computed} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {quotedName} from './load-table.ts'
import {conditions, meets} from './where.ts'

const aggregates: Readonly<Record<string, string>> = {sum: 'sum', count: 'count', min: 'min', max: 'max', mean: 'avg'}

/** The forms over one column: `sum: table.column`. `value` and `cell` want exactly one row. */
export const shortForms: readonly string[] = [...Object.keys(aggregates), 'first', 'last', 'value', 'cell']

/** Computes a short form; conditions that no row meets are a mistake, except where rows are counted. */
export async function evaluateShortForm(
  evaluation: Evaluation,
  definition: ValueDefinition,
): Promise<Computed | undefined> {
  const {form, place} = definition
  const column = maybeColumn(evaluation, definition, definition.argument)
  if (column === undefined) return undefined
  const conditionsSql = conditions(evaluation, definition, column.table)
  if (conditionsSql === undefined) return undefined
  const {field, table} = column
  if ((form === 'sum' || form === 'mean') && field.type !== 'integer' && field.type !== 'number') {
    evaluation.report(place, valuesNotNumber(form, `${table.name}.${field.name}`))
    return undefined
  }
  const rows = await maybeRows(evaluation, definition, statement(form, column, conditionsSql))
  if (rows === undefined) return undefined
  const [raw = null, matched = null] = (form === 'last' ? rows.at(-1) : rows[0]) ?? []
  if (rows.length === 0 || (form !== 'count' && matched === 0)) {
    reportNoRow(evaluation, definition, table.rows)
    return undefined
  }
  if ((form === 'value' || form === 'cell') && rows.length > 1) {
    evaluation.report(place, valuesSeveralRows(definition.name, rows.length))
    return undefined
  }
  if (form === 'count') return {raw, type: 'integer', table}
  const format = form === 'mean' && field.format === 'integer' ? undefined : field.format
  const type = form === 'mean' ? 'number' : field.type
  return {raw, type, format, unit: field.unit, table}
}

function statement(form: string, {table, field}: Column, where: string): string {
  const name = quotedName(field.name)
  const aggregate = aggregates[form]
  const selected = aggregate === undefined ? `${name}, 1` : `${aggregate}(${name}), count(*)`
  return `SELECT ${selected} FROM ${quotedName(table.name)}${where}`
}

async function maybeRows(
  {database, report}: Evaluation,
  {name, place}: ValueDefinition,
  sql: string,
): Promise<readonly (readonly Cell[])[] | undefined> {
  try {
    return (await database.query(sql)).rows
  } catch (cause) {
    // For example a text as the condition on a column of numbers.
    if (!(cause instanceof QueryError)) throw cause
    report(place, valuesSqlFailed(name, cause.message.split('\n')[0] ?? ''))
    return undefined
  }
}

/** Names the first condition that no row meets by itself, which is most often a misspelt cell. */
function reportNoRow({report}: Evaluation, {name, place, where}: ValueDefinition, rows: readonly Row[]): void {
  for (const [field, wanted] of Object.entries<unknown>(where)) {
    const cells = rows.map((row) => row[field] ?? null)
    const unmet = (Array.isArray(wanted) ? wanted : [wanted]).filter(
      (one) => (typeof one !== 'object' || one === null) && !cells.some((cell) => meets(cell, one)),
    )
    if (unmet.length > 0) {
      report(place, valuesNoMatch(field, unmet[0], new Set(cells.filter((cell) => cell !== null).map(String))))
      return
    }
  }
  report(place, valuesNoRow(name))
}
