import {createFloatRow, type FloatRow} from './float-row.ts'
import type {Fragment, Measured, PageArea, PlannedPage} from './measured.ts'
import {createNoteFitting, type NoteFitting} from './note-fitting.ts'
import {costs} from './page-costs.ts'

/** What is set: the fragments before `fragment`, the note lines before `line`, the floats before `float`. */
export interface PageState {
  readonly fragment: number
  readonly line: number
  /** Floats from this one on that stand before `fragment` wait for the top of a page. */
  readonly float: number
}

/** A page that may come next, what it costs, and what is set then. */
export interface PageStep {
  readonly page: PlannedPage
  readonly cost: number
  readonly after: PageState
}

/** Gives a function that lists the pages that can follow a state. */
export function createPageSteps(galley: Measured, area: PageArea): (state: PageState) => readonly PageStep[] {
  const setting = {galley, area, notes: createNoteFitting(galley, area), row: createFloatRow(galley)}
  return (state) => {
    const head = pageHead(setting, state)
    const steps = goodPages(setting, head)
    return steps.length > 0 ? steps : lastResorts(setting, head)
  }
}

interface Setting {
  readonly galley: Measured
  readonly area: PageArea
  readonly notes: NoteFitting
  readonly row: FloatRow
}

/** How a page begins: with the floats that wait, then with the fragment `flow`. */
interface PageHead {
  readonly state: PageState
  readonly flow: number
  readonly endFloat: number
  /** Whether more floats wait than fit: then all others wait, too, since figures keep their order. */
  readonly isBlocked: boolean
  readonly height: number
}

function pageHead({galley: {floats}, area, row}: Setting, state: PageState): PageHead {
  let flow = state.fragment
  // A float that begins the page while others wait goes behind them.
  while (state.float < row.before(flow) && floats[row.before(flow)]?.first === flow) {
    flow = floats[row.before(flow)]?.end ?? flow
  }
  const waiting = row.before(flow)
  let endFloat = state.float
  let height = 0
  while (endFloat < waiting && (endFloat === state.float || height + row.heightOf(endFloat) <= area.height)) {
    height += row.heightOf(endFloat)
    endFloat++
  }
  return {state, flow, endFloat, isBlocked: endFloat < waiting, height}
}

/** The pages that hold what they must. */
function goodPages(setting: Setting, head: PageHead): PageStep[] {
  const {state, flow, endFloat, isBlocked} = head
  const hasFloats = endFloat > state.float
  const own = hasFloats ? floatsAlone(setting, head) : []
  if (hasFloats && setting.galley.fragments[flow]?.start === 'forced') return own
  if (isBlocked) return [...own, ...textPages(setting, head, endFloat).steps]
  const {steps, reach} = textPages(setting, head, Number.POSITIVE_INFINITY)
  // Each float that the page reaches may be the first that is put off.
  const {row} = setting
  const deferred = Array.from({length: row.before(reach + 1) - row.before(flow + 1)}, (_, index) => {
    return textPages(setting, head, row.before(flow + 1) + index).steps
  })
  return [...own, ...steps, ...deferred.flat()]
}

function floatsAlone({galley: {fragments}, area, notes, row}: Setting, head: PageHead): PageStep[] {
  const {state, flow, endFloat} = head
  const room = area.height - row.bareHeight(state.float, endFloat)
  const fitted = room < 0 ? undefined : notes.fit({first: flow, end: flow, firstLine: state.line, room})
  if (fitted === undefined) return []
  const used = (area.height - room + fitted.height) / area.height
  const cost = fitted.cost + endCost(fragments[flow] && {...fragments[flow], start: 'free'}, used)
  return [makeStep(head, {end: flow, endLine: fitted.endLine, float: endFloat, cost})]
}

/**
 * Pages of text, and whatever stands at its head.
 *
 * @param put the first float that is put off, with all that follow
 * @returns the pages, and where the longest of them ends
 */
