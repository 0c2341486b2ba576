import type {VFile} from 'vfile'
import {drawNarrow} from '../charts/draw-narrow.ts'
import type {Effects} from '../effects/effects.ts'
import {checkNeighbours} from '../links/check-neighbours.ts'
import {checkOutputs} from '../links/check-outputs.ts'
import {assertNoErrors} from '../messages/message.ts'
import type {Brief} from '../model/brief.ts'
import type {Config} from '../model/config.ts'
import type {Document, Drawing, Merged, OutputFile} from '../model/document.ts'
import type {Audit} from '../pdf/audit/audit-pdf.ts'
import type {Attachment} from '../pdf/finish-pdf.ts'
import type {ValueSpot} from '../pages/measured.ts'
import type {PrintedPages} from '../pages/print-pages.ts'
import type {Template} from '../sources/template.ts'
import {makePictures} from '../pictures/make-pictures.ts'
import type {EditionInput, PrintedFile} from './edition-input.ts'
import {maybePageUrl} from './page-url.ts'
import {reportPages} from './report-pages.ts'
import {reportUncovered} from './report-uncovered.ts'
import {chosenOptions} from './shell-data.ts'

export interface EditionsInput {
  /** All files that the brief was made of. */
  readonly inputs: readonly VFile[]
  readonly document: Document
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly merged: Merged
  readonly template: Template
}

export interface Editions {
  readonly outputs: readonly OutputFile[]
  /** Of the printed edition, if it was made. */
  readonly pages: number | undefined
  /** What was found when the PDF was read back. */
  readonly audit: Audit | undefined
  /** Where marked values stand in the PDF. */
  readonly spots: readonly ValueSpot[]
}

/**
 * Makes the editions that were asked for. The print edition goes first: the page is made while the browser lays it out.
 * What other threads draw for the page is begun before either.
 */
export async function makeEditions(input: EditionsInput, config: Config, effects: Effects): Promise<Editions> {
  const {document, merged, inputs} = input
  const pdf = pdfName(document.name, config)
  const edition = editionInput(input, {config, effects, pdf})
  const drawing = maybeBeginDrawings({...input, edition}, config, effects)
  const printing = config.editions.includes('print')
    ? beginPrinting(edition, {narrative: merged.brief.narrative, values: merged.values, inputs, config}, effects)
    : notPrinting
  await printing.isSent
  const file = printedFile(pdf, printing.result)
  const making = drawing && rendered(edition, {drawing, printing: file}, effects)
  const [print, web] = await Promise.all([printing.result, making])
  reportUncovered(merged.brief.narrative, [...(print?.uncovered ?? []), ...(web?.uncovered ?? [])])
  const printedFiles = print === undefined ? [] : [{path: pdf, content: print.pdf}]
  const outputs = [...(web?.outputs ?? []), ...printedFiles]
  await checkLinks(input, {outputs, pdf}, {config, effects})
  return {outputs, ...printedParts(print)}
}

function printedParts(print: PrintedPages | undefined): Omit<Editions, 'outputs'> {
  return {pages: print?.pages, audit: print?.audit, spots: print?.spots ?? []}
}

/** A PDF for reviewers or printers is not taken for the one to publish. */
function pdfName(name: string, {variants = []}: Pick<Config, 'variants'>): string {
  return `${[name, ...variants].join('-')}.pdf`
}

/** @throws AuthorError when a link of the page leads nowhere */
async function checkLinks(
  {document, merged, template}: EditionsInput,
  {outputs, pdf}: {readonly outputs: readonly OutputFile[]; readonly pdf: string},
  {config, effects}: Pick<Given, 'config' | 'effects'>,
): Promise<void> {
  const {narrative} = merged.brief
  const shell = template.files.get(template.manifest.parts.web)
  if (shell === undefined) throw new Error(`Template ${template.name} has no web shell`)
  // The manifest and, whichever editions are made now, the PDF stand beside the page.
  checkOutputs({document, outputs, alsoThere: ['manifest.json', pdf], narrative, shell})
  await checkNeighbours({document, merged}, config, effects)
  assertNoErrors([narrative, shell])
}

interface Given {
  readonly config: Config
  readonly effects: Effects
  /** The path of the printed edition. */
  readonly pdf: string
}

function editionInput({document, drawings, merged, template}: EditionsInput, given: Given): EditionInput {
  const {config, effects, pdf} = given
  const pageUrl = maybePageUrl({name: document.name, url: document.frontMatter.url}, config)
  return {
    document,
    drawings,
    template,
    tables: merged.tables,
    images: new Map([...merged.brief.images].map(([path, {value}]) => [path, bytesOf(value)])),
    readPackage: effects.files.maybeReadPackage,
    ...(config.editions.includes('print') ? {pdf: {path: pdf}} : {}),
    ...(pageUrl !== undefined && {pageUrl}),
    standalone: config.standalone === true,
    ...(merged.brief.data && {licenses: merged.brief.data.licenses}),
  }
}

/** What an edition says of its characters. */
interface Covered {
  readonly uncovered: readonly string[]
}

