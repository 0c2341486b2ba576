import type {PdfDocument} from '../document.ts'
import {isArray, isDict, isString, type PdfDict} from '../objects/values.ts'
import {
  elementsIn,
  isInlineType,
  isStructElement,
  makeElement,
  allElements,
  type StructElement,
  type StructKid,
} from '../structure/structure.ts'
import {attributesOf, gridOf, type TableGrid} from '../structure/table-grid.ts'

/**
 * Gives tables what the browser leaves out (ISO 14289-1, 7.2): a tag for the caption, the head apart from the body, cells
 * that hold nothing. Attributes of cells become one list, without what goes without saying.
 */
export function tidyTables({structure}: PdfDocument): void {
  for (const element of allElements(structure)) {
    if (element.type === 'TD' || element.type === 'TH') mergeAttributes(element.entries)
    if (element.type !== 'Table') continue
    tagCaption(element)
    endSpans(element)
    fillRows(element)
    partHead(element)
  }
}

/** The text before the rows. */
function tagCaption(table: StructElement): void {
  const end = table.kids.findIndex((kid) => !isText(kid))
  if (end <= 0) return
  table.kids = [makeElement('Caption', table.kids.slice(0, end)), ...table.kids.slice(end)]
}

function isText(kid: StructKid): boolean {
  return !isStructElement(kid) || isInlineType(kid.type) || kid.type === 'P'
}

/** No cell reaches below the last row of its table, whatever the author wrote. */
function endSpans(table: StructElement): void {
  const {rows, isOver} = gridOf(table)
  if (!isOver) return
  for (const [index, {cells}] of rows.entries()) {
    for (const {cell} of cells) {
      const attributes = cell.entries.get('A')
      const span = attributesOf(cell).get('RowSpan')
      if (isDict(attributes) && Number(span) > rows.length - index) attributes.set('RowSpan', rows.length - index)
    }
  }
}

/** An empty cell goes where a head says that no cell of its row belongs to its column, else to the row's end. */
function fillRows(table: StructElement): void {
  const grid = gridOf(table)
  const width = Math.max(0, ...grid.rows.map(({taken}) => taken.size))
  const columns = columnsOf(grid)
  for (const {element, cells, taken} of grid.rows) {
    let missing = width - taken.size
    if (missing === 0 || taken.size === 0) continue
    const kids: StructKid[] = []
    for (const {cell, column} of cells) {
      const gap = Math.min(missing, (columnOf(cell, columns) ?? column) - column - (width - taken.size - missing))
      for (let count = 0; count < gap; count++) kids.push(makeElement('TD', []))
      missing -= Math.max(0, gap)
      kids.push(cell)
    }
    element.kids = [...kids, ...Array.from({length: missing}, () => makeElement('TD', []))]
  }
}

/** The columns of heads, by their ids: those of heads that are for a column. */
function columnsOf({rows}: TableGrid): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  for (const {cells} of rows) {
    for (const {cell, column} of cells) {
      const id = cell.entries.get('ID')
      if (isString(id) && attributesOf(cell).get('Scope') === 'Column') columns.set(id.bytes, column)
    }
  }
  return columns
}

function columnOf(cell: StructElement, columns: ReadonlyMap<string, number>): number | undefined {
  const headers = attributesOf(cell).get('Headers')
  const found = (isArray(headers) ? headers : []).flatMap((id) => (isString(id) ? [columns.get(id.bytes)] : []))
  return found.find((column) => column !== undefined)
}

function partHead(table: StructElement): void {
  const rows = elementsIn(table).filter(({type}) => type === 'TR')
  const end = rows.findIndex((row) => !isHeadRow(row))
  const head = rows.slice(0, Math.max(0, end))
  if (head.length === 0) return
  const rest = table.kids.filter((kid) => !isStructElement(kid) || kid.type !== 'TR')
  table.kids = [...rest, makeElement('THead', head), makeElement('TBody', rows.slice(head.length))]
}

/** Heads that are not for rows; above the heads of rows there may be nothing. */
function isHeadRow(row: StructElement): boolean {
  const cells = elementsIn(row)
  const heads = cells.filter((cell) => cell.type === 'TH' && attributesOf(cell).get('Scope') !== 'Row')
  return heads.length > 0 && cells.every((cell) => heads.includes(cell) || cell.kids.length === 0)
}

function mergeAttributes(entries: PdfDict): void {
  const lists = entries.get('A')
  if (!isArray(lists) || !lists.every((list) => isDict(list) && list.get('O') === 'Table')) return
  const merged: PdfDict = new Map()
  for (const list of lists) for (const [key, value] of isDict(list) ? list : []) merged.set(key, value)
  for (const key of ['RowSpan', 'ColSpan']) if (merged.get(key) === 1) merged.delete(key)
  if (merged.size > 1) entries.set('A', merged)
  else entries.delete('A')
}
