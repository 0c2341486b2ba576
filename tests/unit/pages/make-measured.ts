import {array, constantFrom, integer, record, type Arbitrary} from 'fast-check'
import type {Float, Fragment, Measured, MeasuredNote, PageStart} from '../../../src/pages/measured.ts'

/** One fragment of a made-up galley. */
export interface Piece {
  readonly height: number
  readonly start?: PageStart
  readonly room?: number
  /** Numbers of lines of the notes called in it. */
  readonly notes?: readonly number[]
  /** It may stand at the top of a later page, with text up to so many fragments before it; not if it calls notes. */
  readonly float?: number | undefined
}

export const lineHeight = 10

/** A galley of fragments one below the other, whose notes have lines of ten px. */
export function makeMeasured(pieces: readonly Piece[]): Measured {
  const notes: MeasuredNote[] = []
  const fragments: Fragment[] = []
  const floats: Float[] = []
  let top = 0
  let line = 0
  for (const [index, {height, start = 'free', room = 0, notes: called = [], float}] of pieces.entries()) {
    const indices = called.map((lines) => {
      notes.push({id: `note-${notes.length + 1}`, first: line, end: line + lines})
      line += lines
      return notes.length - 1
    })
    fragments.push({top, bottom: top + height, start, room, notes: indices, ids: []})
    if (float !== undefined && called.length === 0 && start === 'free' && height < 90) {
      floats.push({first: index, end: index + 1, limit: Math.min(pieces.length, index + 1 + float)})
    }
    top += height
  }
  const noteLines = Array.from({length: line}, (_, index) => {
    return {top: index * lineHeight, bottom: (index + 1) * lineHeight}
  })
  return {fragments, notes, noteLines, floats, fitted: [], references: [], cuts: []}
}

/** Galleys where every fragment fits a page of 100 px with a bit of each of its notes. */
export const easyPieces: Arbitrary<Piece[]> = array(
  record({
    height: integer({min: 5, max: 30}),
    start: constantFrom<PageStart>('free', 'free', 'free', 'row', 'stray', 'kept', 'forced'),
    room: constantFrom(0, 0, 10),
    notes: constantFrom<readonly number[]>([], [], [], [1], [2], [5], [1, 3]),
    float: constantFrom(undefined, undefined, 3, 30),
  }),
  {minLength: 1, maxLength: 40},
)

/** Galleys with anything in them: things higher than a page, notes longer than one. */
export const anyPieces: Arbitrary<Piece[]> = array(
  record({
    height: integer({min: 1, max: 260}),
    start: constantFrom<PageStart>('free', 'row', 'stray', 'kept', 'forced'),
    room: constantFrom(0, 10, 60),
    notes: array(integer({min: 1, max: 30}), {maxLength: 3}),
    float: constantFrom(undefined, undefined, 0, 3, 30),
  }),
  {minLength: 1, maxLength: 25},
)
