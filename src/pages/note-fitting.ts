import type {Measured, PageArea} from './measured.ts'
import {costs} from './page-costs.ts'

/** How far the notes get on one page, and at what price. */
export interface NoteLines {
  readonly endLine: number
  readonly height: number
  readonly cost: number
}

export interface NoteFitting {
  /** The note lines of a page with some fragments and `room` px left; undefined where its notes cannot all begin. */
  readonly fit: (page: {first: number; end: number; firstLine: number; room: number}) => NoteLines | undefined
  /** How far the lines from `firstLine` to `limit` get in `room` px, wherever that cuts a note. */
  readonly furthest: (firstLine: number, limit: number, room: number) => number
  /** Where the lines end that are due when the fragments before `end` and the lines before `firstLine` are set. */
  readonly pending: (end: number, firstLine: number) => number
}

/** Notes one after another, as lines in one column of which each page takes the next part. */
export function createNoteFitting({fragments, notes, noteLines}: Measured, {gap}: PageArea): NoteFitting {
  const {owner, ends, starts} = indexNotes({fragments, notes})

  /** The height of a note area with these lines. */
  const heightOf = (firstLine: number, endLine: number): number => {
    const [top, bottom] = [noteLines[firstLine]?.top, noteLines[endLine - 1]?.bottom]
    return endLine <= firstLine || top === undefined || bottom === undefined ? 0 : gap + bottom - top
  }
  /** A note may be cut where two of its lines or more stand on either page. */
  const mayCut = (line: number, firstLine: number): boolean => {
    const note = notes[owner[line] ?? -1]
    if (note === undefined || note.first === line) return true
    return line - Math.max(note.first, firstLine) >= 2 && note.end - line >= 2
  }
  const pending = (end: number, firstLine: number): number => Math.max(firstLine, ends[end] ?? 0)
  const furthest = (firstLine: number, limit: number, room: number): number => {
    let line = limit
    while (line > firstLine && heightOf(firstLine, line) > room) line--
    return line
  }
  const fit = (page: {first: number; end: number; firstLine: number; room: number}): NoteLines | undefined => {
    const limit = pending(page.end, page.firstLine)
    const whole = heightOf(page.firstLine, limit)
    if (whole <= page.room) return {endLine: limit, height: whole, cost: 0}
    // Every note that is called here must begin here.
    const least = Math.max(page.firstLine, starts[page.end] ?? 0) + 1
    let endLine = furthest(page.firstLine, limit - 1, page.room)
    while (endLine >= least && !mayCut(endLine, page.firstLine)) endLine--
    if (endLine < least) return undefined
    return {endLine, height: heightOf(page.firstLine, endLine), cost: costs.splitNote}
  }
  return {fit, furthest, pending}
}

/** For each line its note; for each number of fragments, where the last note called in them begins and ends. */
function indexNotes({fragments, notes}: Pick<Measured, 'fragments' | 'notes'>) {
  const owner = notes.flatMap(({first, end}, index) => Array.from({length: end - first}, () => index))
  const [starts, ends] = [[0], [0]]
  for (const fragment of fragments) {
    const called = fragment.notes.map((index) => notes[index]).filter((note) => note !== undefined)
    starts.push(Math.max(starts.at(-1) ?? 0, ...called.map((note) => note.first)))
    ends.push(Math.max(ends.at(-1) ?? 0, ...called.map((note) => note.end)))
  }
  return {owner, starts, ends}
}
