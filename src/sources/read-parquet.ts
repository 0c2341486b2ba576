import {brotliDecompressSync, gunzipSync, zstdDecompressSync} from 'node:zlib'
import type {Compressors} from 'hyparquet'
import type {VFile} from 'vfile'
import {noRows} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import {unreadableParquet} from '../messages/workbooks.ts'
import type {Records} from './records.ts'

/** Beside Snappy, which the library has. */
const compressors: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, atMost(length)),
  BROTLI: (bytes, length) => brotliDecompressSync(bytes, atMost(length)),
  ZSTD: (bytes, length) => zstdDecompressSync(bytes, atMost(length)),
}

/**
 * The rows of a Parquet file. Its cells have no lines: messages name the row.
 *
 * @returns undefined when the file cannot be read; it has a message then
 */
export async function readParquet(bytes: Uint8Array, file: VFile): Promise<Records | undefined> {
  const read = await maybeRead(bytes)
  if (!read) {
    report(file, undefined, unreadableParquet())
    return undefined
  }
  const {columns, rows} = read
  if (rows.length === 0) report(file, undefined, noRows())
  return {columns, rows, numberOf: (row) => row + 1, placeOf: () => undefined}
}

/** The length that the file names, so that a small file cannot grow large; none is not a limit for zlib. */
function atMost(length: number): {readonly maxOutputLength: number} {
  return {maxOutputLength: Math.max(length, 1)}
}

type Read = Pick<Records, 'columns' | 'rows'>

async function maybeRead(bytes: Uint8Array): Promise<Read | undefined> {
  // A file whose end is there may still lack its beginning.
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== 'PAR1') return undefined
  const {parquetMetadata, parquetRead, parquetSchema} = await import('hyparquet')
  // Of its own: bytes may be a view of a larger buffer.
  const {buffer} = new Uint8Array(bytes)
  try {
    const metadata = parquetMetadata(buffer)
    const columns = parquetSchema(metadata).children.map(({element}) => element.name)
    const rows: unknown[][] = []
    const keep = (read: readonly unknown[][]): void => {
      for (const cells of read) rows.push(cells.map(toValue))
    }
    await parquetRead({file: buffer, metadata, compressors, onComplete: keep})
    return rows.length === Number(metadata.num_rows) ? {columns, rows} : undefined
  } catch {
    // Bytes that are cut off or of another kind fail anywhere in the library, each time in another way.
    return undefined
  }
}

/** Values as JSON would have them: whole numbers of 64 bits as numbers where they fit, days as ISO texts. */
function toValue(value: unknown): unknown {
  if (typeof value === 'bigint') return toNumber(value)
  if (value instanceof Date) return toDay(value)
  // A list or a map in a cell: no field has its type, and the message shows it.
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? toNumber(part) : part))
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

function toNumber(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

function toDay(value: Date): string {
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}
