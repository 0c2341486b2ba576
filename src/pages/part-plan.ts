import type {Measured, PartRange, Plan, PlannedPage} from './measured.ts'

/** Some pages of a plan that can be printed by themselves. */
export interface Part extends PartRange {
  /** Indices of its pages. */
  readonly firstPage: number
  readonly endPage: number
  readonly firstLine: number
  readonly endLine: number
  readonly firstFloat: number
  readonly endFloat: number
}

/**
 * The browser takes the longer for a page the more pages it prints at a time: at this many a part costs about as much as
 * it costs to lay it out by itself.
 */
const pagesOfPart = 100

/**
 * Parts a plan where a page begins with a child of the column, and everything that is due has been set: no note runs on,
 * no figure is still to come. Parts depend on the document alone, so that the PDF does too.
 *
 * @returns one part where the document is short, or cannot be parted
 */
export function partPlan(measured: Measured, plan: Plan, size: number = pagesOfPart): Part[] {
  const count = plan.pages.length
  const wanted = Math.max(1, Math.floor(count / size))
  const inner = Array.from({length: wanted - 1}, (_, index) => {
    return nearestClean(Math.round(((index + 1) * count) / wanted), {measured, plan, reach: size / 2})
  })
  const bounds = [0, ...new Set(inner.filter((start) => start !== undefined)), count]
  return bounds.slice(1).map((end, index) => describe(measured, plan, {firstPage: bounds[index] ?? 0, endPage: end}))
}

interface Search {
  readonly measured: Measured
  readonly plan: Plan
  /** How many pages away it may be, less than halfway to the next. */
  readonly reach: number
}

function nearestClean(page: number, {measured, plan: {pages}, reach}: Search): number | undefined {
  for (let away = 0; away < reach; away++) {
    for (const index of [page + away, page - away]) if (isClean(pages[index], pages[index - 1], measured)) return index
  }
  return undefined
}

function isClean(page: PlannedPage | undefined, before: PlannedPage | undefined, measured: Measured): boolean {
  if (page === undefined || before?.end !== page.first || page.first === page.end) return false
  const isAtCut = measured.cuts.includes(page.first) && measured.fragments[page.first]?.room === 0
  return isAtCut && areFloatsSet(page, measured) && areNotesSet(page, measured)
}

function areFloatsSet({first, flow, firstFloat, endFloat}: PlannedPage, {floats}: Measured): boolean {
  const due = floats.filter((float) => float.first < first).length
  return first === flow && firstFloat === endFloat && firstFloat === due
}

function areNotesSet({first, firstLine}: PlannedPage, measured: Measured): boolean {
  const {notes} = measured
  const isNoteStart = firstLine === 0 || notes.some(({end}) => end === firstLine)
  return isNoteStart && noteAt(notes, firstLine) === calledBefore(measured, first)
}

/** The notes that end before a line. */
function noteAt(notes: Measured['notes'], line: number): number {
  return notes.filter(({end}) => end <= line).length
}

function calledBefore({fragments}: Measured, end: number): number {
  const called = fragments.slice(0, end).findLast((fragment) => fragment.notes.length > 0)?.notes
  return called === undefined ? 0 : Math.max(...called) + 1
}

function describe(
  {notes, floats}: Measured,
  {pages}: Plan,
  {firstPage, endPage}: Pick<Part, 'firstPage' | 'endPage'>,
): Part {
  const {first, firstLine, firstFloat} = pages[firstPage] ?? nothing
  const {end, endLine} = pages[endPage - 1] ?? nothing
  // Floats that stand in their place are no page's.
  const endFloat = pages[endPage]?.firstFloat ?? floats.length
  const [firstNote, endNote] = [noteAt(notes, firstLine), noteAt(notes, endLine)]
  return {firstPage, endPage, first, end, firstLine, endLine, firstNote, endNote, firstFloat, endFloat}
}

const nothing: PlannedPage = {first: 0, flow: 0, end: 0, firstLine: 0, endLine: 0, firstFloat: 0, endFloat: 0}

/** The pages of a part, counted within it. */
export function pagesOfPartPlan({pages}: Pick<Plan, 'pages'>, part: Part): PlannedPage[] {
  return pages.slice(part.firstPage, part.endPage).map((page) => ({
    first: page.first - part.first,
    flow: page.flow - part.first,
    end: page.end - part.first,
    firstLine: page.firstLine - part.firstLine,
    endLine: page.endLine - part.firstLine,
    firstFloat: page.firstFloat - part.firstFloat,
    endFloat: page.endFloat - part.firstFloat,
  }))
}