/** What the page says of the printed edition. A failure is told by `makeEditions`. */
async function printedFile(
  path: string,
  printing: Promise<PrintedPages | undefined>,
): Promise<PrintedFile | undefined> {
  const print = await printing.catch(() => undefined)
  return print && {path, bytes: print.pdf.length, pages: print.pages}
}

type Drawings = Pick<EditionInput, 'drawings' | 'pictures'>

function maybeBeginDrawings(
  {edition, ...input}: EditionsInput & {readonly edition: EditionInput},
  {editions}: Config,
  effects: Effects,
): Promise<Drawings> | undefined {
  if (!editions.includes('web')) return undefined
  // One after another: the browser, which lays the pages out meanwhile, needs a core.
  const drawing = drawNarrow(input, effects).then(async (drawings) => ({
    drawings,
    pictures: await makePictures(edition.drawings, edition.template.manifest.fonts, effects),
  }))
  // Whoever waits for them meets the failure; that of the printed edition may come before.
  drawing.catch(() => {})
  return drawing
}

interface OnTheirWay {
  readonly drawing: Promise<Drawings>
  readonly printing: Promise<PrintedFile | undefined>
}

async function rendered(
  edition: EditionInput,
  {drawing, printing}: OnTheirWay,
  effects: Effects,
): Promise<Covered & {readonly outputs: readonly OutputFile[]}> {
  const {renderWeb} = await import('./web/render-web.ts')
  const [drawings, tips, share] = await Promise.all([drawing, tipScript(edition, effects), shared(edition, effects)])
  const whole = {...edition, ...drawings, ...tips, ...share}
  const {html, files, standalone, uncovered} = await renderWeb(whole, printing)
  const single = standalone === undefined ? [] : [{path: `${edition.document.name}.html`, content: standalone}]
  return {outputs: [{path: 'index.html', content: html}, ...single, ...files], uncovered}
}

/** The script that shows the values of charts, where there are charts and the brief's option asks for it. */
async function tipScript(
  {document, drawings, template}: EditionInput,
  {readerScript}: Pick<Effects, 'readerScript'>,
): Promise<Pick<EditionInput, 'tipScript'>> {
  const {tooltips} = chosenOptions(document, template.manifest.options)
  return tooltips === 'charts' && drawings.size > 0 ? {tipScript: await readerScript('chart-tips')} : {}
}

/** Only a page that has an address is shared. The picture is drawn on another core while the page is made. */
async function shared(edition: EditionInput, effects: Effects): Promise<Pick<EditionInput, 'sharePicture'>> {
  if (edition.pageUrl === undefined) return {}
  const {drawSharePicture} = await import('./web/share-picture.ts')
  const sharePicture = drawSharePicture(edition, effects)
  // Whoever waits for it meets the failure.
  sharePicture.catch(() => {})
  return {sharePicture}
}

interface Printing {
  /** Settled when the browser has the document, or never will. */
  readonly isSent: Promise<void>
  readonly result: Promise<(Covered & PrintedPages) | undefined>
}

const notPrinting: Printing = {isSent: Promise.resolve(), result: Promise.resolve(undefined)}

function beginPrinting(edition: EditionInput, of: Printed, effects: Effects): Printing {
  let onSent = (): void => {}
  const isSent = new Promise<void>((resolve) => {
    onSent = resolve
  })
  const result = printed(edition, of, {effects, onSent})
  // A failure is met by who waits for the result.
  result.then(onSent, onSent)
  return {isSent, result}
}

interface Printed {
  readonly narrative: Brief['narrative']
  readonly inputs: EditionsInput['inputs']
  readonly values: Merged['values']
  readonly config: Config
}

interface Means {
  readonly effects: Effects
  readonly onSent: () => void
}

async function printed(
  edition: EditionInput,
  {narrative, inputs, values, config}: Printed,
  means: Means,
): Promise<Covered & PrintedPages> {
  const [{renderPrint}, {createFurniture}, {linesTogether, pageGeometry}, {printEdition}] = await Promise.all([
    import('./print/render-print.ts'),
    import('./print/furniture.ts'),
    import('./print/page-geometry.ts'),
    import('../pages/print-edition.ts'),
  ])
  const {document, template} = edition
  const {html, uncovered} = await renderPrint(edition, config.variants)
  const options = chosenOptions(document, template.manifest.options)
  const attachments =
    options['attachments'] === 'data' ? await attached(edition, {inputs, values}, means.effects) : undefined
  const input = {
    html,
    geometry: pageGeometry(template, document, config.variants),
    variants: config.variants ?? [],
    alone: linesTogether(template, document),
    furniture: createFurniture(template, document),
    document,
    uncovered,
    // The date of a brief that has none.
    date: config.date,
    ...(attachments && {attachments}),
    notesLast: options['read-notes'] === 'last',
    ...means,
  }
  const print = await printEdition(input)
  reportPages(narrative, print.findings)
  assertNoErrors([narrative])
  return {...print, uncovered}
}

async function attached(
  edition: EditionInput,
  origin: Pick<Printed, 'inputs' | 'values'>,
  effects: Effects,
): Promise<readonly Attachment[]> {
  const {collectAttachments} = await import('./print/attachments.ts')
  return collectAttachments(edition, origin, effects)
}

function bytesOf(value: string | Uint8Array | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new TextEncoder().encode(value ?? '')
}
