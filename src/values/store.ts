import type * as DuckDB from '@duckdb/node-api'

/** A database in memory that the program itself fills, before any SQL of an author runs in it. */
export interface Store extends Disposable {
  readonly duckdb: typeof DuckDB
  readonly connection: DuckDB.DuckDBConnection
}

/** Opens an empty database. Files can be read in it until `lockStore`. */
export async function openStore(): Promise<Store> {
  const duckdb = await import('@duckdb/node-api')
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  return {
    duckdb,
    connection,
    [Symbol.dispose]: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/**
 * From here on no statement can read files, reach the network, load an extension or change a setting. One thread: rows
 * of a GROUP BY without ORDER BY and sums of doubles then come out the same on every machine.
 */
export async function lockStore({connection}: Store): Promise<void> {
  await connection.run('SET threads = 1; SET enable_external_access = false; SET lock_configuration = true')
}

/** The rows of a statement of the program's own. */
export async function rowsOf({connection}: Store, sql: string): Promise<readonly (readonly DuckDB.DuckDBValue[])[]> {
  return (await connection.runAndReadAll(sql)).getRows()
}

/** A name as SQL takes it whatever its characters. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL takes it whatever its characters. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
