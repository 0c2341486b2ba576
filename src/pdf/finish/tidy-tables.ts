import type {PdfDocument} from '../document.ts'
import {isArray, isDict, type PdfDict} from '../objects/values.ts'
import {elementsIn, isStructElement, makeElement, walkElements, type StructElement} from '../structure/structure.ts'

/** Parts a table's head from its body, and writes the attributes of cells as one list without what goes without saying. */
export function tidyTables({structure}: PdfDocument): void {
  for (const {element} of walkElements(structure)) {
    if (element.type === 'TD' || element.type === 'TH') mergeAttributes(element.entries)
    if (element.type === 'Table') partHead(element)
  }
}

function partHead(table: StructElement): void {
  const rows = elementsIn(table).filter(({type}) => type === 'TR')
  const end = rows.findIndex((row) => !isHeadRow(row))
  const head = rows.slice(0, Math.max(0, end))
  if (head.length === 0) return
  const rest = table.kids.filter((kid) => !isStructElement(kid) || kid.type !== 'TR')
  table.kids = [...rest, makeElement('THead', head), makeElement('TBody', rows.slice(head.length))]
}

function isHeadRow(row: StructElement): boolean {
  const cells = elementsIn(row)
  return cells.length > 0 && cells.every(({type, entries}) => type === 'TH' && scopeOf(entries) !== 'Row')
}

function scopeOf(entries: PdfDict): unknown {
  const attributes = entries.get('A')
  const lists = isArray(attributes) ? attributes : [attributes]
  return lists.map((list) => (isDict(list) ? list.get('Scope') : undefined)).find((scope) => scope !== undefined)
}

function mergeAttributes(entries: PdfDict): void {
  const lists = entries.get('A')
  if (!isArray(lists) || !lists.every((list) => isDict(list) && list.get('O') === 'Table')) return
  const merged: PdfDict = new Map()
  for (const list of lists) if (isDict(list)) for (const [key, value] of list) merged.set(key, value)
  for (const key of ['RowSpan', 'ColSpan']) if (merged.get(key) === 1) merged.delete(key)
  if (merged.size > 1) entries.set('A', merged)
  else entries.delete('A')
}
