import type {Fragment, Measured, MeasuredNote, MeasureRequest} from '../pages/measured.ts'
import {extentOf, isDecorated} from './boxes.ts'
import {collectPieces} from './collect.ts'
import type {Piece} from './pieces.ts'
import {measureHeads, type ContinuedHead} from './tables.ts'

/** The laid-out document with its nodes: what `place` needs and Node does not. */
export interface Galley {
  readonly element: HTMLElement
  readonly notesElement: HTMLElement
  readonly pieces: readonly Piece[]
  readonly notePieces: readonly Piece[]
  readonly heads: readonly ContinuedHead[]
}

/** Reads the whole document once, after making ready what pages need. */
export function readGalley(request: MeasureRequest): {galley: Galley; measured: Measured} {
  const element = document.querySelector<HTMLElement>('#galley')
  const notesElement = document.querySelector<HTMLElement>('#notes')
  if (element === null || notesElement === null) throw new Error('The print document lacks #galley or #notes')
  fitTall(element, request.height)
  const pieces = collectPieces(element, request.height)
  settleStarts(pieces)
  const order = orderNotes(pieces, notesElement)
  const cut = order.map((note) => ({id: note.id, pieces: collectPieces(note, Number.POSITIVE_INFINITY)}))
  const notePieces = cut.flatMap((note) => note.pieces)
  // Last, because it changes the document: after a change, the next look lays it out again.
  const heads = reserveHeads(pieces, request.continued)
  const galley = {element, notesElement, pieces, notePieces, heads}
  return {galley, measured: describe(galley, countLines(cut), request.height)}
}

/** Reads the pieces again, as they stand now. */
export function readAgain({element, notesElement}: Galley, height: number): {pieces: Piece[]; notePieces: Piece[]} {
  const notes = notesOf(notesElement)
  return {
    pieces: collectPieces(element, height),
    notePieces: notes.flatMap((note) => collectPieces(note, Number.POSITIVE_INFINITY)),
  }
}

/** A figure higher than a page has its picture made smaller; a box that must be cut shows no edges. */
function fitTall(galley: HTMLElement, height: number): void {
  for (const whole of galley.querySelectorAll<HTMLElement>('figure, [data-break~="whole"]')) {
    const excess = extentOf(whole).bottom - extentOf(whole).top - height
    if (excess <= 0) continue
    const picture = whole.querySelector<HTMLElement | SVGElement>('svg, img')
    const size = picture?.getBoundingClientRect().height ?? 0
    if (picture && size - excess >= 100) {
      Object.assign(picture.style, {height: `${Math.floor(size - excess - 1)}px`, width: 'auto', maxWidth: '100%'})
    } else if (isDecorated(getComputedStyle(whole))) {
      Object.assign(whole.style, {background: 'none', borderColor: 'transparent', boxShadow: 'none'})
    }
  }
}

/** Leaves room for the repeated head above each row but those that follow the head anyway. */
function reserveHeads(pieces: readonly Piece[], word: string): ContinuedHead[] {
  const rows = pieces.filter((piece) => piece.anchor.kind === 'row')
  const tables = new Set(rows.map((piece) => tableOf(piece)).filter((table) => table !== null))
  const heads = measureHeads([...tables], word)
  const heights = new Map(heads.map(({table, height}) => [table, height]))
  for (const [index, piece] of pieces.entries()) {
    const table = tableOf(piece)
    if (table !== null && pieces[index - 1]?.keepsNext !== true) piece.room = heights.get(table) ?? 0
    if (table !== null && isAfterFirstRow(piece, table)) piece.room = heights.get(table) ?? 0
  }
  return heads
}

function tableOf({anchor}: Piece): HTMLTableElement | null {
  return anchor.kind === 'row' ? anchor.row.closest('table') : null
}

function isAfterFirstRow({anchor}: Piece, table: HTMLTableElement): boolean {
  if (anchor.kind !== 'row' || anchor.row.parentElement?.localName === 'thead') return false
  return anchor.row !== table.tBodies[0]?.rows[0]
}

function settleStarts(pieces: readonly Piece[]): void {
  for (const [index, piece] of pieces.entries()) {
    if (piece.start !== 'forced' && pieces[index - 1]?.keepsNext === true) piece.start = 'kept'
  }
}

/**
 * Notes stand in the order of their first calls in the column, whatever their order in the file.
 *
 * @throws Error for a call without a note, or a note without a call: one of the two would be lost
 */
function orderNotes(pieces: readonly Piece[], notes: HTMLElement): HTMLElement[] {
  const byId = new Map(notesOf(notes).map((note) => [note.id, note]))
  const called = [...new Set(pieces.flatMap((piece) => piece.calls))]
  const lost = [...called.filter((id) => !byId.has(id)), ...[...byId.keys()].filter((id) => !called.includes(id))]
  if (lost.length > 0) throw new Error(`A note and its call must both be in the print document: ${lost.join(', ')}`)
  const order = called.map((id) => byId.get(id)).filter((note) => note !== undefined)
  if (notesOf(notes).some((note, index) => note !== order[index])) order[0]?.parentElement?.append(...order)
  return order
}

function notesOf(notes: HTMLElement): HTMLElement[] {
  return [...notes.querySelectorAll<HTMLElement>('.note')]
}

function countLines(cut: readonly {id: string; pieces: readonly Piece[]}[]): MeasuredNote[] {
  let first = 0
  return cut.map(({id, pieces}) => {
    const note = {id, first, end: first + pieces.length}
    first = note.end
    return note
  })
}

/** Only what is too high for a page is named: the words of all would be most of what is sent. */
function describe({pieces, notePieces}: Galley, notes: readonly MeasuredNote[], height: number): Measured {
  const indices = new Map(notes.map(({id}, index) => [id, index]))
  const seen = new Set<string>()
  const fragments = pieces.map(({top, bottom, start, room, calls, ids, words}): Fragment => {
    const fresh = [...new Set(calls)].filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    const called = fresh.map((id) => indices.get(id)).filter((index) => index !== undefined)
    return {top, bottom, start, room, notes: called, ids, words: bottom - top + room > height ? words : ''}
  })
  return {fragments, notes, noteLines: notePieces.map(({top, bottom}) => ({top, bottom}))}
}
