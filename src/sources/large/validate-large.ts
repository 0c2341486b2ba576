import type {VFile} from 'vfile'
import {noRows} from '../../messages/data.ts'
import {shortHash} from '../../hash.ts'
import {report} from '../../messages/message.ts'
import type {Store} from '../../values/store.ts'
import {createProblems, type Problems} from '../problems.ts'
import {delimiterOf} from '../read-csv.ts'
import type {Resource} from '../resource.ts'
import {toTable, type ValidatedRows} from '../validate-rows.ts'
import {validateHeader} from '../validate-header.ts'
import {judgeColumn, type JudgedColumn} from './judge-columns.ts'
import {dropRaw, maybeReadRaw, type LargeFile, type RawTable} from './read-raw.ts'
import {reportCells} from './report-cells.ts'
import {reportKeys} from './report-keys.ts'
import {placeCells} from './scan-records.ts'
import {typeTable} from './type-table.ts'

export interface LargeInput {
  readonly file: VFile
  /** Absolute: where it stands on the disk. */
  readonly disk: string
  readonly store: Store
}

/**
 * Validates a large CSV file as `validateRows` does, with the same messages, and leaves its rows in the store, in a
 * table of the resource's name. In JavaScript there are none.
 *
 * @returns undefined where the file is not CSV throughout: `validateRows` says what is wrong then
 */
export async function maybeValidateLarge(
  resource: Resource,
  {file, disk, store}: LargeInput,
): Promise<ValidatedRows | undefined> {
  const bytes = file.value
  if (!(bytes instanceof Uint8Array) || resource.quote.length !== 1) return undefined
  const head = maybeHead(bytes, resource)
  if (head === undefined) return undefined
  const large: LargeFile = {bytes, disk, quote: resource.quote, ...head}
  const count = await maybeReadRaw(store, large)
  if (count === undefined) return undefined
  const problems = createProblems(file)
  const records = recordsOf(large)
  const columnOf = validateHeader(resource, records, problems)
  if (count === 0) report(file, undefined, noRows())
  if (columnOf) await validateCells({resource, store, file: large, count, columnOf}, problems)
  problems.finish()
  await dropRaw(store)
  return {
    table: {...toTable(resource, file, {rows: [], missing: {}}), size: count, digest: shortHash(bytes)},
    file,
    records,
    columnOf: columnOf ?? [],
    placesOf: (cells) => placeCells(bytes, large, cells),
  }
}

async function validateCells(raw: RawTable, problems: Problems): Promise<void> {
  const judged: (JudgedColumn | undefined)[] = []
  // One after the other: each keeps both cores at work.
  for (const index of raw.resource.fields.keys()) judged.push(await judgeColumn(raw, index))
  await reportCells(raw, judged, problems)
  await typeTable(raw, judged)
  await reportKeys(raw, problems)
}

type Head = Pick<LargeFile, 'delimiter' | 'columns'>

/** The names of the columns; undefined for a head that takes more than to cut a line. */
function maybeHead(bytes: Uint8Array, resource: Resource): Head | undefined {
  const end = bytes.indexOf(0x0a)
  const line = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0))).replace(/\r$/, '')
  const delimiter = resource.delimiter ?? delimiterOf(line, resource)
  if (line === '' || delimiter.length !== 1) return undefined
  const cells = line.split(delimiter)
  const {quote} = resource
  const isQuoted = (cell: string): boolean => cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote)
  const columns = cells.map((cell) => (isQuoted(cell) ? cell.slice(1, -1) : cell))
  return columns.some((name) => name.includes(quote)) ? undefined : {delimiter, columns}
}

function recordsOf(file: LargeFile): NonNullable<ValidatedRows['records']> {
  return {
    columns: file.columns,
    rows: [],
    numberOf: (row) => row + 1,
    placeOf: (row, column) => placeCells(file.bytes, file, [{row, column}])[0],
  }
}
