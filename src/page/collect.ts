import {contentExtent, extentOf, hasHint, isBlock, isDecorated, isHidden, isSolid} from './boxes.ts'
import {calledNote, collectMarks, makePiece, type Piece} from './pieces.ts'
import {collectTable} from './tables.ts'
import {linesOf} from './text-lines.ts'

/** What is found on the way, beside the pieces. */
export interface Collection {
  /** Of a page: what is higher than it cannot stay whole. */
  readonly height: number
  /** How many lines of a paragraph stand together at least. */
  readonly alone: {readonly foot: number; readonly head: number}
  /** Boxes whose edge shows, of several pieces. */
  readonly frames: Frame[]
  /** Blocks that the author wants whole, and that are higher than a page. */
  readonly parted: HTMLElement[]
  /** What may stand at the top of a later page. */
  readonly floats: {readonly element: HTMLElement; readonly first: Piece; readonly last: Piece}[]
}

export interface Frame {
  readonly element: HTMLElement
  readonly first: Piece
  readonly last: Piece
}

/**
 * Cuts an element into pieces in the order of its text: paragraphs, list items and quotations by lines, tables by
 * rows; headings, figures and whatever is marked whole stay whole.
 */
export function collectPieces(element: HTMLElement, collection: Collection): Piece[] {
  const style = getComputedStyle(element)
  const pieces = cut(element, style, collection)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined) return []
  if (pieces.length > 1 && isDecorated(style)) {
    const extent = extentOf(element)
    first.top = Math.min(first.top, extent.top)
    last.bottom = Math.max(last.bottom, extent.bottom)
    collection.frames.push({element, first, last})
  }
  if (element.id !== '' && !first.ids.includes(element.id)) first.ids.push(element.id)
  if (hasHint(element, 'before')) first.start = 'forced'
  if (hasHint(element, 'keep-next') || isHeading(element)) last.keepsNext = true
  if (hasHint(element, 'float')) collection.floats.push({element, first, last})
  return pieces
}

function cut(element: HTMLElement, style: CSSStyleDeclaration, collection: Collection): Piece[] {
  if (staysWhole(element, style, collection)) return [wholePiece(element, style)]
  if (element.matches('.keep')) collection.parted.push(element)
  if (element instanceof HTMLTableElement) return collectTable(element)
  const children = [...element.children].filter((child): child is HTMLElement => isBlock(child))
  if (children.length > 0) {
    const pieces = collectChildren(element, new Set(children), collection)
    const inside = pieces.slice(1).filter(({start}) => hasHint(element, 'box') && start === 'free')
    for (const piece of inside) piece.start = 'row'
    return pieces
  }
  if (element.textContent.trim() === '' && element.childElementCount === 0) return emptyPiece(element)
  return collectLines([...element.childNodes], {extent: contentExtent(element, style), style, collection})
}

function staysWhole(element: HTMLElement, style: CSSStyleDeclaration, {height}: Collection): boolean {
  const isBox = hasHint(element, 'box')
  const isUncut = isWhole(element) || isBox || (isSolid(style) && !(element instanceof HTMLTableElement))
  if (!isUncut) return false
  const {top, bottom} = extentOf(element)
  return bottom - top <= height * (isBox ? mostOfBox : 1) || element.children.length === 0
}

/** A box that takes more of a page than this may be cut, though not as gladly as text. */
const mostOfBox = 0.4

function isWhole(element: HTMLElement): boolean {
  return isHeading(element) || element.localName === 'figure' || hasHint(element, 'whole')
}

function isHeading(element: HTMLElement): boolean {
  return /^h[1-6]$/.test(element.localName)
}

/** Padding that nothing shows is left out: a page begins and ends with what is printed. */
function wholePiece(element: HTMLElement, style: CSSStyleDeclaration): Piece {
  const extent = isDecorated(style) ? extentOf(element) : contentExtent(element, style)
  const piece = makePiece({...extent, anchor: {kind: 'block', node: element}})
  collectMarks(element, piece)
  return piece
}

/** A rule, a coloured bar: something without text that takes room. */
function emptyPiece(element: HTMLElement): Piece[] {
  const extent = extentOf(element)
  return extent.bottom > extent.top ? [makePiece({...extent, anchor: {kind: 'block', node: element}})] : []
}

/** Blocks one after another, and text that stands between them as in `<li>text<ul>...</ul></li>`. */
function collectChildren(element: HTMLElement, blocks: ReadonlySet<HTMLElement>, collection: Collection): Piece[] {
  const pieces: Piece[] = []
  const style = getComputedStyle(element)
  const inside = contentExtent(element, style)
  let top = inside.top
  let run: Node[] = []
  const endRun = (bottom: number): void => {
    if (run.some((node) => hasText(node))) {
      pieces.push(...collectLines(run, {extent: {top, bottom}, style, collection}))
    }
    run = []
  }
  for (const node of element.childNodes) {
    if (!(node instanceof HTMLElement && blocks.has(node))) {
      if (run.length > 0 || hasText(node)) run.push(node)
      continue
    }
    const extent = extentOf(node)
    endRun(extent.top)
    pieces.push(...collectPieces(node, collection))
    top = extent.bottom
  }
  endRun(inside.bottom)
  return pieces
}

function hasText(node: Node): boolean {
  if (node instanceof Element) return !isHidden(node)
  return node instanceof Text && node.data.trim() !== ''
}

interface Run {
  /** Where its first line begins and its last one ends. */
  readonly extent: {readonly top: number; readonly bottom: number}
  readonly style: CSSStyleDeclaration
  readonly collection: Collection
}

function collectLines(nodes: readonly Node[], {extent, style, collection}: Run): Piece[] {
  const lines = linesOf({nodes, ...extent, lineHeight: Number.parseFloat(style.lineHeight)})
  const [first] = nodes
  const pieces = lines.map((line, index) => {
    const isFirst = index === 0 && first !== undefined
    return makePiece({...line, anchor: isFirst ? {kind: 'block', node: first} : {kind: 'line', nodes, line}})
  })
  const {foot, head} = collection.alone
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && (index < foot || pieces.length - index < head)) piece.start = 'stray'
  }
  for (const node of nodes) if (node instanceof Element) markLines(node, pieces)
  return pieces
}

/** Gives ids and note calls to the line that they stand in. */
function markLines(element: Element, pieces: readonly Piece[]): void {
  const marks = [element, ...element.querySelectorAll('[id], .note-call a[href^="#"]')]
  for (const mark of marks) {
    const isCall = mark.matches('.note-call a[href^="#"]')
    if (mark.id === '' && !isCall) continue
    const rectangle = mark.getClientRects()[0]
    const middle = rectangle === undefined ? 0 : (rectangle.top + rectangle.bottom) / 2 + scrollY
    const piece = pieces.findLast((one) => one.top <= middle) ?? pieces[0]
    if (mark.id !== '') piece?.ids.push(mark.id)
    if (isCall) piece?.calls.push(calledNote(mark))
  }
}
