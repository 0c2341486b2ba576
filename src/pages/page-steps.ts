import type {Fragment, Measured, PageArea, PlannedPage} from './measured.ts'
import {createNoteFitting, type NoteFitting} from './note-fitting.ts'
import {costs} from './page-costs.ts'

/** A page that may come next, and what it costs. */
export interface PageStep {
  readonly page: PlannedPage
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
  const notes = createNoteFitting(galley, area)
  return (first, firstLine) => {
    const steps = goodPages({galley, area, notes}, first, firstLine)
    return steps.length > 0 ? steps : lastResorts({galley, area, notes}, first, firstLine)
  }
}

interface Setting {
  readonly galley: Measured
  readonly area: PageArea
  readonly notes: NoteFitting
}

/** The pages that hold what they must. */
function goodPages({galley: {fragments}, area, notes}: Setting, first: number, firstLine: number): PageStep[] {
  const steps: PageStep[] = []
  const start = fragments[first]
  if (start === undefined) return steps
  for (let end = first + 1; end <= fragments.length; end++) {
    const last = fragments[end - 1] ?? start
    const height = last.bottom - start.top + start.room
    if (height > area.height) break
    const fitted = notes.fit({first, end, firstLine, room: area.height - height})
    if (fitted !== undefined) {
      const cost = fitted.cost + endCost(fragments[end], (height + fitted.height) / area.height)
      steps.push({page: {first, end, firstLine, endLine: fitted.endLine}, cost})
    }
    // More text leaves less room for notes. Only the rest of a note that began before may need another page first.
    const isDone = fitted === undefined && steps.length > 0
    if (isDone || fragments[end]?.start === 'forced') break
  }
  return steps
}

/** What can be done when not one fragment fits with its notes. */
function lastResorts({galley: {fragments}, area, notes}: Setting, first: number, firstLine: number): PageStep[] {
  const steps: PageStep[] = []
  const due = notes.pending(first, firstLine)
  if (due > firstLine) {
    const endLine = Math.max(firstLine + 1, notes.furthest(firstLine, due, area.height))
    steps.push({page: {first, end: first, firstLine, endLine}, cost: costs.notesOnly})
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

/** What it costs that a page ends before `next`: the last page, and one that must end there, may be short. */
function endCost(next: Fragment | undefined, used: number): number {
  if (next === undefined || next.start === 'forced') return 0
  const start = next.start === 'free' ? 0 : costs[next.start]
  return start + costs.blank * (1 - Math.min(1, used)) ** 2
}
