import {plainText} from '../document/element.ts'
import {labelsOf} from '../document/labels.ts'
import {bareDoi} from '../editions/citation.ts'
import {wordsOf} from '../editions/words.ts'
import type {Effects} from '../effects/effects.ts'
import type {Variant} from '../model/config.ts'
import type {Document} from '../model/document.ts'
import type {PageGeometry} from '../sources/template.ts'
import {version} from '../version.ts'
import type {Attachment, PdfProperties} from '../pdf/finish-pdf.ts'
import {printOnce} from './print-once.ts'
import type {FurniturePage, PrintedPages, PrintPagesInput, PrintStep} from './print-pages.ts'

export interface PrintEditionInput {
  /** The print document in one column, with everything inside that it needs. */
  readonly html: string
  readonly geometry: PageGeometry
  /** How many lines of a paragraph stand together at least. */
  readonly alone: {readonly foot: number; readonly head: number}
  readonly variants: readonly Variant[]
  /** Makes the running heads and folio of a page as HTML. */
  readonly furniture: (page: FurniturePage) => string
  readonly document: Document
  /** Characters that no font of the template has. */
  readonly uncovered: readonly string[]
  /** The date of a brief that has none. */
  readonly date?: string | undefined
  /** Files that go inside the PDF. */
  readonly attachments?: readonly Attachment[]
  /** Notes are read after all text, rather than each after the paragraph that calls it. */
  readonly notesLast?: boolean
  readonly effects: Pick<Effects, 'browser' | 'cache' | 'stages'>
  /** Called when the browser has the document: there is time for other work while it lays it out. */
  readonly onSent: () => void
}

/**
 * Makes the PDF of a brief.
 *
 * @throws Refusal when the browser fails, or the print document asks for what is outside it
 */
export async function printEdition(input: PrintEditionInput): Promise<PrintedPages> {
  const {effects, onSent} = input
  const onStep = (step: PrintStep): void => effects.stages.begin(step)
  return printOnce({...pagesInput(input), onStep, onSent}, effects)
}

/** What the pages are made of. */
export function pagesInput(input: Omit<PrintEditionInput, 'onSent'>): PrintPagesInput {
  const {html, geometry, alone, variants, furniture, document, uncovered, date, attachments, notesLast = false} = input
  const {lang} = document.frontMatter
  return {
    html,
    geometry,
    alone,
    variants,
    furniture,
    continued: wordsOf(lang).continued,
    draft: wordsOf(lang).draft,
    contents: document.contents,
    properties: pdfProperties(document, date),
    uncovered,
    ...(attachments && {attachments}),
    notesLast,
    noteWord: labelsOf(lang).note,
    figureWord: labelsOf(lang).figure,
  }
}

function pdfProperties({frontMatter, texts}: Document, fallback: string | undefined): PdfProperties {
  const {authors, keywords, lang, institution, license, licenseUrl, doi, series, number, url} = frontMatter
  const plain = (name: string): string | undefined => (texts[name] === undefined ? undefined : plainText(texts[name]))
  return {
    title: plain('title') ?? frontMatter.title,
    authors: authors.map(({name}) => name),
    subject: plain('subtitle') ?? frontMatter.subtitle,
    keywords,
    lang,
    publisher: institution,
    rights: license,
    rightsUrl: licenseUrl,
    doi: doi === undefined ? undefined : bareDoi(doi),
    series,
    number,
    url,
    creator: `policy-brief ${version}`,
    date: frontMatter.date ?? fallback,
  }
}
