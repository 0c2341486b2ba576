import type {BrowserDoor, PrintPage} from '../effects/effects.ts'
import type {Variant} from '../model/config.ts'
import type {PageGeometry} from '../sources/template.ts'
import {auditPdf, type Audit} from '../pdf/audit/audit-pdf.ts'
import {finishPdf, type Attachment, type PdfProperties} from '../pdf/finish-pdf.ts'
import {joinParts, type JoinedPdf} from '../pdf/join/join-parts.ts'
import {assertPlaced} from './assert-placed.ts'
import {galleyHtml} from './galley-html.ts'
import {partPlan} from './part-plan.ts'
import {maybePrintParts} from './print-parts.ts'
import type {DocumentTexts, Measured, MeasureRequest, Misplaced, PlaceRequest, ValueSpot} from './measured.ts'
import {notePages} from './pages-of-ids.ts'
import {findingsOf, type Finding} from './findings.ts'
import {draftMark} from './review-marks.ts'
import {settlePages, type Settled} from './settle-pages.ts'

export interface PrintPagesInput {
  /** The print document in one column: `main#galley` and `section#notes`. */
  readonly html: string
  readonly geometry: PageGeometry
  /** Makes the running heads and folio of a page as HTML. */
  readonly furniture: (page: FurniturePage) => string
  /** The headings that running heads may name. */
  readonly contents: readonly {readonly id: string; readonly depth: number; readonly plain: string}[]
  readonly properties: PdfProperties
  /** What the PDF is for; by default its readers. */
  readonly variants?: readonly Variant[]
  /** Stands across each page of a draft; by default `Draft`. */
  readonly draft?: string
  /** The words for a note and for a figure; by default the English ones. */
  readonly noteWord?: string
  readonly figureWord?: string
  /** Files that go inside the PDF. */
  readonly attachments?: readonly Attachment[]
  /** Notes are read after all text, rather than each after the paragraph that calls it. */
  readonly notesLast?: boolean
  /** Characters that no font of the template has: what is printed for them is not audited. */
  readonly uncovered?: readonly string[]
  /** Marks the repeated head of a table and the rest of a note; by default `continued`. */
  readonly continued?: string
  /** How many lines of a paragraph stand together at least, at a page's foot and head; by default 2. */
  readonly alone?: {readonly foot: number; readonly head: number}
  /** How many pages are printed at a time, about; by default as many as cost the least. */
  readonly pagesOfPart?: number
  /** Called as each step begins. */
  readonly onStep?: (step: PrintStep) => void
  /** Called when the browser has the document: there is time for other work while it lays it out. */
  readonly onSent?: () => void
}

export type PrintStep = 'open' | 'measure' | 'plan' | 'place' | 'verify' | 'print' | 'finish' | 'audit'

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
  /** What the author should know of. */
  readonly findings: readonly Finding[]
  /** Where the values stand that the document marks. */
  readonly spots: readonly ValueSpot[]
  /** What was found when the PDF was read back. */
  readonly audit: Audit
}

/**
 * Makes the PDF of a print document: measures it, plans its pages, places them, checks that all stands where the plan
 * has it, prints, finishes, and reads the PDF back.
 *
 * @throws Refusal when the browser fails, or the document asks for what is outside it
 * @throws Error when something does not stand where the plan has it, or the PDF does not say what the document says: a
 * fault of the program, not of the author
 */
