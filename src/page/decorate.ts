import type {PlaceRequest, PlannedPage} from '../pages/measured.ts'
import {extentOf} from './boxes.ts'
import type {Frame} from './collect.ts'
import type {Piece} from './pieces.ts'
import type {ContinuedHead} from './tables.ts'

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

/** Repeats the head of each table that goes on, above the first row on the page. */
export function placeHeads(
  request: PlaceRequest,
  {pieces, heads}: {pieces: readonly Piece[]; heads: readonly ContinuedHead[]},
  textTop: (page: number) => number,
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
    placed.push({copy, table: head.table, top: textTop(index)})
  }
  // An element placed absolutely counts from the nearest placed ancestor, whichever that is: see where it came to stand.
  const shifts = placed.map(({copy, table, top}) => ({
    x: table.getBoundingClientRect().left - copy.getBoundingClientRect().left,
    y: top - extentOf(copy).top,
  }))
  for (const [index, {x, y}] of shifts.entries()) {
    const style = placed[index]?.copy.style
    const zoom = Number(style?.zoom === '' ? 1 : style?.zoom)
    if (style) Object.assign(style, {left: `${x / zoom}px`, top: `${y / zoom}px`})
  }
}

/** Takes figures out of the column; they stand where `standAt` says, with nothing of theirs left behind. */
export function liftFloats(floats: readonly {element: HTMLElement; top: number}[]): void {
  const widths = floats.map(({element}) => element.getBoundingClientRect())
  for (const [index, {element}] of floats.entries()) {
    const width = widths[index]?.width ?? 0
    Object.assign(element.style, {position: 'absolute', left: '0', top: '0', width: `${width}px`})
  }
  const shifts = floats.map(({element, top}, index) => {
    const now = element.getBoundingClientRect()
    return {x: (widths[index]?.left ?? 0) - now.left, y: top - now.top - scrollY}
  })
  for (const [index, {element}] of floats.entries()) {
    Object.assign(element.style, {left: `${shifts[index]?.x ?? 0}px`, top: `${shifts[index]?.y ?? 0}px`})
  }
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
export function paintSlices(slices: readonly Slice[]): void {
  const boxes = slices.map(({frame: {element}}) => {
    const {left, width} = element.getBoundingClientRect()
    return {left, width, look: lookOf(getComputedStyle(element))}
  })
  for (const [index, {frame, top, bottom, isFirst, isLast}] of slices.entries()) {
    const {left = 0, width = 0, look = {}} = boxes[index] ?? {}
    const from = isFirst ? top : top - bleed
    const part = makeOverlay({left: left + scrollX, top: from, width})
    Object.assign(part.style, {
      ...look,
      height: `${(isLast ? bottom : bottom + bleed) - from}px`,
      boxSizing: 'border-box',
      zIndex: '-1',
    })
    if (!isFirst) part.style.borderTopWidth = '0'
    if (!isLast) part.style.borderBottomWidth = '0'
    document.body.append(part)
    Object.assign(frame.element.style, {background: 'none', borderColor: 'transparent', boxShadow: 'none'})
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

function maybeContinued({flow, end}: PlannedPage, pieces: readonly Piece[]): Element | undefined {
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
