import {contentExtent, extentOf, isBlock, isDecorated, isHidden, isSolid, wordsOf} from './boxes.ts'
import {calledNote, collectMarks, makePiece, type Piece} from './pieces.ts'
import {collectTable} from './tables.ts'
import {linesOf} from './text-lines.ts'

/**
 * Cuts an element into pieces in the order of its text: paragraphs, list items and quotations by lines, tables by
 * rows; headings, figures and whatever is marked whole stay whole.
 *
 * @param height of a page: what is higher than it cannot stay whole
 */
export function collectPieces(element: HTMLElement, height: number): Piece[] {
  const style = getComputedStyle(element)
  const hint = element.dataset['break'] ?? ''
  const pieces = cut(element, style, height)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined) return []
  if (isDecorated(style) && pieces.length > 1) {
    const extent = extentOf(element)
    first.top = Math.min(first.top, extent.top)
    last.bottom = Math.max(last.bottom, extent.bottom)
  }
  if (element.id !== '' && !first.ids.includes(element.id)) first.ids.push(element.id)
  if (hint.includes('before')) first.start = 'forced'
  if (hint.includes('keep-next') || isHeading(element)) last.keepsNext = true
  return pieces
}

function cut(element: HTMLElement, style: CSSStyleDeclaration, height: number): Piece[] {
  const {top, bottom} = extentOf(element)
  if (isWhole(element) || (isSolid(style) && !(element instanceof HTMLTableElement))) {
    if (bottom - top <= height || element.children.length === 0) return [wholePiece(element, style)]
  }
  if (element instanceof HTMLTableElement) return collectTable(element)
  const children = [...element.children].filter((child): child is HTMLElement => isBlock(child))
  if (children.length > 0) return collectChildren(element, new Set(children), height)
  if (element.textContent.trim() === '' && element.childElementCount === 0) return emptyPiece(element)
  return collectLines(element, [...element.childNodes], contentExtent(element, style))
}

function isWhole(element: HTMLElement): boolean {
  return isHeading(element) || element.localName === 'figure' || (element.dataset['break'] ?? '').includes('whole')
}

function isHeading(element: HTMLElement): boolean {
  return /^h[1-6]$/.test(element.localName)
}

/** Padding that nothing shows is left out: a page begins and ends with what is printed. */
function wholePiece(element: HTMLElement, style: CSSStyleDeclaration): Piece {
  const extent = isDecorated(style) ? extentOf(element) : contentExtent(element, style)
  const piece = makePiece({...extent, anchor: {kind: 'block', node: element}, words: wordsOf(element.textContent)})
  collectMarks(element, piece)
  return piece
}

/** A rule, a coloured bar: something without text that takes room. */
function emptyPiece(element: HTMLElement): Piece[] {
  const extent = extentOf(element)
  const anchor = {kind: 'block', node: element} as const
  return extent.bottom > extent.top ? [makePiece({...extent, anchor, words: element.localName})] : []
}

/** Blocks one after another, and text that stands between them as in `<li>text<ul>...</ul></li>`. */
function collectChildren(element: HTMLElement, blocks: ReadonlySet<HTMLElement>, height: number): Piece[] {
  const pieces: Piece[] = []
  const inside = contentExtent(element, getComputedStyle(element))
  let top = inside.top
  let run: Node[] = []
  const endRun = (bottom: number): void => {
    if (run.some((node) => hasText(node))) pieces.push(...collectLines(element, run, {top, bottom}))
    run = []
  }
  for (const node of element.childNodes) {
    if (!(node instanceof HTMLElement && blocks.has(node))) {
      if (run.length > 0 || hasText(node)) run.push(node)
      continue
    }
    const extent = extentOf(node)
    endRun(extent.top)
    pieces.push(...collectPieces(node, height))
    top = extent.bottom
  }
  endRun(inside.bottom)
  return pieces
}

function hasText(node: Node): boolean {
  if (node instanceof Element) return !isHidden(node)
  return node instanceof Text && node.data.trim() !== ''
}

function collectLines(block: HTMLElement, nodes: readonly Node[], extent: {top: number; bottom: number}): Piece[] {
  const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight)
  const lines = linesOf({nodes, ...extent, lineHeight})
  const words = wordsOf(nodes.map((node) => node.textContent ?? '').join(''))
  const [first] = nodes
  const pieces = lines.map((line, index) => {
    const isFirst = index === 0 && first !== undefined
    const anchor = isFirst ? ({kind: 'block', node: first} as const) : ({kind: 'line', nodes, line} as const)
    return makePiece({...line, anchor, words})
  })
  for (const piece of [pieces[1], pieces.at(-1)]) if (piece && piece !== pieces[0]) piece.start = 'stray'
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
