import {valuesCycle, valuesNameTaken} from '../messages/values.ts'
import {report} from '../messages/message.ts'
import type {Table} from '../model/data.ts'
import type {ViewDefinition} from '../model/values.ts'
import type {SqlEvaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
import {maybeRun, namesRead} from './run-sql.ts'
import {viewTable} from './view-table.ts'

/** Resources, which are given, and views by name; each view is computed once, after the views that it reads. */
export async function evaluateViews(basis: SqlEvaluation): Promise<ReadonlyMap<string, Table>> {
  const {definitions, database, tables: resources} = basis
  const tables = new Map(resources)
  for (const view of inOrder(basis)) {
    const reporting = reportingOn(view, basis)
    if (resources.has(view.name)) {
      reporting.report(view.place, valuesNameTaken(view.name))
      continue
    }
    const statement = {name: view.name, sql: view.sql, place: placeIn(view, ['sql'])}
    const result = await maybeRun({...reporting, tables}, statement, async (sql) => {
      await database.keep(view.name, sql)
      return await database.query(`FROM "${view.name.replaceAll('"', '""')}"`)
    })
    if (result !== undefined) tables.set(view.name, viewTable({...reporting, tables}, view, result))
  }
  return inWrittenOrder(tables, [...resources.keys(), ...definitions.views.keys()])
}

/** The messages of a view stand on the file that defines it. */
function reportingOn({file}: ViewDefinition, evaluation: SqlEvaluation): SqlEvaluation {
  return file === undefined ? evaluation : {...evaluation, report: (place, message) => report(file, place, message)}
}

/** The views, each after those it reads; those in a circle are reported and left out. */
function inOrder(evaluation: SqlEvaluation): ViewDefinition[] {
  const {views} = evaluation.definitions
  const ordered = new Map<string, ViewDefinition>()
  const circular = new Set<string>()
  const visit = (view: ViewDefinition, chain: readonly string[]): void => {
    if (ordered.has(view.name) || circular.has(view.name)) return
    const start = chain.indexOf(view.name)
    if (start !== -1) {
      const circle = chain.slice(start)
      reportingOn(view, evaluation).report(view.place, valuesCycle([...circle, view.name]))
      circle.forEach((name) => circular.add(name))
      return
    }
    for (const name of namesRead(evaluation, view.sql)) {
      const read = evaluation.tables.has(name) ? undefined : views.get(name)
      if (read !== undefined) visit(read, [...chain, view.name])
    }
    if (!circular.has(view.name)) ordered.set(view.name, view)
  }
  for (const view of views.values()) visit(view, [])
  return [...ordered.values()]
}

function inWrittenOrder(tables: ReadonlyMap<string, Table>, names: readonly string[]): ReadonlyMap<string, Table> {
  return new Map(
    names.flatMap((name) => {
      const table = tables.get(name)
      return table === undefined ? [] : [[name, table] as const]
    }),
  )
}
