import type {DocumentTexts} from '../../pages/measured.ts'
import {openDocument} from '../document.ts'
import {parsePdf} from '../objects/parse-pdf.ts'
import {checkPdfUa, ruleCount} from '../ua/check-pdf-ua.ts'
import {producerOf} from '../finish/place-properties.ts'
import {findLostNotes} from './find-lost-notes.ts'
import {findLostTexts} from './find-lost-texts.ts'
import {findMisplaced} from './find-misplaced.ts'
import {readBack} from './read-back.ts'

/** What the PDF must say: what the browser's page said before it was cut into pages. */
export interface Expected extends DocumentTexts {
  /** Characters that no font of the template has; what the browser shows for them is unknown. */
  readonly uncovered?: readonly string[]
  /**
   * What the author has been told of: something is higher than a page, and so runs over its edge and what stands there;
   * or a table is wider than the column, and so loses cells.
   */
  readonly runsOver?: readonly ('tall' | 'wide')[]
}

/** The record of an audit without faults. */
export interface Audit {
  /** What printed the PDF, with its version. */
  readonly producer: string
  readonly pages: number
  readonly notes: number
  readonly headings: number
  readonly captions: number
  readonly cells: number
  readonly texts: number
  /** Entries of contents whose page numbers were followed. */
  readonly entries: number
  /** How many of the machine-checkable rules of PDF/UA-1 were checked; none is broken. */
  readonly pdfUaRules: number
}

/**
 * Reads a finished PDF as its readers will, and compares it with what it was made from: every text once and in order,
 * every note whole, once, beginning on the page of its call; nothing outside the page, no text in the area of notes;
 * page numbers true; no rule of PDF/UA-1 broken.
 *
 * @throws Error that says what was lost: a fault of the program
 */
export async function auditPdf(pdf: Uint8Array, expected: Expected): Promise<Audit> {
  const document = await openDocument(parsePdf(pdf))
  const read = readBack(document)
  const isUncovered = (expected.uncovered?.length ?? 0) > 0
  const {runsOver = [], texts} = expected
  const kept = runsOver.includes('wide') ? texts.filter(({kind}) => kind !== 'cell') : texts
  const faults = [
    ...findLostTexts(read, {...expected, texts: kept}),
    ...findLostNotes(read, expected),
    ...findMisplaced(read, runsOver.length > 0 ? 'page numbers' : 'everything'),
    ...checkPdfUa({pdf, document, isUncovered}),
  ]
  if (faults.length > 0) throw new AuditError(faults)
  const count = (kind: string): number => expected.texts.filter((text) => text.kind === kind).length
  const {file} = document
  return {
    producer: producerOf(file),
    pages: read.pages.length,
    notes: read.notes.length,
    headings: count('heading'),
    captions: count('caption'),
    cells: count('cell'),
    texts: count('text'),
    entries: read.links.filter(({isEntry}) => isEntry).length,
    pdfUaRules: ruleCount,
  }
}

/** The PDF does not hold what was laid out. It is not written. */
export class AuditError extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    const shown = faults.slice(0, 10).map((fault) => `\n  - ${fault}`)
    const more = faults.length > 10 ? `\n  - and ${faults.length - 10} more` : ''
    super(`The PDF was read back and is not whole, so it was not written:${shown.join('')}${more}`)
    this.name = 'AuditError'
    this.faults = faults
  }
}
