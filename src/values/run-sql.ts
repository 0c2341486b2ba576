import type {Point} from 'unist'
import {valuesClock, valuesSqlFailed, valuesUnknownTable} from '../messages/values.ts'
import {QueryError} from './database.ts'
import type {SqlEvaluation} from './evaluation.ts'

interface Statement {
  readonly name: string
  readonly place: Point | undefined
  readonly sql: string
}

const clockWords =
  /\b(?:current_date|current_time|current_timestamp|localtime|localtimestamp)\b|\b(?:now|today|get_current_time|get_current_timestamp|transaction_timestamp|random|setseed|uuid|uuidv4|uuidv7|gen_random_uuid)\s*(?=\()/i

/**
 * What `run` gives for an author's statement, or undefined where the statement is at fault, which is then reported.
 * A statement that reads a view that failed is passed over: the view's own message says enough.
 */
export async function maybeRun<Result>(
  {database, tables, definitions, report}: SqlEvaluation,
  {name, place, sql}: Statement,
  run: (sql: string) => Promise<Result>,
): Promise<Result | undefined> {
  const clock = clockWords.exec(withoutQuoted(sql))
  if (clock !== null) {
    report(place, valuesClock(name, clock[0].trim()))
    return undefined
  }
  const missing = namesRead({database, tables, definitions}, sql).filter((table) => !tables.has(table))
  const unknown = missing.filter((table) => !definitions.views.has(table))
  for (const table of unknown) report(place, valuesUnknownTable(table, tables.keys()))
  if (missing.length > 0) return undefined
  try {
    return await run(sql)
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause
    report(place, valuesSqlFailed(name, cause.message, maybeHyphenated(sql, {tables, definitions})))
    return undefined
  }
}

/** The tables and views that a statement reads, by the names that they were given: SQL minds no capitals. */
export function namesRead(
  {database, tables, definitions}: Pick<SqlEvaluation, 'database' | 'tables' | 'definitions'>,
  sql: string,
): readonly string[] {
  const known = [...tables.keys(), ...definitions.views.keys()]
  return database.mentioned(sql).map((name) => known.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name)
}

/** The first name of a table or column with a hyphen, which SQL takes for a minus, that stands without its quotes. */
function maybeHyphenated(
  sql: string,
  {tables, definitions}: Pick<SqlEvaluation, 'tables' | 'definitions'>,
): string | undefined {
  const columns = [...tables.values()].flatMap((table) => table.fields.map((field) => field.name))
  const names = [...tables.keys(), ...definitions.views.keys(), ...columns].filter((name) => name.includes('-'))
  const words = withoutQuoted(sql).match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []
  return words.find((word) => names.includes(word))
}

/** The statement without texts, quoted names and comments, whose words mean nothing to SQL. */
function withoutQuoted(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\//g, ' ')
}
