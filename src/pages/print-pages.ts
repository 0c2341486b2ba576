import type {BrowserDoor, PrintPage} from '../effects/effects.ts'
import type {PageGeometry} from '../sources/template.ts'
import {finishPdf, type PdfProperties} from '../pdf/finish-pdf.ts'
import {galleyHtml} from './galley-html.ts'
import type {Fragment, Measured, MeasureRequest, Misplaced, Plan, PlaceRequest} from './measured.ts'
import {planPages} from './plan-pages.ts'

export interface PrintPagesInput {
  /** The print document in one column: `main#galley` and `section#notes`. */
  readonly html: string
  readonly geometry: PageGeometry
  /** Makes the running heads and folio of a page as HTML. */
  readonly furniture: (page: FurniturePage) => string
  /** The headings that running heads may name. */
  readonly contents: readonly {readonly id: string; readonly depth: number; readonly plain: string}[]
  readonly properties: PdfProperties
  /** Marks the repeated head of a table; by default `continued`. */
  readonly continued?: string
  /** Called as each step begins. */
  readonly onStep?: (step: PrintStep) => void
}

export type PrintStep = 'open' | 'measure' | 'plan' | 'place' | 'verify' | 'print' | 'finish'

export interface FurniturePage {
  readonly page: number
  readonly pages: number
  readonly first: boolean
  readonly left: boolean
  readonly section?: string | undefined
}

export interface PrintedPages {
  readonly pdf: Uint8Array
  readonly pages: number
  /** The page of each element with an id, from 1. */
  readonly pageOf: Readonly<Record<string, number>>
  /** For each note, by id, the pages that it stands on: the first is that of its call. */
  readonly notePages: Readonly<Record<string, readonly number[]>>
  /** The first words of what is higher than a page: it runs over the edge. */
  readonly tooTall: readonly string[]
}

/**
 * Makes the PDF of a print document: measures it once, plans its pages, places them, checks that all stands where the
 * plan has it, prints and finishes.
 *
 * @throws Refusal when the browser fails, or the document asks for what is outside it
 * @throws Error when something does not stand where the plan has it: a fault of the program, not of the author
 */
export async function printPages(input: PrintPagesInput, browser: BrowserDoor): Promise<PrintedPages> {
  const step = input.onStep ?? (() => {})
  step('open')
  await using page = await browser.open(galleyHtml(input.html), input.geometry)
  const {measured, plan, pageOf} = await placeInto(input, page)
  step('print')
  const printed = await page.print()
  step('finish')
  return {
    pdf: finishPdf(printed, {properties: input.properties, html: input.html}),
    pages: plan.pages.length,
    pageOf,
    notePages: notePages(measured, plan),
    tooTall: plan.tall.map((index) => measured.fragments[index]?.words ?? ''),
  }
}

async function placeInto(
  input: PrintPagesInput,
  page: PrintPage,
): Promise<{measured: Measured; plan: Plan; pageOf: Readonly<Record<string, number>>}> {
  const {geometry, continued = 'continued', onStep: step = () => {}} = input
  const height = geometry.height - geometry.top - geometry.bottom
  const {gap} = geometry.noteArea
  step('measure')
  const measured = await page.call<Measured>('measure', {height, continued} satisfies MeasureRequest)
  step('plan')
  const plan = planPages(measured, {height, gap})
  const pageOf = pagesOfIds(measured.fragments, plan)
  const furniture = drawFurniture(input, plan, pageOf)
  step('place')
  const sheet = {width: geometry.width, height: geometry.height, top: geometry.top, bottom: geometry.bottom, gap}
  await page.call('place', {pages: plan.pages, page: sheet, furniture, pageOf} satisfies PlaceRequest)
  step('verify')
  assertPlaced(await page.call<readonly Misplaced[]>('verify'), geometry.height)
  return {measured, plan, pageOf}
}

function assertPlaced(misplaced: readonly Misplaced[], height: number): void {
  const [first] = misplaced
  if (first === undefined) return
  const page = Math.floor(first.expected / height) + 1
  throw new Error(
    `${misplaced.length} pieces of the print document are not where the page plan has them, first on page ${page}: ` +
      `"${first.what}" is at ${first.found} px, not at ${first.expected} px`,
  )
}

function pagesOfIds(fragments: readonly Fragment[], {pages}: Plan): Readonly<Record<string, number>> {
  const found = pages.flatMap(({first, end}, index) =>
    fragments.slice(first, end).flatMap(({ids}) => ids.map((id) => [id, index + 1] as const)),
  )
  return Object.fromEntries(found)
}

function notePages({notes}: Measured, {pages}: Plan): Readonly<Record<string, readonly number[]>> {
  const found = notes.map(({id, first, end}) => {
    const on = pages.flatMap((page, index) => (page.firstLine < end && page.endLine > first ? [index + 1] : []))
    return [id, on] as const
  })
  return Object.fromEntries(found)
}

/** A page's section is the last that begins on it or before it. */
function drawFurniture(
  {furniture, contents}: PrintPagesInput,
  {pages}: Plan,
  pageOf: Readonly<Record<string, number>>,
): string[] {
  const sections = contents.filter(({depth}) => depth === 1)
  return pages.map((_, index) => {
    const page = index + 1
    const section = sections.findLast(({id}) => (pageOf[id] ?? Number.POSITIVE_INFINITY) <= page)?.plain
    return furniture({page, pages: pages.length, first: page === 1, left: page % 2 === 0, section})
  })
}
