import {parseValue, skipSpace, type Cursor} from './parse-value.ts'
import {isDict, type PdfFile, type PdfObject} from './values.ts'

/**
 * Takes apart a PDF of the plain kind that Chromium writes: numbered objects, a cross-reference table, a trailer.
 *
 * @throws Error when the file is of another kind
 */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))?.[1])
  const tail = file.subarray(start).toString('latin1')
  const table = /^xref\s+0 (\d+)\s+/.exec(tail)
  const root = /\/Root (\d+) 0 R/.exec(tail)
  const info = /\/Info (\d+) 0 R/.exec(tail)
  if (!table || !root || !info) throw new Error('The browser wrote a PDF of another kind than expected')
  const text = file.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const [number, offset] of readOffsets(tail.slice(table[0].length), Number(table[1]))) {
    objects.set(number, parseObject({text, at: text.indexOf('obj', offset) + 3}, file))
  }
  return {objects, root: Number(root[1]), info: Number(info[1]), next: Number(table[1])}
}

function parseObject(cursor: Cursor, file: Buffer): PdfObject {
  const value = parseValue(cursor)
  if (!isDict(value)) return value
  skipSpace(cursor)
  if (!cursor.text.startsWith('stream', cursor.at)) return value
  const start = cursor.text.indexOf('\n', cursor.at) + 1
  const length = value.get('Length')
  if (typeof length !== 'number') throw new Error('A stream of the PDF lacks its length')
  return {dict: value, data: file.subarray(start, start + length)}
}

/** Entries of twenty bytes each: an offset, a generation, `n` for in use. */
function readOffsets(table: string, count: number): [number, number][] {
  return Array.from({length: count}, (_, number) => ({number, entry: table.slice(number * 20, number * 20 + 20)}))
    .filter(({entry}) => entry[17] === 'n')
    .map(({number, entry}) => [number, Number(entry.slice(0, 10))])
}
