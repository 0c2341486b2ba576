import type {Fitted, Float, Fragment, Measured, MeasuredNote, MeasureRequest, Reference} from '../pages/measured.ts'
import {wordsOf} from './boxes.ts'
import {collectPieces, type Collection, type Frame} from './collect.ts'
import {findCuts} from './extract.ts'
import {fitToPage} from './fit.ts'
import {callsIn, lineOf, placeOf, sourceOf, type Piece} from './pieces.ts'
import {measureHeads, type ContinuedHead} from './tables.ts'

/** The laid-out document with its nodes: what `place` needs and Node does not. */
export interface Galley {
  readonly element: HTMLElement
  readonly notesElement: HTMLElement
  readonly pieces: readonly Piece[]
  readonly notePieces: readonly Piece[]
  /** For each line of the notes, the number of its note; empty on the first line of one. */
  readonly continues: readonly string[]
  readonly heads: readonly ContinuedHead[]
  readonly frames: readonly Frame[]
  /** The elements of the floats, in the same order. */
  readonly floats: readonly HTMLElement[]
  readonly fitted: readonly Fitted[]
}

/** Reads the whole document once, after making ready what pages need. */
export function readGalley(request: MeasureRequest, before?: Galley): {galley: Galley; measured: Measured} {
  const element = document.querySelector<HTMLElement>('#galley')
  const notesElement = document.querySelector<HTMLElement>('#notes')
  if (element === null || notesElement === null) throw new Error('The print document lacks #galley or #notes')
  const fitted = before?.fitted ?? fitToPage(element, request)
  for (const {copy} of before?.heads ?? []) copy.remove()
  const references = fillReferences(element, request)
  const collection: Collection = {height: request.height, alone: request.alone, frames: [], floats: [], parted: []}
  const pieces = collectPieces(element, collection)
  settleStarts(pieces)
  const floats = findFloats(pieces, collection)
  const inner = callInnerNotes(pieces, notesElement)
  const order = orderNotes(pieces, notesElement)
  const cut = order.map((note) => ({
    note,
    pieces: collectPieces(note, {...collection, height: Infinity, frames: [], floats: [], parted: []}),
  }))
  // Last, because it changes the document: after a change, the next look lays it out again.
  const heads = reserveHeads(pieces, request.continued)
  const galley = {
    element,
    notesElement,
    pieces,
    notePieces: cut.flatMap((note) => note.pieces),
    continues: cut.flatMap(({note, pieces: lines}) =>
      lines.map((_, index) => (index > 0 ? (note.dataset['note'] ?? '') : '')),
    ),
    heads,
    frames: collection.frames,
    floats: floats.map((float) => float.element),
    fitted,
  }
  const described = describe(galley, countLines(cut, inner), request.height)
  const moving = floats.map(({first, end, limit}) => ({first, end, limit}))
  const cuts = findCuts(pieces, element)
  return {
    galley,
    measured: {...described, floats: moving, fitted: [...fitted, ...partedOf(collection)], references, cuts},
  }
}

function partedOf({parted}: Collection): Fitted[] {
  return parted.map((element) => ({how: 'parted', percent: 100, place: sourceOf(element)}))
}

/**
 * Writes the pages that text and contents name, where they are known by now: lines depend on them. Contents are given
 * room for as many digits as the pages will have, at a guess that is rather too high.
 */
function fillReferences(element: HTMLElement, {pageOf, height, isPart = false}: MeasureRequest): Reference[] {
  if (isPart) return []
  const references = [...element.querySelectorAll<HTMLElement>('[data-page-of]')]
  const guess = String(Math.ceil(element.getBoundingClientRect().height / (height * 0.7))).length
  const found = references.map((reference) => {
    const id = reference.dataset['pageOf'] ?? ''
    const digits = reference.matches('.page-of') ? 0 : Math.max(2, guess, String(pageOf[id] ?? '').length)
    const place = {line: lineOf(reference), words: wordsOf(reference.parentElement?.textContent ?? '')}
    return {id, digits, place}
  })
  for (const [index, reference] of references.entries()) {
    const {id = '', digits = 0} = found[index] ?? {}
    const room = digits > 2 ? '0'.repeat(digits) : ''
    reference.textContent = String((digits === 0 ? pageOf[id] : undefined) ?? room)
    // A shorter number must leave the line as it is.
    if (room !== '') reference.style.minWidth = `${digits}ch`
  }
  return found
}

