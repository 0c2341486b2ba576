import {valuesNoRow, valuesSeveralColumns, valuesSeveralRows} from '../messages/values.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Computed} from './computed.ts'
import type {SqlEvaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
import {maybeRun} from './run-sql.ts'

/** Computes an SQL value: one row of one column, or all rows of one column where its format is `list`. */
export async function evaluateSql(
  evaluation: SqlEvaluation,
  definition: ValueDefinition,
): Promise<Computed | undefined> {
  const {name, argument, format} = definition
  const place = placeIn(definition, ['sql'])
  const {database, report} = evaluation
  const result = await maybeRun(evaluation, {name, place, sql: String(argument)}, database.query)
  if (result === undefined) return undefined
  const [column, ...others] = result.columns
  if (column === undefined || others.length > 0) {
    const columns = result.columns.map((each) => each.name)
    report(place, valuesSeveralColumns(name, columns))
    return undefined
  }
  const {type} = column
  const cells = result.rows.map((row) => row[0] ?? null)
  const [first] = cells
  if (format === 'list') return {raw: cells, type}
  if (first !== undefined && cells.length === 1) return {raw: first, type}
  report(place, cells.length === 0 ? valuesNoRow(name, 'sql') : valuesSeveralRows(name, cells.length, 'sql'))
  return undefined
}
