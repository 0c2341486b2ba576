import type {PlaceRequest, PlannedPage} from '../pages/measured.ts'
import type {Frame} from './collect.ts'
import type {Galley} from './measure.ts'
import type {Piece} from './pieces.ts'

/** Puts each page's running heads and folio on it: read by eyes alone, since the text itself says where it is. */
export function placeFurniture({furniture, page}: PlaceRequest): void {
  const sheets = furniture.map((html, index) => {
    const sheet = makeOverlay({left: 0, top: index * page.height, width: page.width})
    Object.assign(sheet.style, {height: `${page.height}px`, pointerEvents: 'none'})
    sheet.innerHTML = html
    return sheet
  })
  document.body.append(...sheets)
}

/** Numbers lines for reviewers, from the first page to the last, at the right of the column. */
export function placeLineNumbers(lines: readonly {top: number; height: number}[], column: Element): void {
  const {right} = column.getBoundingClientRect()
  const overlay = makeOverlay({left: right + scrollX + 14, top: 0, width: 24})
  const numbers = lines.map(({top, height}, index) => {
    const number = Object.assign(document.createElement('div'), {
      className: 'line-number',
      textContent: String(index + 1),
    })
    Object.assign(number.style, {top: `${top}px`, lineHeight: `${Math.min(height, 20)}px`})
    return number
  })
  overlay.append(...numbers)
  document.body.append(overlay)
}

/** Draws the rule above a page's notes, and beside it which note goes on there. */
export function placeRule({
  top,
  left,
  width,
  continued,
}: {
  top: number
  left: number
  width: number
  continued: string
}): void {
  const overlay = makeOverlay({left, top, width})
  overlay.append(Object.assign(document.createElement('div'), {className: 'note-rule'}))
  if (continued !== '') {
    overlay.append(Object.assign(document.createElement('div'), {className: 'note-continued', textContent: continued}))
  }
  document.body.append(overlay)
}

/** A change of the document that is worked out while nothing has moved, and made later: see `placePages`. */
export type Change = () => void

/** Repeats the head of each table that goes on, above the first row on the page. */
export function prepareHeads(
  request: PlaceRequest,
  {element: column, pieces, heads}: Pick<Galley, 'element' | 'pieces' | 'heads'>,
  textTop: (page: number) => number,
): Change {
  const headOf = new Map(heads.map((head) => [head.table, head]))
  const placed = request.pages.flatMap((planned, index) => {
    const table = maybeContinued(planned, pieces)
    const head = table && headOf.get(table)
    if (head === undefined) return []
    const {copy} = head
    const parent = head.table.parentElement ?? column
    const place = {left: head.table.getBoundingClientRect().left + scrollX, top: textTop(index)}
    return [{parent, copy, place, origin: maybeOrigin(parent, column)}]
  })
  return () => {
    for (const {copy} of heads) copy.remove()
    for (const {parent, copy, place, origin} of placed) {
      const head = copy.cloneNode(true) as HTMLElement
      head.style.visibility = ''
      parent.append(head)
      standAt(head, place, origin)
    }
  }
}

/** Takes figures out of the column; they stand where they are told, with nothing of theirs left behind. */
export function prepareFloats(floats: readonly {element: HTMLElement; top: number}[], column: Element): Change {
  const lifted = floats.map(({element, top}) => {
    const {left, width} = element.getBoundingClientRect()
    const origin = maybeOrigin(element.parentElement ?? column, column)
    return {element, width, place: {left: left + scrollX, top}, origin}
  })
  return () => {
    for (const {element, width, place, origin} of lifted) {
      Object.assign(element.style, {position: 'absolute', width: `${width}px`})
      standAt(element, place, origin)
    }
  }
}

interface Place {
  readonly left: number
  readonly top: number
}

/**
 * What the place of an absolutely placed child counts from, where that moves with nothing that pages move: an ancestor
 * of the whole column, or the page. Else it is only known when all stands.
 */
function maybeOrigin(parent: Element, column: Element): Place | undefined {
  for (let element: Element | null = parent; element !== null; element = element.parentElement) {
    if (getComputedStyle(element).position === 'static') continue
    if (!element.contains(column)) return undefined
    const {left, top} = element.getBoundingClientRect()
    return {left: left + scrollX + element.clientLeft, top: top + scrollY + element.clientTop}
  }
  return {left: 0, top: 0}
}

function standAt(element: HTMLElement, {left, top}: Place, origin: Place | undefined): void {
  Object.assign(element.style, {left: '0', top: '0'})
  const zoom = Number(element.style.zoom === '' ? 1 : element.style.zoom)
  const now = origin === undefined ? element.getBoundingClientRect() : undefined
  const from = origin ?? {left: (now?.left ?? 0) + scrollX, top: (now?.top ?? 0) + scrollY}
  Object.assign(element.style, {left: `${(left - from.left) / zoom}px`, top: `${(top - from.top) / zoom}px`})
}

/** How far the wash of a box that is cut reaches beyond its text. */
const bleed = 6

/** Where the part of a box on one page begins and ends, from the top of the first page. */
export interface Slice {
  readonly frame: Frame
  readonly top: number
  readonly bottom: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Paints a box that is cut part by part, so that nothing of it shows between its pages. */
export function prepareSlices(slices: readonly Slice[]): Change {
  const parts = slices.map(({frame: {element}, top, bottom, isFirst, isLast}) => {
    const {left, width} = element.getBoundingClientRect()
    const from = isFirst ? top : top - bleed
    const part = makeOverlay({left: left + scrollX, top: from, width})
    const height = `${(isLast ? bottom : bottom + bleed) - from}px`
    Object.assign(part.style, lookOf(getComputedStyle(element)), {height, boxSizing: 'border-box', zIndex: '-1'})
    if (!isFirst) part.style.borderTopWidth = '0'
    if (!isLast) part.style.borderBottomWidth = '0'
    return {element, part}
  })
  return () => {
    document.body.append(...parts.map(({part}) => part))
    for (const {element} of parts) {
      Object.assign(element.style, {background: 'none', borderColor: 'transparent', boxShadow: 'none'})
    }
  }
}

function lookOf(style: CSSStyleDeclaration): Record<string, string> {
  const sides = ['Top', 'Right', 'Bottom', 'Left'].flatMap((side) =>
    ['Width', 'Style', 'Color'].map((part) => `border${side}${part}`),
  )
  const names = [
    ...sides,
    'backgroundColor',
    'backgroundImage',
    'backgroundClip',
    'backgroundPosition',
    'backgroundSize',
    'backgroundRepeat',
    'backgroundOrigin',
  ]
  return Object.fromEntries(
    names.map((name) => [
      name,
      style.getPropertyValue(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
    ]),
  )
}

/** Writes page numbers where the contents ask for them. */
export function fillPageNumbers(pageOf: Readonly<Record<string, number>>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const id = element.dataset['pageOf'] ?? ''
    const page = pageOf[id]
    if (page === undefined) throw new Error(`The contents ask for the page of \`${id}\`, which is not in the galley`)
    if (element.textContent !== String(page)) element.textContent = String(page)
  }
}

function maybeContinued({flow, end}: PlannedPage, pieces: readonly Piece[]): HTMLTableElement | undefined {
  const piece = flow < end ? pieces[flow] : undefined
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
