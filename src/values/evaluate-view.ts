import {valuesNameTaken} from '../messages/values.ts'
import {report} from '../messages/message.ts'
import type {Table} from '../model/data.ts'
import type {ViewDefinition} from '../model/values.ts'
import type {Operand} from './computed.ts'
import type {SqlEvaluation} from './evaluation.ts'
import {maybeFilledSql} from './fill-names.ts'
import {placeIn} from './place-in.ts'
import {maybeRun} from './run-sql.ts'
import {quotedName} from './store.ts'
import {viewTable} from './view-table.ts'

/**
 * Computes a view after those that it reads, with the values that it names in double braces put in, and keeps it for
 * what comes after.
 *
 * @returns undefined for a view that fails, after a message
 */
export async function maybeView(
  evaluation: SqlEvaluation,
  view: ViewDefinition,
  operand: Operand,
): Promise<Table | undefined> {
  const reporting = reportingOn(view, evaluation)
  if (evaluation.tables.has(view.name)) {
    reporting.report(view.place, valuesNameTaken(view.name))
    return undefined
  }
  const sql = await maybeFilledSql(reporting, view, operand)
  if (sql === undefined) return undefined
  const {database} = evaluation
  const statement = {name: view.name, sql, place: placeIn(view, ['sql'])}
  const result = await maybeRun(reporting, statement, async (filled) => {
    await database.keep(view.name, filled)
    return await database.query(`FROM ${quotedName(view.name)}`)
  })
  return result && viewTable(reporting, {...view, sql}, result)
}

/** The messages of a view stand on the file that defines it. */
export function reportingOn({file}: ViewDefinition, evaluation: SqlEvaluation): SqlEvaluation {
  return file === undefined ? evaluation : {...evaluation, report: (place, message) => report(file, place, message)}
}
