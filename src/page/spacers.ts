import {isHidden} from './boxes.ts'
import {placeOf, type Piece} from './pieces.ts'
import {firstPoint, pointAt, type Point} from './probes.ts'
import {maybeLineStart} from './text-lines.ts'

/** Where a spacer will stand, found before anything moves. */
export interface Spot {
  readonly kind: 'block' | 'float' | 'row'
  /** Within a line of text, where a `div` would end the paragraph for readers of the tags. */
  readonly isInText: boolean
  readonly parent: Node
  readonly before: Node | null
  /** Text is cut here first. */
  readonly offset: number
}

/**
 * Finds where to put the blank that pushes a piece down, and what shows that the piece has moved.
 *
 * @param galley the column, of which the piece is a part: a spacer stays inside
 */
export function findSpot(piece: Piece, galley: Element): {spot: Spot; point: Point} {
  const {anchor} = piece
  if (anchor.kind === 'row') return {spot: rowSpot(anchor.row, galley), point: firstPoint(anchor.row)}
  if (anchor.kind === 'block') return {spot: blockSpot(anchor.node, galley), point: firstPoint(anchor.node)}
  const {node, offset} = lineStart(piece)
  const point = pointAt(node, offset)
  if (offset > 0 && node.parentNode !== null) {
    return {spot: {kind: kindIn(node.parentNode), isInText: true, parent: node.parentNode, before: node, offset}, point}
  }
  const before = climbInline(node, anchor.nodes)
  const parent = before.parentNode
  if (parent === null) throw new Error(`The text of "${placeOf(piece).words}" is not in the page`)
  return {spot: {kind: kindIn(parent), isInText: true, parent, before, offset: 0}, point}
}

/** The first thing of a piece that has a place. */
export function beginningOf(piece: Piece): Point {
  const {anchor} = piece
  if (anchor.kind === 'row') return firstPoint(anchor.row)
  if (anchor.kind === 'block') return firstPoint(anchor.node)
  const {node, offset} = lineStart(piece)
  return pointAt(node, offset)
}

function lineStart(piece: Piece): {node: Node; offset: number} {
  const {anchor} = piece
  const start = anchor.kind === 'line' ? maybeLineStart(anchor.nodes, anchor.line) : undefined
  if (start === undefined) throw new Error(`No text begins the line at ${piece.top} of "${placeOf(piece).words}"`)
  return start
}

/** Puts the spacer in. Spots must be taken from the last to the first: a cut text keeps its first part. */
export function insertSpacer(spot: Spot, height: number): HTMLElement {
  const before = spot.offset > 0 && spot.before instanceof Text ? spot.before.splitText(spot.offset) : spot.before
  const spacer = document.createElement(spot.kind === 'row' ? 'tr' : spot.isInText ? 'span' : 'div')
  spacer.setAttribute('aria-hidden', 'true')
  spacer.setAttribute('data-paginator', 'spacer')
  const blank = spot.kind === 'row' ? spacer.appendChild(document.createElement('td')) : spacer
  if (blank instanceof HTMLTableCellElement) blank.colSpan = columnsOf(spot.parent)
  Object.assign(blank.style, {padding: '0', border: '0', margin: '0', background: 'none', fontSize: '0'})
  if (spot.kind === 'float') Object.assign(blank.style, {float: 'left', clear: 'both', width: '100%', textIndent: '0'})
  if (spot.kind === 'block') Object.assign(blank.style, {display: 'block', clear: 'both'})
  blank.style.height = `${height}px`
  spot.parent.insertBefore(spacer, before)
  return blank
}

/** Text that does not wrap would stand on a float instead of below it. */
function kindIn(parent: Node): 'block' | 'float' {
  return parent instanceof Element && /^(pre|nowrap)$/.test(getComputedStyle(parent).whiteSpace) ? 'block' : 'float'
}

/** A table's first row takes the spacer of the whole table. */
function rowSpot(row: HTMLTableRowElement, galley: Element): Spot {
  const table = row.closest('table')
  if (table === null || (table.caption === null && table.rows[0] === row)) return blockSpot(table ?? row, galley)
  return {kind: 'row', isInText: false, parent: row.parentNode ?? table, before: row, offset: 0}
}

/** Before the outermost element that begins with the block, so that its padding goes along. */
function blockSpot(node: Node, galley: Element): Spot {
  let outer = node
  while (outer.parentNode !== null && outer.parentNode !== galley && isFirst(outer)) outer = outer.parentNode
  return {kind: 'block', isInText: false, parent: outer.parentNode ?? galley, before: outer, offset: 0}
}

function isFirst(node: Node): boolean {
  for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
    if (before instanceof Text && before.data.trim() !== '') return false
    if (before instanceof Element && !isHidden(before)) return false
  }
  return true
}

/** Out of the links and emphasis that begin with the node. */
function climbInline(node: Node, run: readonly Node[]): Node {
  let outer = node
  while (!run.includes(outer) && outer.previousSibling === null && outer.parentNode !== null) outer = outer.parentNode
  return outer
}

function columnsOf(section: Node): number {
  const rows = section instanceof Element ? [...(section.closest('table')?.rows ?? [])] : []
  return Math.max(1, ...rows.map(({cells}) => [...cells].reduce((sum, cell) => sum + cell.colSpan, 0)))
}
