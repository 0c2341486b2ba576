import type {Measured, PageArea, Plan, PlannedPage} from './measured.ts'
import {createPageSteps, plannedPage, type PageEnd, type PageHead, type PageState} from './page-steps.ts'

/** A way to have set some of the galley, and the best that is known. */
interface State extends PageState {
  readonly cost: number
  readonly before: State | undefined
  readonly page: PlannedPage | undefined
}

/**
 * Cuts the galley into pages at the least cost of the whole, as TeX breaks a paragraph into lines (Knuth and Plass,
 * "Breaking Paragraphs into Lines", 1981): the best way to set the first k fragments does not depend on what follows,
 * so each way to end a page is tried once from each state. Notes are TeX's insertions (Knuth, "The TeXbook", 1984,
 * chapter 15): a page has the height of its fragments and of the notes that they call. Here a state has a second
 * number, the lines of notes that are set, because a note may run on; since a page takes as many of its notes' lines
 * as it can, few states arise for one fragment, and the work grows with the fragments times those of a page. It has a
 * third number, the figures that are set, where figures may go to the top of a later page to leave no hole.
 *
 * A page holds its fragments from the top of the first to the bottom of the last, and above its bottom edge its notes:
 * the rest of a note that began before, then every note that is called on the page. Only the last of them may run on.
 * Padding at a page's top and bottom is not counted.
 *
 * There is always a plan: rules that cannot be kept are broken at a price, and no fragment or line is left out.
 */
export function planPages(galley: Measured, area: PageArea): Plan {
  const count = galley.fragments.length
  const states: State[][] = Array.from({length: count + 1}, () => [])
  const steps = createPageSteps(galley, area)
  states[0]?.push({fragment: 0, line: 0, float: 0, cost: 0, before: undefined, page: undefined})
  for (const waiting of states) {
    // A page of notes or floats alone leads to a later state of the same fragment: the list grows while it is read.
    for (let index = 0; index < waiting.length; index++) {
      const state = waiting[index]
      if (state === undefined || isDone(state, galley)) continue
      steps(state, (head, end) => offer(states[end.end], {state, head, end}))
    }
  }
  return tracePlan(
    states[count]?.find((state) => isDone(state, galley)),
    galley,
    area,
  )
}

function isDone({fragment, line, float}: PageState, {fragments, noteLines, floats}: Measured): boolean {
  return fragment === fragments.length && line === noteLines.length && float === floats.length
}

/** The first of two equal ways stays, so that the plan is always the same. States go by what is set. */
function offer(states: State[] | undefined, {state, head, end}: {state: State; head: PageHead; end: PageEnd}): void {
  let at = states?.length ?? 0
  while (at > 0 && compare(states?.[at - 1], end) >= 0) at--
  const known = states?.[at]
  const isKnown = known !== undefined && compare(known, end) === 0
  const cost = state.cost + end.cost
  if (isKnown && cost >= known.cost) return
  const page = plannedPage(head, end)
  const next = {fragment: end.end, line: end.endLine, float: end.float, cost, before: state, page}
  states?.splice(at, isKnown ? 1 : 0, next)
}

function compare(a: PageState | undefined, {endLine, float}: PageEnd): number {
  return a === undefined ? 1 : a.line - endLine || a.float - float
}

function tracePlan(last: State | undefined, {fragments}: Measured, area: PageArea): Plan {
  const pages: PlannedPage[] = []
  const tall: number[] = []
  for (let state = last; state?.page !== undefined; state = state.before) {
    const {page} = state
    const fragment = fragments[page.flow]
    const height = fragment && page.flow < page.end ? fragment.bottom - fragment.top + fragment.room : 0
    const isTall = page.end - page.flow === 1 && height > area.height
    if (isTall) tall.push(page.flow)
    // A tall thing runs over as many pages as it needs; nothing else stands there.
    const {end, endLine, endFloat} = page
    const rest = {first: end, flow: end, end, firstLine: endLine, endLine, firstFloat: endFloat, endFloat}
    const more = isTall ? Math.ceil((height - area.height) / area.height) : 0
    pages.push(...Array.from({length: more}, () => rest), page)
  }
  return {pages: pages.reverse(), cost: last?.cost ?? 0, tall: tall.reverse()}
}
