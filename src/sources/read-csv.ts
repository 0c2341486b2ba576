import type {CsvError, Options} from 'csv-parse/sync'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {csvQuote, emptyDataFile, noRows, raggedRow} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import {pointAt} from './point-at.ts'
import type {Problems} from './problems.ts'
import type {Records} from './records.ts'
import type {Resource} from './resource.ts'

type Parse = (text: string, options: Options) => unknown

export interface CsvInput {
  readonly text: string
  readonly file: VFile
  readonly problems: Problems
}

/**
 * The rows of a CSV file: its first line is the header, empty lines are skipped. A row with too few or too many cells
 * is reported and left out.
 *
 * @returns undefined when the file cannot be read as CSV; it has a message then
 */
export async function readCsv(resource: Resource, {text, file, problems}: CsvInput): Promise<Records | undefined> {
  const {parse} = await import('csv-parse/sync')
  const options: Options = {
    delimiter: resource.delimiter ?? delimiterOf(text, resource),
    quote: resource.quote,
    record_delimiter: '\n',
    relax_column_count: true,
  }
  const records = parseRecords(text, {parse, options, file})
  if (!records) return undefined
  const lines = records.map((cells, index) => ({cells, index})).filter(({cells}) => !isEmptyLine(cells))
  const [header, ...rest] = lines.map((line, index) => ({...line, number: index}))
  if (!header) {
    report(file, undefined, emptyDataFile())
    return undefined
  }
  const starts = memo(() => startsOf(text, {parse, options}))
  const placed = (index: number, cell: number): Point => placeCell(text, starts(), {index, cell, options})
  const width = header.cells.length
  const rows = rest.filter(({cells, index, number}) => {
    if (cells.length === width) return true
    problems.add(
      () => placed(index, Math.min(cells.length, width) - 1),
      () => raggedRow(number, cells.length, width),
    )
    return false
  })
  if (rest.length === 0) report(file, undefined, noRows())
  return {
    columns: header.cells,
    rows: rows.map(({cells}) => cells),
    numberOf: (row) => rows[row]?.number ?? row + 1,
    placeOf: (row, column) => placed(row < 0 ? header.index : (rows[row]?.index ?? 0), column),
  }
}

/** Of the usual delimiters the one that cuts the header into most of the schema's fields. */
export function delimiterOf(text: string, {fields, path, quote}: Resource): string {
  const header = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'))
  const candidates = path.endsWith('.tsv') ? ['\t', ',', ';'] : [',', ';', '\t']
  const scored = candidates.map((delimiter) => {
    const names = new Set(header.split(delimiter).map((name) => name.replaceAll(quote, '').trim()))
    return {delimiter, found: fields.filter(({field}) => names.has(field.name)).length}
  })
  return scored.reduce((best, other) => (other.found > best.found ? other : best)).delimiter
}

function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === ''
}

interface Parsing {
  readonly parse: Parse
  readonly options: Options
}

function parseRecords(text: string, {parse, options, file}: Parsing & {file: VFile}): string[][] | undefined {
  try {
    return parse(text, options) as string[][]
  } catch (cause) {
    const {code, index} = cause as Partial<CsvError> & {index?: number}
    if (code === undefined) throw cause
    const starts = startsOf(text, {parse, options})
    report(file, placeCell(text, starts, {index: starts.length - 1, cell: index ?? 0, options}), csvQuote(code))
    return undefined
  }
}

/** The offsets at which records start, the last one's end included; up to the mistake where there is one. */
function startsOf(text: string, {parse, options}: Parsing): readonly number[] {
  const starts = [0]
  try {
    parse(text, {
      ...options,
      raw: true,
      on_record: (record: unknown) => {
        starts.push((starts.at(-1) ?? 0) + (record as {raw: string}).raw.length)
        return null
      },
    })
  } catch {
    // Reported where the file was parsed for its cells.
  }
  return starts
}

interface CellIndex {
  readonly index: number
  readonly cell: number
  readonly options: Options
}

function placeCell(text: string, starts: readonly number[], {index, cell, options}: CellIndex): Point {
  const quote = options.quote
  let at = starts[index] ?? text.length
  let quoted = false
  for (let left = cell; left > 0 && at < text.length; at++) {
    if (text[at] === quote) quoted = !quoted
    else if (text[at] === options.delimiter && !quoted) left -= 1
  }
  return pointAt(text, at)
}

function memo<Result>(make: () => Result): () => Result {
  let made: {readonly result: Result} | undefined
  return () => (made ??= {result: make()}).result
}