function textPages(setting: Setting, head: PageHead, put: number): {steps: PageStep[]; reach: number} {
  const {galley, area, notes, row} = setting
  const {fragments} = galley
  const steps: PageStep[] = []
  const start = fragments[head.flow]
  if (start === undefined) return {steps, reach: head.flow}
  let reach: Reach = {end: head.flow, last: start, above: 0, skipped: 0, limit: Number.POSITIVE_INFINITY}
  while (reach.end < Math.min(fragments.length, reach.limit)) {
    reach = further(setting, reach, put)
    const {end, last, above} = reach
    const height = head.height + start.room + last.bottom - start.top - above
    if (height > area.height) break
    const fitted = notes.fit({first: head.flow, end, firstLine: head.state.line, room: area.height - height})
    const waiting = Math.max(0, row.before(end) - put)
    if (fitted !== undefined && (waiting > 0 || !Number.isFinite(put))) {
      const cost = fitted.cost + waiting * costs.float + endCost(fragments[end], (height + fitted.height) / area.height)
      steps.push(makeStep(head, {end, endLine: fitted.endLine, float: Math.min(put, row.before(end)), cost}))
    }
    // More text leaves less room for notes. Only the rest of a note that began before may need another page first.
    if ((fitted === undefined && steps.length > 0) || fragments[end]?.start === 'forced') break
  }
  return {steps, reach: reach.end}
}

/** How far a page gets: `last` is the lowest fragment in its place, `above` the height of what is put off above it. */
interface Reach {
  readonly end: number
  readonly last: Fragment
  readonly above: number
  readonly skipped: number
  readonly limit: number
}

/** One fragment on, or past a float that is put off. */
function further({galley: {fragments, floats}, row}: Setting, reach: Reach, put: number): Reach {
  const {end, last, skipped, limit} = reach
  const index = row.before(end + 1) - 1
  const float = floats[index]
  if (float === undefined || index < put || float.first !== end) {
    return {...reach, end: end + 1, last: fragments[end] ?? last, above: skipped}
  }
  return {...reach, end: float.end, skipped: skipped + row.heightOf(index), limit: Math.min(limit, float.limit)}
}

/** What can be done when not one fragment fits with its notes. */
function lastResorts({galley: {fragments}, area, notes, row}: Setting, head: PageHead): PageStep[] {
  const {state, flow, endFloat} = head
  const steps: PageStep[] = []
  const step = (end: number, room: number, rest: {float: number; cost: number}): void => {
    const endLine = notes.furthest(state.line, notes.pending(end, state.line), room)
    steps.push(makeStep(head, {end, endLine, ...rest}))
  }
  if (endFloat > state.float) {
    step(flow, area.height - row.bareHeight(state.float, endFloat), {float: endFloat, cost: costs.lateNote})
    return steps
  }
  const due = notes.pending(flow, state.line)
  if (due > state.line) {
    const endLine = Math.max(state.line + 1, notes.furthest(state.line, due, area.height))
    steps.push(makeStep(head, {end: flow, endLine, float: endFloat, cost: costs.notesOnly}))
  }
  const fragment = fragments[flow]
  if (fragment !== undefined) {
    const room = area.height - (fragment.bottom - fragment.top + fragment.room)
    const cost = (room < 0 ? costs.tall : costs.lateNote) + endCost(fragments[flow + 1], 1)
    step(flow + 1, room, {float: row.before(flow + 1), cost})
  }
  return steps
}

function makeStep(
  {state, flow, endFloat}: PageHead,
  {end, endLine, float, cost}: {end: number; endLine: number; float: number; cost: number},
): PageStep {
  return {
    page: {first: state.fragment, flow, end, firstLine: state.line, endLine, firstFloat: state.float, endFloat},
    cost,
    after: {fragment: end, line: endLine, float},
  }
}

/** What it costs that a page ends before `next`: the last page, and one that must end there, may be short. */
function endCost(next: Fragment | undefined, used: number): number {
  if (next === undefined || next.start === 'forced') return 0
  const start = next.start === 'free' ? 0 : costs[next.start]
  return start + costs.blank * (1 - Math.min(1, used)) ** 2
}
