import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {emptyDataFile} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import type {Table} from '../model/data.ts'
import {decodeText} from './decode-text.ts'
import {createProblems, type Problems} from './problems.ts'
import {readCsv} from './read-csv.ts'
import {readJson} from './read-json.ts'
import {readParquet} from './read-parquet.ts'
import {readXlsx} from './read-xlsx.ts'
import type {Records} from './records.ts'
import type {Resource} from './resource.ts'
import {typeRows, type TypedRows} from './type-rows.ts'
import {validateHeader} from './validate-header.ts'
import {reportDuplicateRows} from './report-duplicate-rows.ts'

/** A table, and where its cells stand in the file for what is still to be checked. */
export interface ValidatedRows {
  readonly table: Table
  readonly file: VFile
  /** Undefined when the file could not be read. */
  readonly records: Records | undefined
  /** The column of each field in `records`, -1 for none. */
  readonly columnOf: readonly number[]
  /** Where cells stand, many at once; of a table that is too large for `records` to hold its rows. */
  readonly placesOf?: (
    cells: readonly {readonly row: number; readonly column: number}[],
  ) => readonly (Point | undefined)[]
}

/** Reads a resource's file into rows of cells that fit its schema. What does not fit is reported at its line and column. */
export async function validateRows(resource: Resource, file: VFile): Promise<ValidatedRows> {
  const problems = createProblems(file)
  const records = await maybeRecords(resource, file, problems)
  const columnOf = records && validateHeader(resource, records, problems)
  const typed = records && columnOf ? typeRows(resource, {records, columnOf}, problems) : emptyRows
  if (records && columnOf) reportDuplicateRows(resource, {records, columnOf, rows: typed.rows}, problems)
  problems.finish()
  return {table: toTable(resource, file, typed), file, records, columnOf: columnOf ?? []}
}

const emptyRows: TypedRows = {rows: [], missing: {}}

async function maybeRecords(resource: Resource, file: VFile, problems: Problems): Promise<Records | undefined> {
  const bytes = file.value instanceof Uint8Array ? file.value : new TextEncoder().encode(String(file))
  // A file that could not be loaded, or decoded, has its message.
  const before = file.messages.length
  if (before > 0 && bytes.length === 0) return undefined
  if (bytes.length > 0 && resource.kind === 'xlsx') return await readXlsx(resource, {bytes, file, problems})
  if (bytes.length > 0 && resource.kind === 'parquet') return await readParquet(bytes, file)
  const text = decodeText(bytes, file)
  if (file.messages.length > before) return undefined
  if (text.trim() === '') {
    report(file, undefined, emptyDataFile())
    return undefined
  }
  return resource.kind === 'json' ? readJson(text, file) : await readCsv(resource, {text, file, problems})
}

/** A resource as the rest of the program sees it. */
export function toTable(resource: Resource, file: VFile, {rows, missing}: TypedRows): Table {
  const {name, title, description, primaryKey, sources, asOf} = resource
  return {
    name,
    title,
    ...(description === undefined ? {} : {description}),
    fields: resource.fields.map(({field}) => field),
    rows,
    ...(primaryKey.length === 0 ? {} : {primaryKey}),
    ...(Object.keys(missing).length === 0 ? {} : {missing}),
    sources,
    ...(asOf === undefined ? {} : {asOf}),
    path: file.path,
  }
}
