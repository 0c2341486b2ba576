import {quotedName, quotedText, rowsOf, type Store} from '../../values/store.ts'
import type {Resource} from '../resource.ts'
import {hasStrayQuote} from './scan-records.ts'

/** A CSV file that the database can read by itself. */
export interface LargeFile {
  readonly bytes: Uint8Array
  /** Absolute: where it stands on the disk. */
  readonly disk: string
  readonly delimiter: string
  readonly quote: string
  readonly columns: readonly string[]
}

/** A resource whose file is in the database as it is written: texts, in the order of the file. */
export interface RawTable {
  readonly resource: Resource
  readonly store: Store
  readonly file: LargeFile
  readonly count: number
  /** The column of each field, -1 for none. */
  readonly columnOf: readonly number[]
}

/** The name of the raw table; a resource may have any name, but the raw table goes before there is one. */
export const rawName = '"raw text of a file"'

/** The name of a column of the raw table: by its place, since heads may repeat or be empty. */
export function rawColumn(index: number): string {
  return `c${index}`
}

/**
 * Has the database read a file, in parallel and without a row in JavaScript.
 *
 * @returns the number of rows; undefined where the file is not CSV throughout, which a reading row by row can explain
 */
export async function maybeReadRaw(store: Store, file: LargeFile): Promise<number | undefined> {
  const {bytes, disk, delimiter, quote, columns} = file
  // NUL is a mistake that the database would keep; a line of one cell may be empty, which is no row then.
  if (columns.length < 2 || bytes.includes(0)) return undefined
  const struct = columns.map((_, index) => `'${rawColumn(index)}': 'VARCHAR'`).join(', ')
  const options = [
    `columns = {${struct}}`,
    `delim = ${quotedText(delimiter)}, quote = ${quotedText(quote)}, escape = ${quotedText(quote)}`,
    "auto_detect = false, header = true, strict_mode = true, nullstr = '\u0001'",
  ]
  try {
    await store.connection.run(
      `CREATE TABLE ${rawName} AS SELECT ${columns.map((_, index) => withLineFeeds(file, index)).join(', ')} ` +
        `FROM read_csv(${quotedText(disk)}, ${options.join(', ')})`,
    )
  } catch {
    return undefined
  }
  const anyQuote = columns.map((_, index) => `contains(${rawColumn(index)}, ${quotedText(quote)})`).join(' OR ')
  const [[count = 0, quoted = false] = []] = await rowsOf(
    store,
    `SELECT count(*), coalesce(bool_or(${anyQuote}), false) FROM ${rawName}`,
  )
  if (quoted === true && hasStrayQuote(bytes, file)) {
    await dropRaw(store)
    return undefined
  }
  return Number(count)
}

export async function dropRaw({connection}: Store): Promise<void> {
  await connection.run(`DROP TABLE ${rawName}`)
}

/** Lines inside of cells end as those of texts do: see `decodeText`. */
function withLineFeeds({bytes, quote}: LargeFile, index: number): string {
  const column = rawColumn(index)
  if (!bytes.includes(0x0d) || !bytes.includes(quote.charCodeAt(0))) return column
  return `replace(replace(${column}, chr(13) || chr(10), chr(10)), chr(13), chr(10)) AS ${quotedName(column)}`
}
