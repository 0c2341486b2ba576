import type {Fragment, Measured, PageArea, PlannedPage} from './measured.ts'

/** What a page costs. Costs are compared with the square of the blank part of a page, in ten-thousandths. */
export const costs = {
  /** A page that is all blank; a tenth blank costs a hundredth of it. */
  blank: 10_000,
  /** One line of a paragraph alone, at the foot or the head of a page: as bad as leaving 45 % of the page blank. */
  stray: 2_000,
  /** A note that runs on to the next page: as bad as leaving 17 % blank. */
  splitNote: 300,
  /** A heading at the foot, a caption parted from its table: only where nothing else can be done. */
  kept: 1_000_000,
  /** A page without text, to get on with a note that is longer than a page. */
  notesOnly: 10_000_000,
  /** A note that begins after the page of its call: its page cannot hold a line of it. */
  lateNote: 100_000_000,
  /** A thing higher than a page. */
  tall: 1_000_000_000,
} as const

/** A page that may come next, and what it costs. */
export interface PageStep {
  readonly page: PlannedPage
  readonly cost: number
}

/** How far the notes get on one page, and at what price. */
interface NoteLines {
  readonly endLine: number
  readonly height: number
  readonly cost: number
}

/**
 * Gives a function that lists the pages that can follow when the fragments before `first` and the note lines before
 * `firstLine` are set.
 */
export function createPageSteps(
  galley: Measured,
  area: PageArea,
): (first: number, firstLine: number) => readonly PageStep[] {
  const {fragments} = galley
  const notes = createNoteFitting(galley, area)
  return (first, firstLine) => {
    const steps: PageStep[] = []
    const start = fragments[first]
    for (let end = first + 1; start !== undefined && end <= fragments.length; end++) {
      const last = fragments[end - 1] ?? start
      const height = last.bottom - start.top + start.room
      const fitted = height > area.height ? undefined : notes.fit({first, end, firstLine, room: area.height - height})
      if (fitted === undefined) {
        // More fragments need no less room: but notes may be no more than on a shorter page.
        if (height > area.height || steps.length > 0) break
        continue
      }
      const used = height + fitted.height
      const cost = fitted.cost + endCost(fragments[end], used / area.height)
      steps.push({page: {first, end, firstLine, endLine: fitted.endLine}, cost})
      if (fragments[end]?.start === 'forced') break
    }
    return steps.length > 0 ? steps : lastResorts(first, firstLine)
  }

  /** What can be done when not one fragment fits with its notes. */
  function lastResorts(first: number, firstLine: number): PageStep[] {
    const steps: PageStep[] = []
    const pending = notes.pending(first, firstLine)
    if (pending > firstLine) {
      const endLine = Math.max(firstLine + 1, notes.furthest(firstLine, pending, area.height))
      const end = first
      steps.push({page: {first, end, firstLine, endLine}, cost: costs.notesOnly})
    }
    const fragment = fragments[first]
    if (fragment !== undefined) {
      const room = area.height - (fragment.bottom - fragment.top + fragment.room)
      const endLine = notes.furthest(firstLine, notes.pending(first + 1, firstLine), room)
      const cost = (room < 0 ? costs.tall : costs.lateNote) + endCost(fragments[first + 1], 1)
      steps.push({page: {first, end: first + 1, firstLine, endLine}, cost})
    }
    return steps
  }
}

/** What it costs that a page ends before `next`: the last page, and one that must end there, may be short. */
function endCost(next: Fragment | undefined, used: number): number {
  if (next === undefined || next.start === 'forced') return 0
  const start = next.start === 'kept' ? costs.kept : next.start === 'stray' ? costs.stray : 0
  return start + costs.blank * (1 - Math.min(1, used)) ** 2
}

function createNoteFitting({fragments, notes, noteLines}: Measured, {gap}: PageArea) {
  const {owner, ends, starts} = indexNotes({fragments, notes, noteLines})

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
function indexNotes({fragments, notes, noteLines}: Measured) {
  const owner = new Array<number>(noteLines.length)
  for (const [index, note] of notes.entries()) owner.fill(index, note.first, note.end)
  const [starts, ends] = [[0], [0]]
  for (const fragment of fragments) {
    const called = fragment.notes.map((index) => notes[index]).filter((note) => note !== undefined)
    starts.push(Math.max(starts.at(-1) ?? 0, ...called.map((note) => note.first)))
    ends.push(Math.max(ends.at(-1) ?? 0, ...called.map((note) => note.end)))
  }
  return {owner, starts, ends}
}
