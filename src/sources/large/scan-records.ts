import type {Point} from 'unist'
import type {LargeFile} from './read-raw.ts'

type Marks = Pick<LargeFile, 'quote' | 'delimiter'>

const LINE_FEED = 0x0a

/** Whether a quote stands in the middle of a cell that does not begin with one: some programs read that, some do not. */
export function hasStrayQuote(bytes: Uint8Array, {quote, delimiter}: Marks): boolean {
  const [mark, cut] = [quote.charCodeAt(0), delimiter.charCodeAt(0)]
  let before = LINE_FEED
  let isQuoted = false
  for (let at = start(bytes); at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === mark) {
      // The second of two inside quotes opens them again.
      if (!isQuoted && before !== cut && before !== LINE_FEED && before !== mark) return true
      isQuoted = !isQuoted
    }
    before = byte
  }
  return false
}

/**
 * Where cells stand: line and column as in a text whose lines end with `\n`. One pass over the bytes, whatever the
 * number of cells.
 *
 * @param cells by row of the data, from 0, and column
 */
export function placeCells(
  bytes: Uint8Array,
  marks: Marks,
  cells: readonly {readonly row: number; readonly column: number}[],
): readonly (Point | undefined)[] {
  const wanted = new Set(cells.map(({row}) => row))
  const records = recordsAt(bytes, marks, wanted)
  return cells.map(({row, column}) => {
    const record = records.get(row)
    return (
      record &&
      placeIn(new TextDecoder().decode(bytes.subarray(record.start, record.end)), record.line, {
        column,
        ...marks,
      })
    )
  })
}

interface RecordPlace {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** The header is row -1; empty lines are no rows. */
function recordsAt(bytes: Uint8Array, {quote}: Marks, wanted: ReadonlySet<number>): ReadonlyMap<number, RecordPlace> {
  const mark = quote.charCodeAt(0)
  const found = new Map<number, RecordPlace>()
  let [row, line, begin] = [-1, 1, start(bytes)]
  let first = line
  let isQuoted = false
  for (let at = begin; at <= bytes.length && found.size < wanted.size; at++) {
    const byte = at === bytes.length ? LINE_FEED : bytes[at]
    if (byte === mark) isQuoted = !isQuoted
    if (byte !== LINE_FEED) continue
    line += 1
    if (isQuoted) continue
    const isEmpty = at === begin || (at === begin + 1 && bytes[begin] === 0x0d)
    if (!isEmpty && wanted.has(row)) found.set(row, {line: first, start: begin, end: at})
    if (!isEmpty) row += 1
    begin = at + 1
    first = line
  }
  return found
}

function placeIn(written: string, line: number, {column, quote, delimiter}: Marks & {column: number}): Point {
  const text = written.replaceAll(/\r\n?/g, '\n')
  let [left, at, isQuoted] = [column, 0, false]
  for (; left > 0 && at < text.length; at++) {
    if (text[at] === quote) isQuoted = !isQuoted
    else if (text[at] === delimiter && !isQuoted) left -= 1
  }
  const before = text.slice(0, at)
  return {line: line + before.split('\n').length - 1, column: at - (before.lastIndexOf('\n') + 1) + 1}
}

/** After a byte order mark. */
function start(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
