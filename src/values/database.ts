import type * as DuckDB from '@duckdb/node-api'
import type {Cell, FieldType, Table} from '../model/data.ts'
import {steady} from './decimal.ts'
import {loadOnce} from './load-table.ts'
import {lockStore, openStore, quotedName, type Store} from './store.ts'

/** The tables of a brief, open for SQL that can reach nothing but them. */
export interface Database extends Disposable {
  /**
   * The result of one statement.
   *
   * @throws QueryError when DuckDB refuses it or it takes too long
   */
  readonly query: (sql: string) => Promise<QueryResult>
  /**
   * Keeps the result of one statement as a table.
   *
   * @throws QueryError as `query`
   */
  readonly keep: (name: string, sql: string) => Promise<void>
  /** The names of the tables that a statement reads; none where it cannot be parsed. */
  readonly mentioned: (sql: string) => readonly string[]
}

export interface QueryResult {
  readonly columns: readonly {readonly name: string; readonly type: FieldType}[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What DuckDB says against a statement. */
export class QueryError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'QueryError'
  }
}

interface Session {
  readonly duckdb: typeof DuckDB
  readonly connection: DuckDB.DuckDBConnection
}

/** How long a statement may run, in milliseconds: far above what a brief needs, far below what a reader of logs bears. */
const timeLimit = 20_000

/**
 * Opens an in-memory database with the tables loaded. Afterwards no statement can read files, reach the network, load
 * an extension or change a setting.
 *
 * @param store one that holds the large tables already; it is closed with the database
 */
export async function openDatabase(tables: readonly Table[], store?: Store): Promise<Database> {
  const opened = store ?? (await openStore())
  for (const table of tables) if (table.size === undefined) await loadOnce(opened, table)
  await lockStore(opened)
  const {duckdb, connection} = opened
  const session = {duckdb, connection}
  return {
    query: async (sql) => {
      const statement = await prepare(session, sql)
      return await read(await limited(connection, () => statement.run()))
    },
    keep: async (name, sql) => {
      await prepare(session, sql)
      const text = sql.trim().replace(/;\s*$/, '')
      await limited(connection, () => connection.run(`CREATE TABLE ${quotedName(name)} AS ${text}`))
    },
    mentioned: (sql) => mentioned(connection, sql),
    [Symbol.dispose]: () => opened[Symbol.dispose](),
  }
}

function mentioned(connection: DuckDB.DuckDBConnection, sql: string): readonly string[] {
  try {
    // Sorted: DuckDB gives them in the order of its hash table.
    return [...connection.getTableNames(sql, false)].sort()
  } catch {
    return []
  }
}

/** Refuses several statements and those that are not queries. */
async function prepare({duckdb, connection}: Session, sql: string): Promise<DuckDB.DuckDBPreparedStatement> {
  if (sql.trim() === '') throw new QueryError('An empty statement')
  const statements = await refusing(() => connection.extractStatements(sql))
  if (statements.count !== 1) throw new QueryError(`${statements.count} statements, expected one`)
  const prepared = await refusing(() => statements.prepare(0))
  if (prepared.statementType !== duckdb.StatementType.SELECT)
    throw new QueryError('A statement that is not a query, expected `SELECT`')
  return prepared
}

async function read(result: DuckDB.DuckDBMaterializedResult): Promise<QueryResult> {
  const types = result.columnTypes()
  const rows = await result.getRows()
  return {
    columns: result.columnNames().map((name, index) => ({name, type: fieldType(types[index])})),
    rows: rows.map((row) => row.map((value) => cellOf(value))),
  }
}

async function limited<Result>(connection: DuckDB.DuckDBConnection, action: () => Promise<Result>): Promise<Result> {
  const timer = setTimeout(() => connection.interrupt(), timeLimit)
  try {
    return await refusing(action)
  } finally {
    clearTimeout(timer)
  }
}

async function refusing<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    throw new QueryError(cause instanceof Error ? cause.message : String(cause))
  }
}

function fieldType(type: DuckDB.DuckDBType | undefined): FieldType {
  const name = String(type)
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$|^DECIMAL\(\d+,0\)$/.test(name)) return 'integer'
  if (/^(DECIMAL|DOUBLE|FLOAT|BIGNUM)/.test(name)) return 'number'
  if (name === 'BOOLEAN') return 'boolean'
  return name === 'DATE' ? 'date' : 'string'
}

/** Numbers beyond what a JavaScript number holds exactly keep fifteen digits; infinity and not-a-number are missing. */
function cellOf(value: DuckDB.DuckDBValue): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? steady(value) : null
  if ('scale' in value && 'width' in value) return Number(String(value))
  return String(value)
}
