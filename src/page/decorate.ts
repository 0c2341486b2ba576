import type {PlaceRequest, PlannedPage} from '../pages/measured.ts'
import {extentOf} from './boxes.ts'
import type {Piece} from './pieces.ts'
import type {ContinuedHead} from './tables.ts'

/** Puts each page's running heads and folio on it: read by eyes alone, since the text itself says where it is. */
export function placeFurniture({furniture, page}: PlaceRequest): void {
  for (const [index, html] of furniture.entries()) {
    const sheet = makeOverlay({left: 0, top: index * page.height, width: page.width})
    Object.assign(sheet.style, {height: `${page.height}px`, pointerEvents: 'none'})
    sheet.innerHTML = html
    document.body.append(sheet)
  }
}

/** Draws the rule above a page's notes. */
export function placeRule(top: number, notes: Element): void {
  const {left, width} = notes.getBoundingClientRect()
  const overlay = makeOverlay({left: left + scrollX, top, width})
  overlay.append(Object.assign(document.createElement('div'), {className: 'note-rule'}))
  document.body.append(overlay)
}

/** Repeats the head of each table that goes on, above the first row on the page. */
export function placeHeads(
  request: PlaceRequest,
  {pieces, heads}: {pieces: readonly Piece[]; heads: readonly ContinuedHead[]},
): void {
  for (const {copy} of heads) copy.remove()
  const placed: {copy: HTMLElement; top: number; table: Element}[] = []
  for (const [index, planned] of request.pages.entries()) {
    const table = maybeContinued(planned, pieces)
    const head = heads.find((one) => one.table === table)
    if (head === undefined) continue
    const copy = head.copy.cloneNode(true) as HTMLElement
    copy.style.visibility = ''
    head.table.parentElement?.append(copy)
    placed.push({copy, table: head.table, top: index * request.page.height + request.page.top})
  }
  // An element placed absolutely counts from the nearest placed ancestor, whichever that is: see where it came to stand.
  const shifts = placed.map(({copy, table, top}) => ({
    x: table.getBoundingClientRect().left - copy.getBoundingClientRect().left,
    y: top - extentOf(copy).top,
  }))
  for (const [index, {x, y}] of shifts.entries()) {
    const style = placed[index]?.copy.style
    if (style) Object.assign(style, {left: `${x}px`, top: `${y}px`})
  }
}

/** Writes page numbers where the contents ask for them. */
export function fillPageNumbers(pageOf: Readonly<Record<string, number>>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const id = element.dataset['pageOf'] ?? ''
    const page = pageOf[id]
    if (page === undefined) throw new Error(`The contents ask for the page of \`${id}\`, which is not in the galley`)
    element.textContent = String(page)
  }
}

function maybeContinued({first, end}: PlannedPage, pieces: readonly Piece[]): Element | undefined {
  const piece = first < end ? pieces[first] : undefined
  if (piece === undefined || piece.room === 0 || piece.anchor.kind !== 'row') return undefined
  return piece.anchor.row.closest('table') ?? undefined
}

function makeOverlay({left, top, width}: {left: number; top: number; width: number}): HTMLElement {
  const overlay = document.createElement('div')
  overlay.setAttribute('aria-hidden', 'true')
  overlay.setAttribute('data-paginator', 'overlay')
  Object.assign(overlay.style, {position: 'absolute', left: `${left}px`, top: `${top}px`, width: `${width}px`})
  return overlay
}
