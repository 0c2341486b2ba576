import type {VFile} from 'vfile'
import {emptyDataFile, noRows} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import {failedCell, hiddenParts, mergedCells, unknownSheet, unreadableWorkbook} from '../messages/workbooks.ts'
import type {FieldType} from '../model/data.ts'
import type {Problems} from './problems.ts'
import type {Records} from './records.ts'
import type {Resource} from './resource.ts'
import {hiddenIn, rangesWithin, type Extent} from './xlsx/hidden-in.ts'
import type {SheetDate} from './xlsx/number-format.ts'
import {maybeOpenWorkbook, type Workbook, type WorkbookSheet} from './xlsx/open-workbook.ts'
import {
  columnName,
  columnOf,
  readSheet,
  type NoValue,
  type Sheet,
  type SheetRow,
  type SheetValue,
} from './xlsx/read-sheet.ts'

export interface XlsxInput {
  readonly bytes: Uint8Array
  readonly file: VFile
  readonly problems: Problems
}

/** What of a resource says how its sheet is read. */
export type SheetResource = Pick<Resource, 'sheet' | 'fields' | 'missingValues'>

/**
 * The rows of a sheet of a workbook: its first row with a value is the header, empty rows are skipped. Merged cells and
 * what is hidden leave a warning that says which; cells that failed to compute are reported.
 *
 * @returns undefined when there is no such sheet, or nothing in it; the file has a message then
 */
export async function readXlsx(
  resource: SheetResource,
  {bytes, file, problems}: XlsxInput,
): Promise<Records | undefined> {
  const workbook = await maybeOpenWorkbook(bytes)
  if (!workbook) {
    report(file, undefined, unreadableWorkbook(isCompoundFile(bytes)))
    return undefined
  }
  const chosen = maybeSheet(workbook, resource.sheet)
  const xml = chosen?.xml()
  if (!chosen || xml === undefined) {
    report(
      file,
      undefined,
      unknownSheet(
        resource.sheet ?? 1,
        workbook.sheets.map(({name}) => name),
      ),
    )
    return undefined
  }
  const sheet = readSheet(xml, workbook)
  const [header, ...rows] = sheet.rows
  if (!header) {
    report(file, undefined, emptyDataFile())
    return undefined
  }
  if (rows.length === 0) report(file, undefined, noRows())
  const records = toRecords(header, rows, {resource, problems})
  warn(sheet, chosen, file)
  return records
}

function maybeSheet({sheets}: Workbook, wanted: Resource['sheet']): WorkbookSheet | undefined {
  if (typeof wanted === 'string') return sheets.find(({name}) => name === wanted)
  return sheets[(wanted ?? 1) - 1]
}

/** What older programs wrote, and newer ones write when there is a password. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

interface Reading {
  readonly resource: SheetResource
  readonly problems: Problems
}

function toRecords(header: SheetRow, rows: readonly SheetRow[], {resource, problems}: Reading): Records {
  const used = [...new Set([header, ...rows].flatMap(({cells}) => [...cells.keys()]))].sort((a, b) => a - b)
  const columns = used.map((column) => {
    const value = header.cells.get(column)
    const name = value === undefined || isFailed(value) ? '' : String(plainOf(value, 'string'))
    return {column, name, ...readingOf(name, resource)}
  })
  return {
    columns: columns.map(({name}) => name),
    rows: rows.map(({cells, number}, index) =>
      columns.map(({column, name, type, missingValues}) => {
        const value = cells.get(column)
        if (value === undefined) return undefined
        if (!isFailed(value)) return marked(plainOf(value, type), missingValues)
        if (value.failed !== undefined && missingValues.includes(value.failed)) return value.failed
        problems.add(
          () => ({line: number, column: column + 1}),
          () =>
            failedCell(value.failed, {cell: `${columnName(column)}${number}`, place: {row: index + 1, column: name}}),
        )
        return undefined
      }),
    ),
    numberOf: (row) => row + 1,
    placeOf: (row, column) => ({
      line: (row < 0 ? header.number : rows[row]?.number) ?? header.number,
      column: (columns[column]?.column ?? 0) + 1,
    }),
  }
}

interface ColumnReading {
  readonly type: FieldType | undefined
  readonly missingValues: readonly string[]
}

function readingOf(name: string, {fields, missingValues}: SheetResource): ColumnReading {
  const reading = fields.find(({field}) => field.name === name)?.reading
  return {type: reading?.type, missingValues: reading?.missingValues ?? missingValues}
}

function isFailed(value: SheetValue): value is NoValue {
  return typeof value === 'object' && 'failed' in value
}

/** A sheet holds codes as numbers and months as days: what a text or month of the field's type would be. */
function plainOf(value: string | number | boolean | SheetDate, type: FieldType | undefined): unknown {
  if (typeof value === 'object') return dayOf(value, type)
  if (typeof value === 'boolean') return type === 'string' ? String(value).toUpperCase() : value
  return type === 'string' ? String(value) : value
}

function dayOf({date, shown}: SheetDate, type: FieldType | undefined): unknown {
  if (type === 'date' || shown === 'date') {
    return type === 'yearmonth' && date.length === 10 && date.endsWith('-01') ? date.slice(0, 7) : date
  }
  if (shown === 'yearmonth') return date.slice(0, 7)
  return type === 'string' ? date.slice(0, 4) : Number(date.slice(0, 4))
}

/** Marks of missing values are texts, such as `-99`. */
function marked(value: unknown, missingValues: readonly string[]): unknown {
  return missingValues.includes(String(value)) ? String(value) : value
}

function warn(sheet: Sheet, {name, isHidden}: WorkbookSheet, file: VFile): void {
  const columns = sheet.rows.flatMap(({cells}) => [...cells.keys()])
  const extent: Extent = {
    // Not spread into a call: a sheet may have a million rows.
    firstColumn: columns.reduce((least, column) => Math.min(least, column)),
    lastColumn: columns.reduce((most, column) => Math.max(most, column)),
    firstRow: sheet.rows[0]?.number ?? 1,
    lastRow: sheet.rows.at(-1)?.number ?? 1,
  }
  const merged = rangesWithin(sheet.merged, extent)
  const [first] = merged
  if (first !== undefined) {
    const line = Number(/\d+/.exec(first)?.[0] ?? 1)
    report(file, {line, column: columnOf(first) + 1}, mergedCells(merged, name))
  }
  const hidden = hiddenIn(sheet, extent)
  if (isHidden || hidden.length > 0) report(file, undefined, hiddenParts(hidden, {name, isHidden}))
}
