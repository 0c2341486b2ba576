import {isHidden} from './boxes.ts'
import type {Piece} from './pieces.ts'
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
 * Finds where to put the blank that pushes a piece down.
 *
 * @param galley the column, of which the piece is a part: a spacer stays inside
 */
export function findSpot(piece: Piece, galley: Element): Spot {
  const {anchor} = piece
  if (anchor.kind === 'row') return rowSpot(anchor.row, galley)
  if (anchor.kind === 'block') return blockSpot(anchor.node, galley)
  const start = maybeLineStart(anchor.nodes, anchor.line)
  if (start === undefined) throw new Error(`No text begins the line at ${anchor.line.top} of "${piece.words}"`)
  if (start.offset > 0 && start.node.parentNode !== null) {
    const parent = start.node.parentNode
    return {kind: kindIn(parent), isInText: true, parent, before: start.node, offset: start.offset}
  }
  const node = climbInline(start.node, anchor.nodes)
  if (node.parentNode === null) throw new Error(`The text of "${piece.words}" is not in the page`)
  return {kind: kindIn(node.parentNode), isInText: true, parent: node.parentNode, before: node, offset: 0}
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
