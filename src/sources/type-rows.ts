import {cellConstraint, cellMissing, cellType} from '../messages/data.ts'
import type {Cell, Row} from '../model.ts'
import {createRuleCheck} from './create-rule-check.ts'
import {expectedCell, maybeCell} from './maybe-cell.ts'
import type {Problems} from './problems.ts'
import type {Records} from './records.ts'
import type {Resource, ResourceField} from './resource.ts'

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
    missing: new Set(field.reading.missingValues),
    brokenRule: createRuleCheck(field.constraints),
    column: columnOf[index] ?? -1,
  }))
  const missing: Record<string, string> = {}
  const rows = records.rows.map((cells, index) => {
    const row: Record<string, Cell> = {}
    for (const column of columns) {
      const value = cells[column.column]
      const name = column.field.name
      row[name] = typeCell(value, column, (message) => {
        const place = {row: records.numberOf(index), column: name}
        problems.add(() => records.placeOf(index, column.column), message(place))
      })
      if (row[name] === null && typeof value === 'string' && KIND.test(value) && column.missing.has(value)) {
        missing[`${index}:${name}`] = value
      }
    }
    return row
  })
  return {rows, missing}
}

interface Column extends ResourceField {
  readonly missing: ReadonlySet<string>
  readonly brokenRule: ReturnType<typeof createRuleCheck>
}

type Tell = (message: (place: Parameters<typeof cellMissing>[0]) => ReturnType<typeof cellMissing>) => void

function typeCell(value: unknown, {missing, reading, constraints, brokenRule}: Column, tell: Tell): Cell {
  if (value === undefined || value === null || (typeof value === 'string' && missing.has(value))) {
    if (constraints.required) tell(cellMissing)
    return null
  }
  const cell = maybeCell(value, reading)
  if (cell === undefined || cell === null) {
    tell((place) => cellType(written(value), place, expectedCell[reading.type]))
    return null
  }
  const rule = brokenRule(cell)
  if (rule !== undefined) tell((place) => cellConstraint(written(value), place, rule))
  return cell
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
