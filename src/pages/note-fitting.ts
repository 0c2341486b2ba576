import type {Measured, PageArea} from './measured.ts'
import {costs} from './page-costs.ts'

export interface NoteFitting {
  /**
   * Where the note lines of a page end that has the fragments before `end` and `room` px left: all that are due, or as
   * many as fit; undefined where its notes cannot all begin.
   */
  readonly maybeEnd: (end: number, firstLine: number, room: number) => number | undefined
  /** The height of a note area with these lines. */
  readonly heightOf: (firstLine: number, endLine: number) => number
  /** What it costs that a page with the fragments before `end` ends its notes there. */
  readonly costOf: (end: number, firstLine: number, endLine: number) => number
  /** How far the lines from `firstLine` to `limit` get in `room` px, wherever that cuts a note. */
  readonly furthest: (firstLine: number, limit: number, room: number) => number
  /** Where the lines end that are due when the fragments before `end` and the lines before `firstLine` are set. */
  readonly pending: (end: number, firstLine: number) => number
}

/** Notes one after another, as lines in one column of which each page takes the next part. */
export function createNoteFitting({fragments, notes, noteLines}: Measured, {gap}: PageArea): NoteFitting {
  const {owner, ends, starts} = indexNotes({fragments, notes})
  const inner = notes.filter(({calledAt}) => calledAt !== undefined)

  const heightOf = (firstLine: number, endLine: number): number => {
    const first = noteLines[firstLine]
    const last = noteLines[endLine - 1]
    return endLine <= firstLine || first === undefined || last === undefined ? 0 : gap + last.bottom - first.top
  }
  /** What is called in a note begins on the page of that line, as what the text calls does. */
  const leavesCall = (line: number): boolean => inner.some(({first, calledAt = 0}) => calledAt < line && line <= first)
  /** A note may be cut where two of its lines or more stand on either page. */
  const mayCut = (line: number, firstLine: number): boolean => {
    if (leavesCall(line)) return false
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
  const maybeEnd = (end: number, firstLine: number, room: number): number | undefined => {
    const limit = pending(end, firstLine)
    if (heightOf(firstLine, limit) <= room) return limit
    // Every note that is called here must begin here.
    const least = Math.max(firstLine, starts[end] ?? 0) + 1
    let endLine = furthest(firstLine, limit - 1, room)
    while (endLine >= least && !mayCut(endLine, firstLine)) endLine--
    return endLine < least ? undefined : endLine
  }
  const costOf = (end: number, firstLine: number, endLine: number): number =>
    endLine < pending(end, firstLine) ? costs.splitNote : 0
  return {maybeEnd, heightOf, costOf, furthest, pending}
}

/** For each line its note; for each number of fragments, where the last note called in them begins and
 * ends; notes that are called in notes may begin later. */
function indexNotes({fragments, notes}: Pick<Measured, 'fragments' | 'notes'>) {
  const owner = notes.flatMap(({first, end}, index) => Array.from({length: end - first}, () => index))
  const [starts, ends] = [[0], [0]]
  for (const fragment of fragments) {
    const called = fragment.notes.map((index) => notes[index]).filter((note) => note !== undefined)
    const own = called.filter(({calledAt}) => calledAt === undefined)
    starts.push(Math.max(starts.at(-1) ?? 0, ...own.map((note) => note.first)))
    ends.push(Math.max(ends.at(-1) ?? 0, ...called.map((note) => note.end)))
  }
  return {owner, starts, ends}
}
