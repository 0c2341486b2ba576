import {contentExtent, extentOf} from './boxes.ts'
import {collectMarks, makePiece, type Piece} from './pieces.ts'

/** The head of a table as it is repeated on each page that the table goes on to. */
export interface ContinuedHead {
  readonly table: HTMLTableElement
  readonly copy: HTMLTableElement
  readonly height: number
}

/** A table by its rows; caption and head keep with the first row. */
export function collectTable(table: HTMLTableElement): Piece[] {
  const caption = table.caption === null ? [] : [captionPiece(table, table.caption)]
  const rows = [...table.rows].filter((row) => !row.hasAttribute('data-paginator'))
  const pieces = rows.map((row) => rowPiece(row))
  keepSpans(rows, pieces)
  for (const [index, row] of rows.entries()) {
    const piece = pieces[index]
    if (piece && (row.parentElement?.localName === 'thead' || keepsNext(row))) piece.keepsNext = true
  }
  rateCuts(rows, pieces)
  return [...caption, ...pieces]
}

/** A table is best left whole; where it must be cut, no row stands alone and the total keeps to the rows above it. */
function rateCuts(rows: readonly HTMLTableRowElement[], pieces: readonly Piece[]): void {
  const body = pieces.filter((_, index) => rows[index]?.parentElement?.localName !== 'thead')
  for (const piece of body.slice(1)) piece.start = 'row'
  for (const piece of [body[1], body.at(-1)]) if (piece && piece !== body[0]) piece.start = 'stray'
  if (rows.at(-1)?.matches('.total')) for (const piece of body.slice(1).slice(-1)) piece.start = 'kept'
}

/**
 * Measures the repeated heads of tables, all in one go; they stay in the document, unseen, until they are placed.
 *
 * @param word marks the copy: `continued`
 */
export function measureHeads(tables: readonly HTMLTableElement[], word: string): ContinuedHead[] {
  const copies = tables.filter((table) => table.tHead !== null).map((table) => ({table, ...widthsOf(table)}))
  const made = copies.map(({table, widths, width}) => ({table, copy: copyHead(table, {widths, width, word})}))
  for (const {table, copy} of made) table.parentElement?.append(copy)
  return made.map(({table, copy}) => ({table, copy, height: copy.getBoundingClientRect().height}))
}

function captionPiece(table: HTMLTableElement, caption: HTMLTableCaptionElement): Piece {
  const {top} = contentExtent(caption, getComputedStyle(caption))
  const anchor = {kind: 'block', node: table} as const
  const piece = makePiece({top, bottom: extentOf(caption).bottom, anchor})
  collectMarks(caption, piece)
  piece.keepsNext = true
  return piece
}

function rowPiece(row: HTMLTableRowElement): Piece {
  const piece = makePiece({...extentOf(row), anchor: {kind: 'row', row}})
  collectMarks(row, piece)
  return piece
}

function keepsNext(row: HTMLTableRowElement): boolean {
  return row.dataset['break']?.includes('keep-next') ?? false
}

/** Rows that a cell spans stay together. */
function keepSpans(rows: readonly HTMLTableRowElement[], pieces: readonly Piece[]): void {
  for (const [index, row] of rows.entries()) {
    const span = Math.max(1, ...[...row.cells].map((cell) => cell.rowSpan))
    for (const piece of pieces.slice(index, index + span - 1)) piece.keepsNext = true
  }
}

/** The widths of the columns, from the first row that has a cell for each, as they are in the table's own measure. */
function widthsOf(table: HTMLTableElement): {widths: readonly number[]; width: number} {
  const row = [...table.rows].find(({cells}) => [...cells].every((cell) => cell.colSpan === 1))
  const zoom = Number(table.style.zoom === '' ? 1 : table.style.zoom)
  const widths = [...(row?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width / zoom)
  return {widths, width: table.getBoundingClientRect().width / zoom}
}

function copyHead(
  table: HTMLTableElement,
  {widths, width, word}: {widths: readonly number[]; width: number; word: string},
): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement
  const columns = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${width}px`
    columns.append(column)
  }
  copy.append(columns)
  if (table.tHead !== null) copy.append(table.tHead.cloneNode(true))
  for (const inner of copy.querySelectorAll('.note-call')) inner.remove()
  const label = table.caption?.querySelector('.label')?.textContent ?? ''
  if (label !== '') copy.createCaption().append(continuedLine(label, word))
  for (const inner of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['id', 'href']) inner.removeAttribute(name)
  copy.classList.add('continued-head')
  copy.setAttribute('aria-hidden', 'true')
  copy.setAttribute('data-paginator', 'head')
  Object.assign(copy.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    visibility: 'hidden',
    width: `${width}px`,
    tableLayout: 'fixed',
    margin: '0',
    padding: '0',
    // What the whole table ends with does not end its head.
    borderBottom: '0',
  })
  return copy
}

function continuedLine(label: string, word: string): DocumentFragment {
  const line = document.createDocumentFragment()
  const [first, second] = [document.createElement('span'), document.createElement('span')]
  Object.assign(first, {className: 'label', textContent: label})
  Object.assign(second, {className: 'continued', textContent: word})
  for (const part of [first, second]) part.style.display = 'inline'
  line.append(first, ' ', second)
  return line
}
