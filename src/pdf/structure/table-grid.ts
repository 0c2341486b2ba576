import {isArray, isDict, isNumber, type PdfValue} from '../objects/values.ts'
import {elementsIn, type StructElement} from './structure.ts'

/** The cells of a table in its rows and columns. */
export interface TableGrid {
  readonly rows: readonly GridRow[]
  readonly overlaps: boolean
  /** Whether a cell spans more rows than there are. */
  readonly isOver: boolean
}

export interface GridRow {
  readonly element: StructElement
  /** The column that each cell begins in. */
  readonly cells: readonly {readonly cell: StructElement; readonly column: number}[]
  /** The columns that its cells, and those that reach into it from above, take up. */
  readonly taken: ReadonlySet<number>
}

/** Puts each cell into the first free columns of its row, and into the rows below that it spans. */
export function gridOf(table: StructElement): TableGrid {
  const rows = rowsOf(table).map((element) => ({
    element,
    cells: [] as GridRow['cells'][number][],
    taken: new Set<number>(),
  }))
  let [overlaps, isOver] = [false, false]
  for (const [index, {element, cells, taken}] of rows.entries()) {
    let column = 0
    for (const cell of elementsIn(element)) {
      while (taken.has(column)) column++
      const down = spanOf(cell, 'RowSpan')
      const columns = Array.from({length: spanOf(cell, 'ColSpan')}, (_, offset) => column + offset)
      isOver ||= index + down > rows.length
      cells.push({cell, column})
      for (const row of rows.slice(index, index + down)) overlaps = take(row.taken, columns) || overlaps
    }
  }
  return {rows, overlaps, isOver}
}

export function rowsOf(table: StructElement): StructElement[] {
  return elementsIn(table).flatMap((kid) =>
    kid.type === 'TR' ? [kid] : elementsIn(kid).filter(({type}) => type === 'TR'),
  )
}

/** The attributes of a cell; they may stand in one list or in several. */
export function attributesOf(cell: StructElement): ReadonlyMap<string, PdfValue> {
  const found = new Map<string, PdfValue>()
  const lists = cell.entries.get('A')
  for (const list of isArray(lists) ? lists : [lists]) {
    for (const [key, value] of isDict(list) ? list : []) found.set(key, value)
  }
  return found
}

/** @returns whether one of the columns was taken already */
function take(taken: Set<number>, columns: readonly number[]): boolean {
  const isTaken = columns.some((column) => taken.has(column))
  for (const column of columns) taken.add(column)
  return isTaken
}

function spanOf(cell: StructElement, name: 'RowSpan' | 'ColSpan'): number {
  const value = attributesOf(cell).get(name)
  return isNumber(value) ? value : 1
}
