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

/** A page that may come next, and what it costs. Plain numbers: a long brief has millions of them. */
export type VisitPage = (head: PageHead, end: PageEnd) => void

/** What is set after a page, and what the page costs. */
export interface PageEnd {
  end: number
  endLine: number
  float: number
  cost: number
}

/** Gives a function that visits the pages that can follow a state. The end that it gives is one object, used again. */
export function createPageSteps(galley: Measured, area: PageArea): (state: PageState, visit: VisitPage) => void {
  const setting = {galley, area, notes: createNoteFitting(galley, area), row: createFloatRow(galley)}
  return (state, visit) => {
    const head = pageHead(setting, state)
    if (!visitGoodPages(setting, head, visit)) visitLastResorts(setting, head, visit)
  }
}

/** The page itself, as plans have it. */
export function plannedPage({state, flow, endFloat}: PageHead, {end, endLine}: PageEnd): PlannedPage {
  return {first: state.fragment, flow, end, firstLine: state.line, endLine, firstFloat: state.float, endFloat}
}

interface Setting {
  readonly galley: Measured
  readonly area: PageArea
  readonly notes: NoteFitting
  readonly row: FloatRow
}

/** How a page begins: with the floats that wait, then with the fragment `flow`. */
export interface PageHead {
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

/** The pages that hold what they must. Gives whether there are any. */
function visitGoodPages(setting: Setting, head: PageHead, visit: VisitPage): boolean {
  const {state, flow, endFloat, isBlocked} = head
  const {row, galley} = setting
  const hasFloats = endFloat > state.float
  const hasOwn = hasFloats && visitFloatsAlone(setting, head, visit)
  if (hasFloats && galley.fragments[flow]?.start === 'forced') return hasOwn
  if (isBlocked) return visitText(setting, head, {put: endFloat, visit}) > 0 || hasOwn
  const reach = visitText(setting, head, {put: Number.POSITIVE_INFINITY, visit})
  // Each float that the page reaches may be the first that is put off.
  for (let put = row.before(flow + 1); put < row.before(reach + 1); put++) visitText(setting, head, {put, visit})
  return reach > 0 || hasOwn
}

function visitFloatsAlone({galley: {fragments}, area, notes, row}: Setting, head: PageHead, visit: VisitPage): boolean {
  const {state, flow, endFloat} = head
  const room = area.height - row.bareHeight(state.float, endFloat)
  const endLine = room < 0 ? undefined : notes.maybeEnd(flow, state.line, room)
  if (endLine === undefined) return false
  const used = (area.height - room + notes.heightOf(state.line, endLine)) / area.height
  const cost = notes.costOf(flow, state.line, endLine) + (fragments[flow] === undefined ? 0 : blankCost(used))
  visit(head, {end: flow, endLine, float: endFloat, cost})
  return true
}

/**
 * Pages of text, and whatever stands at its head.
 *
 * @param put the first float that is put off, with all that follow
 * @returns where the longest of the pages ends; 0 where there is none
 */
function visitText(setting: Setting, head: PageHead, {put, visit}: {put: number; visit: VisitPage}): number {
  const {area, notes, row} = setting
  const {fragments} = setting.galley
  const {flow, state} = head
  const start = fragments[flow]
  if (start === undefined) return 0
  const found = {end: 0, endLine: 0, float: 0, cost: 0}
  const top = start.top - start.room - head.height
  const at = beginning(setting, flow, put) ?? {end: flow, last: start, above: 0, skipped: 0, limit: fragments.length}
  let reach = 0
  while (at.end < at.limit) {
    goOn(setting, at, put)
    const room = area.height - (at.last.bottom - top - at.above)
    if (room < 0) break
    const endLine = notes.maybeEnd(at.end, state.line, room)
    if (endLine !== undefined && isOffered(row, at.end, put)) {
      found.end = at.end
      found.endLine = endLine
      found.float = Math.min(put, row.before(at.end))
      found.cost = costOfText(setting, state, {found, room})
      visit(head, found)
      reach = at.end
    }
    // More text leaves less room for notes. Only the rest of a note that began before may need another page first.
    if ((endLine === undefined && reach > 0) || isForced(fragments[at.end])) break
  }
  return reach
}

/** How far a page gets: `last` is the lowest fragment in its place, `above` the height of what is put off above it. */
interface Reach {
  end: number
  last: Fragment
  above: number
  skipped: number
  limit: number
}

/** One fragment on, or past a float that is put off. */
function goOn({galley: {fragments, floats}, row}: Setting, at: Reach, put: number): void {
  const float = row.at(at.end)
  if (float >= put) {
    at.skipped += row.heightOf(float)
    at.limit = Math.min(at.limit, floats[float]?.limit ?? at.limit)
    at.end = floats[float]?.end ?? at.limit
  } else {
    at.last = fragments[at.end] ?? at.last
    at.above = at.skipped
    at.end++
  }
}

/** Where floats are put off, only a page that leaves one out is another page. */
function isOffered(row: FloatRow, end: number, put: number): boolean {
  return put === Number.POSITIVE_INFINITY || row.before(end) > put
}

/** The pages that end before the first float that is put off were visited without it. */
function beginning({galley: {fragments, floats}}: Setting, flow: number, put: number): Reach | undefined {
  const end = floats[put]?.first ?? flow
  const last = fragments[end - 1]
  if (end <= flow || last === undefined) return undefined
  return {end, last, above: 0, skipped: 0, limit: fragments.length}
}

function isForced(fragment: Fragment | undefined): boolean {
  return fragment?.start === 'forced'
}

/** What a page of text costs that ends as `found` says and has `room` px for its notes. */
function costOfText(
  {galley, area, notes, row}: Setting,
  {line}: PageState,
  {found, room}: {found: PageEnd; room: number},
) {
  const {end, endLine, float} = found
  const used = (area.height - room + notes.heightOf(line, endLine)) / area.height
  const waiting = (row.before(end) - float) * costs.float
  return waiting + notes.costOf(end, line, endLine) + endCost(galley.fragments[end], used)
}

/** What can be done when not one fragment fits with its notes. */
function visitLastResorts({galley: {fragments}, area, notes, row}: Setting, head: PageHead, visit: VisitPage): void {
  const {state, flow, endFloat} = head
  const {line} = state
  if (endFloat > state.float) {
    const room = area.height - row.bareHeight(state.float, endFloat)
    const endLine = notes.furthest(line, notes.pending(flow, line), room)
    return visit(head, {end: flow, endLine, float: endFloat, cost: costs.lateNote})
  }
  const due = notes.pending(flow, line)
  if (due > line) {
    const endLine = Math.max(line + 1, notes.furthest(line, due, area.height))
    visit(head, {end: flow, endLine, float: endFloat, cost: costs.notesOnly})
  }
  const fragment = fragments[flow]
  if (fragment === undefined) return
  const room = area.height - (fragment.bottom - fragment.top + fragment.room)
  const cost = (room < 0 ? costs.tall : costs.lateNote) + endCost(fragments[flow + 1], 1)
  const endLine = notes.furthest(line, notes.pending(flow + 1, line), room)
  visit(head, {end: flow + 1, endLine, float: row.before(flow + 1), cost})
}

/** What it costs that a page ends before `next`: the last page, and one that must end there, may be short. */
function endCost(next: Fragment | undefined, used: number): number {
  if (next === undefined) return costs.bareEnd * Math.max(0, 1 - used * 6)
  if (next.start === 'forced') return 0
  return blankCost(used) + (next.start === 'free' ? 0 : costs[next.start])
}

function blankCost(used: number): number {
  return costs.blank * (1 - Math.min(1, used)) ** 2
}