/** Figures that may move: not when they call notes, which must stay in order, or belong to what stands beside them. */
function findFloats(
  pieces: readonly Piece[],
  {floats, height}: Collection,
): (Float & {readonly element: HTMLElement})[] {
  const indices = new Map(pieces.map((piece, index) => [piece, index]))
  const sections = pieces.flatMap(({anchor, start}, index) => {
    const isSection = anchor.kind === 'block' && anchor.node instanceof HTMLElement && anchor.node.matches('h2')
    return isSection || start === 'forced' ? [index] : []
  })
  return floats.flatMap(({element, first: head, last: tail}) => {
    const [first, end] = [indices.get(head) ?? 0, (indices.get(tail) ?? 0) + 1]
    const own = pieces.slice(first, end)
    const isTied = head.start !== 'free' || tail.keepsNext || own.some(({calls}) => calls.length > 0)
    if (isTied || tail.bottom - head.top > height) return []
    return [{element, first, end, limit: sections.find((index) => index >= end) ?? pieces.length}]
  })
}

/** Leaves room for the repeated head above each row but the head itself and the row that follows it anyway. */
function reserveHeads(pieces: readonly Piece[], word: string): ContinuedHead[] {
  const rows = pieces.filter((piece) => piece.anchor.kind === 'row')
  const tables = new Set(rows.map((piece) => tableOf(piece)).filter((table) => table !== null))
  const heads = measureHeads([...tables], word)
  const heights = new Map(heads.map(({table, height}) => [table, height]))
  for (const piece of pieces) {
    const table = tableOf(piece)
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
 * A note that is called in a note stands after it, as if the text called both.
 *
 * @returns those that are called in a note first
 */
function callInnerNotes(pieces: readonly Piece[], notes: HTMLElement): ReadonlySet<string> {
  const [seen, inner] = [new Set<string>(), new Set<string>()]
  for (const {calls} of pieces) {
    const own = new Set(calls)
    for (let index = 0; index < calls.length; index++) {
      const id = calls[index] ?? ''
      const note = notes.querySelector(`#${CSS.escape(id)}`)
      calls.splice(index + 1, 0, ...(note ? callsIn(note).filter((called) => !calls.includes(called)) : []))
      if (!seen.has(id) && !own.has(id)) inner.add(id)
      seen.add(id)
    }
  }
  return inner
}

/**
 * Notes stand in the order of their first calls in the column, whatever their order in the file.
 *
 * @throws Error for a call without a note, or a note without a call: one of the two would be lost
 */
function orderNotes(pieces: readonly Piece[], notes: HTMLElement): HTMLElement[] {
  const all = [...notes.querySelectorAll<HTMLElement>('.note:not([data-paginator])')]
  const byId = new Map(all.map((note) => [note.id, note]))
  const called = [...new Set(pieces.flatMap((piece) => piece.calls))]
  const isCalled = new Set(called)
  const lost = [...called.filter((id) => !byId.has(id)), ...[...byId.keys()].filter((id) => !isCalled.has(id))]
  if (lost.length > 0) throw new Error(`A note and its call must both be in the print document: ${lost.join(', ')}`)
  const order = called.map((id) => byId.get(id)).filter((note) => note !== undefined)
  if (all.some((note, index) => note !== order[index])) order[0]?.parentElement?.append(...order)
  return order
}

function countLines(
  cut: readonly {note: HTMLElement; pieces: readonly Piece[]}[],
  inner: ReadonlySet<string>,
): MeasuredNote[] {
  const lines = cut.flatMap(({pieces}) => pieces)
  const calledAt = new Map<string, number>()
  for (const [line, {calls}] of lines.entries()) {
    for (const id of calls) if (inner.has(id) && !calledAt.has(id)) calledAt.set(id, line)
  }
  let first = 0
  return cut.map(({note: {id}, pieces}) => {
    const [line, place] = [calledAt.get(id), first]
    first += pieces.length
    return {id, first: place, end: first, ...(line !== undefined && {calledAt: line})}
  })
}

/** Only what is too high for a page is named: the words of all would be most of what is sent. */
function describe(
  {pieces, notePieces}: Pick<Galley, 'pieces' | 'notePieces'>,
  notes: readonly MeasuredNote[],
  height: number,
): Pick<Measured, 'fragments' | 'notes' | 'noteLines'> {
  const indices = new Map(notes.map(({id}, index) => [id, index]))
  const seen = new Set<string>()
  const fragments = pieces.map((piece): Fragment => {
    const {top, bottom, start, room, calls, ids} = piece
    const fresh = [...new Set(calls)].filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    const called = fresh.map((id) => indices.get(id)).filter((index) => index !== undefined)
    const isTall = bottom - top + room > height
    return {top, bottom, start, room, notes: called, ids, ...(isTall && {place: placeOf(piece)})}
  })
  return {fragments, notes, noteLines: notePieces.map(({top, bottom}) => ({top, bottom}))}
}
