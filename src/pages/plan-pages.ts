import type {Measured, PageArea, Plan, PlannedPage} from './measured.ts'
import {createPageSteps} from './page-steps.ts'

/** A way to have set the fragments before `fragment` and the note lines before `line`, and the best that is known. */
interface State {
  readonly fragment: number
  readonly line: number
  readonly cost: number
  readonly before: State | undefined
  readonly page: PlannedPage | undefined
}

/**
 * Cuts the galley into pages at the least cost of the whole, as TeX breaks a paragraph into lines (Knuth and Plass,
 * "Breaking Paragraphs into Lines", 1981): the best way to set the first k fragments does not depend on what follows,
 * so each way to end a page is tried once from each state. Here a state has a second number, the lines of notes that
 * are set, because a note may run on; since a page takes as many of its notes' lines as it can, few states arise for
 * one fragment, and the work grows with the fragments times those of a page.
 *
 * A page holds its fragments from the top of the first to the bottom of the last, and above its bottom edge its notes:
 * the rest of a note that began before, then every note that is called on the page. Only the last of them may run on.
 * Padding at a page's top and bottom is not counted.
 *
 * There is always a plan: rules that cannot be kept are broken at a price, and no fragment or line is left out.
 */
export function planPages(galley: Measured, area: PageArea): Plan {
  const count = galley.fragments.length
  const states: Map<number, State>[] = Array.from({length: count + 1}, () => new Map<number, State>())
  states[0]?.set(0, {fragment: 0, line: 0, cost: 0, before: undefined, page: undefined})
  const steps = createPageSteps(galley, area)
  for (const waiting of states) {
    for (let state = nextState(waiting, -1); state !== undefined; state = nextState(waiting, state.line)) {
      for (const {page, cost} of steps(state.fragment, state.line)) {
        offer(states[page.end], {fragment: page.end, line: page.endLine, cost: state.cost + cost, before: state, page})
      }
    }
  }
  return tracePlan(states[count]?.get(galley.noteLines.length), galley, area)
}

/** A page of notes alone leads to a later line at the same fragment, so states of a fragment go by their lines. */
function nextState(states: ReadonlyMap<number, State>, after: number): State | undefined {
  let next: State | undefined
  for (const state of states.values()) if (state.line > after && state.line < (next?.line ?? Infinity)) next = state
  return next
}

/** Costs and pages of one way; the first of two equal ones stays, so that the plan is always the same. */
function offer(states: Map<number, State> | undefined, state: State): void {
  const known = states?.get(state.line)
  if (known === undefined || state.cost < known.cost) states?.set(state.line, state)
}

function tracePlan(last: State | undefined, {fragments}: Measured, area: PageArea): Plan {
  const pages: PlannedPage[] = []
  const tall: number[] = []
  for (let state = last; state?.page !== undefined; state = state.before) {
    const {page} = state
    const fragment = fragments[page.first]
    const height = fragment && page.first < page.end ? fragment.bottom - fragment.top + fragment.room : 0
    const isTall = page.end - page.first === 1 && height > area.height
    if (isTall) tall.push(page.first)
    // A tall thing runs over as many pages as it needs; nothing else stands there.
    const rest = {first: page.end, end: page.end, firstLine: page.endLine, endLine: page.endLine}
    const more = isTall ? Math.ceil((height - area.height) / area.height) : 0
    pages.push(...Array.from({length: more}, () => rest), page)
  }
  return {pages: pages.reverse(), cost: last?.cost ?? 0, tall: tall.reverse()}
}