export async function printPages(input: PrintPagesInput, browser: BrowserDoor): Promise<PrintedPages> {
  const step = input.onStep ?? (() => {})
  step('open')
  await using page = await browser.open(galleyHtml(input.html), input.geometry, input.onSent)
  const planned = await planInto(input, page)
  const {measured, plan, pageOf, unsettled, texts} = planned
  const printed = await printPlanned(input, {...planned, page}, browser)
  // Of a document that is printed in parts, no page holds all.
  const spots = printed instanceof Uint8Array ? await spotsIn(input, page) : []
  step('finish')
  const {properties, html, geometry, noteWord = 'Note', figureWord = 'Figure', uncovered = []} = input
  const {variants, notesLast, attachments = []} = input
  const about = {properties, html, geometry, noteWord, figureWord, texts}
  const pdf = await finishPdf(printed, {...about, attachments, variants, notesLast})
  step('audit')
  const findings = findingsOf(measured, plan, unsettled)
  const runsOver = findings.map(({kind}) => kind).filter((kind) => kind === 'tall' || kind === 'wide')
  return {
    pdf,
    pages: plan.pages.length,
    pageOf,
    notePages: notePages(measured, plan),
    findings,
    spots,
    audit: await auditPdf(pdf, {...texts, uncovered, runsOver}),
  }
}

interface Planned extends Settled {
  readonly texts: DocumentTexts
  readonly measure: MeasureRequest
}

async function planInto(input: PrintPagesInput, page: PrintPage): Promise<Planned> {
  const {geometry, continued = 'continued', alone = {foot: 2, head: 2}, onStep: step = () => {}} = input
  const height = geometry.height - geometry.top - geometry.bottom
  const {gap} = geometry.noteArea
  const request = {height, gap, continued, alone, pageOf: {}}
  const measure = (pageOf: MeasureRequest['pageOf']): Promise<Measured> => {
    step('measure')
    return page.call<Measured>('measure', {...request, pageOf} satisfies MeasureRequest)
  }
  const settled = await settlePages(measure, {height, gap}, step)
  // When notes are in the order of their calls, and before anything is placed.
  return {...settled, texts: await page.call<DocumentTexts>('texts'), measure: request}
}

/** A long document is printed in parts, side by side; else all pages at once. */
async function printPlanned(
  input: PrintPagesInput,
  {page, measured, measure, plan, pageOf}: Planned & {readonly page: PrintPage},
  browser: BrowserDoor,
): Promise<Uint8Array | JoinedPdf> {
  const {geometry, continued = 'continued', variants, pagesOfPart, onStep: step = () => {}} = input
  const furniture = drawFurniture(input, plan.pages.length, pageOf)
  const {width, height, top, bottom, noteArea} = geometry
  const sheet = {width, height, top, bottom, gap: noteArea.gap}
  const lineNumbers = variants?.includes('line-numbers') === true
  const place = {pages: plan.pages, floats: measured.floats, page: sheet, furniture, pageOf, continued, lineNumbers}
  if (variants?.includes('grey') === true) await page.call('repaint')
  const parts = partPlan(measured, plan, pagesOfPart)
  // Lines are numbered through the whole document.
  if (parts.length > 1 && !lineNumbers) {
    step('print')
    const printed = await maybePrintParts({parts, page, measured, measure, place, geometry}, browser)
    if (printed !== undefined) return joinParts(printed)
  }
  step('place')
  await page.call('place', place satisfies PlaceRequest)
  step('verify')
  assertPlaced(await page.call<readonly Misplaced[]>('verify'), height)
  step('print')
  return page.print()
}

/** Only a preview marks values. */
async function spotsIn(
  {html, geometry: {width, height}}: PrintPagesInput,
  page: PrintPage,
): Promise<readonly ValueSpot[]> {
  return html.includes(' data-value="') ? await page.call<readonly ValueSpot[]>('spots', {width, height}) : []
}

/** A page's section is the last that begins on it or before it. */
export function drawFurniture(
  {furniture, contents, variants, draft = 'Draft'}: PrintPagesInput,
  pages: number,
  pageOf: Readonly<Record<string, number>>,
): string[] {
  const sections = contents.filter(({depth}) => depth === 1)
  return Array.from({length: pages}, (_, index) => {
    const page = index + 1
    const section = sections.findLast(({id}) => (pageOf[id] ?? Number.POSITIVE_INFINITY) <= page)?.plain
    const heads = furniture({page, pages, first: page === 1, left: page % 2 === 0, section})
    return variants?.includes('draft') === true ? heads + draftMark(draft) : heads
  })
}
