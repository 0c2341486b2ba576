import {cellConstraint, cellMissing, cellType, columnType} from '../messages/data.ts'
import type {Cell, Row} from '../model/data.ts'
import {createRuleCheck} from './create-rule-check.ts'
import {expectedCell, maybeCell} from './maybe-cell.ts'
import type {Problems} from './problems.ts'
import type {Records} from './records.ts'
import type {CellReading, Resource, ResourceField} from './resource.ts'

export interface TypedRows {
  readonly rows: readonly Row[]
  /** As Table.missing. */
  readonly missing: Readonly<Record<string, string>>
}

export interface RecordColumns {
  readonly records: Records
  /** The column of each field, -1 for none. */
  readonly columnOf: readonly number[]
}

/** `[z]` and its like say why a value is missing, and are shown in its place. */
const KIND = /^\[\w+\]$/

/** Types the cells of all rows. A cell that does not fit its field is reported, and missing. */
export function typeRows({fields}: Resource, {records, columnOf}: RecordColumns, problems: Problems): TypedRows {
  const columns = fields.map((field, index) => ({
    ...field,
    brokenRule: createRuleCheck(field.constraints),
    column: columnOf[index] ?? -1,
    misfits: misfitsIn(records, columnOf[index] ?? -1, field.reading),
  }))
  const missing: Record<string, string> = {}
  const told = new Set<string>()
  const rows = records.rows.map((cells, index) => {
    const row: Record<string, Cell> = {}
    for (const column of columns) {
      const value = cells[column.column]
      const name = column.field.name
      const tell: Tell = (message) => {
        problems.add(
          () => records.placeOf(index, column.column),
          () => message({row: records.numberOf(index), column: name}),
        )
      }
      const isMisfit = column.misfits > 0 && !isMissing(value, column.reading)
      // One message for a column of which nothing fits.
      if (!isMisfit) row[name] = typeCell(value, column, tell)
      else {
        row[name] = null
        if (!told.has(name)) tell((place) => misfitColumn(value, place, column))
        told.add(name)
      }
      if (row[name] === null && typeof value === 'string' && KIND.test(value) && isMissing(value, column.reading)) {
        missing[`${index}:${name}`] = value
      }
    }
    return row
  })
  return {rows, missing}
}

/** Fewer values may all be slips. */
const FEWEST = 10

/** The number of values of a column of which none is of its field's type; 0 where one is, or where they are few. */
function misfitsIn({rows}: Records, column: number, reading: CellReading): number {
  let count = 0
  for (const cells of rows) {
    const value = cells[column]
    if (isMissing(value, reading)) continue
    if (maybeCell(value, reading) !== undefined) return 0
    count += 1
  }
  return isMisfitted(count) ? count : 0
}

/** Whether so many values that do not fit say that the type is wrong, and not they. */
export function isMisfitted(count: number): boolean {
  return count >= FEWEST
}

/** The message on the first value of a column of which none fits. */
export function misfitColumn(
  value: unknown,
  place: Parameters<typeof cellMissing>[0],
  {reading, misfits}: Pick<Column, 'reading' | 'misfits'>,
): ReturnType<typeof cellMissing> {
  return columnType(written(value), place, {count: misfits, type: reading.type, expected: expectedCell[reading.type]})
}

interface Column extends ResourceField {
  readonly brokenRule: ReturnType<typeof createRuleCheck>
  /** How many values it has, where none of them fits. */
  readonly misfits: number
}

type Tell = (message: (place: Parameters<typeof cellMissing>[0]) => ReturnType<typeof cellMissing>) => void

/** The cell that a value is; one that is wrong is told, and missing. */
export function typeCell(
  value: unknown,
  {reading, constraints, brokenRule}: Pick<Column, 'reading' | 'constraints' | 'brokenRule'>,
  tell: Tell,
): Cell {
  if (isMissing(value, reading)) {
    if (constraints.required) tell((place) => cellMissing(place, 'required'))
    return null
  }
  const cell = maybeCell(value, reading)
  if (cell === undefined || cell === null) {
    tell((place) => cellType(written(value), place, {type: reading.type, expected: expectedCell[reading.type]}))
    return null
  }
  const rule = brokenRule(cell)
  if (rule !== undefined) tell((place) => cellConstraint(written(value), place, rule))
  return cell
}

/** Whether a value of a data file stands for none. */
export function isMissing(value: unknown, {missingValues}: Pick<CellReading, 'missingValues'>): boolean {
  return value === undefined || value === null || (typeof value === 'string' && missingValues.includes(value))
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
