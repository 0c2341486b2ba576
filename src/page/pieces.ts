import type {PageStart, SourcePlace} from '../pages/measured.ts'
import {wordsOf} from './boxes.ts'
import type {Line} from './text-lines.ts'

/** A fragment with the nodes that it is made of. */
export interface Piece {
  top: number
  bottom: number
  start: PageStart
  /** The next piece belongs to it. */
  keepsNext: boolean
  room: number
  readonly calls: string[]
  readonly ids: string[]
  readonly anchor: Anchor
}

/** Where a spacer goes that pushes a piece to a new page. */
export type Anchor =
  | {readonly kind: 'block'; readonly node: Node}
  | {readonly kind: 'line'; readonly nodes: readonly Node[]; readonly line: Line}
  | {readonly kind: 'row'; readonly row: HTMLTableRowElement}

export interface PieceInput {
  readonly top: number
  readonly bottom: number
  readonly anchor: Anchor
}

export function makePiece(input: PieceInput): Piece {
  return {...input, start: 'free', keepsNext: false, room: 0, calls: [], ids: []}
}

/** Ids and note calls of an element and all in it. */
export function collectMarks(element: Element, piece: Piece): void {
  if (element.id !== '') piece.ids.push(element.id)
  for (const inner of element.querySelectorAll('[id]')) piece.ids.push(inner.id)
  piece.calls.push(...callsIn(element))
}

/** The ids of the notes called in an element, in order. */
export function callsIn(element: Element): string[] {
  return [...element.querySelectorAll('.note-call a[href^="#"]')].map((call) => calledNote(call))
}

export function calledNote(call: Element): string {
  return decodeURIComponent(call.getAttribute('href') ?? '').slice(1)
}

/** Where a piece comes from, for a message. */
export function placeOf({anchor}: Piece): SourcePlace {
  const node = anchor.kind === 'row' ? anchor.row : anchor.kind === 'block' ? anchor.node : anchor.nodes[0]
  const element = node instanceof Element ? node : node?.parentElement
  return sourceOf(element ?? document.body)
}

export function sourceOf(element: Element): SourcePlace {
  return {
    line: lineOf(element),
    words: wordsOf(element instanceof HTMLElement ? element.innerText : element.textContent),
  }
}

/** The author's line that an element comes from, where it is known. */
export function lineOf(element: Element): number | undefined {
  const line = Number(element.closest<HTMLElement>('[data-line]')?.dataset['line'])
  return Number.isNaN(line) ? undefined : line
}
