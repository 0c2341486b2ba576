import {mendUnicode} from './finish/mend-unicode.ts'
import {placeInfo, placeMetadata, type PdfProperties} from './finish/place-properties.ts'
import {renumberIds} from './finish/renumber-ids.ts'
import {parsePdf} from './objects/parse-pdf.ts'
import type {PdfFile} from './objects/values.ts'
import {writePdf} from './objects/write-pdf.ts'

export type {PdfProperties} from './finish/place-properties.ts'

/** What the passes know of the brief besides what is in its PDF. */
export interface FinishInput {
  readonly properties: PdfProperties
  /** The print document as HTML. */
  readonly html: string
}

/** Mends one thing in the document. */
type Pass = (pdf: PdfFile, input: FinishInput) => void

/** In order; a pass that must come after another says so. */
const passes: readonly Pass[] = [
  mendUnicode,
  renumberIds,
  placeInfo,
  // After placeInfo: both name the producer that the browser wrote.
  placeMetadata,
]

/**
 * Makes a printed PDF one that everyone can read, and that says of itself what the brief says: the same brief gives
 * the same bytes, whatever the clock and whatever the browser did before.
 */
export function finishPdf(printed: Uint8Array, input: FinishInput): Uint8Array {
  const pdf = parsePdf(printed)
  for (const pass of passes) pass(pdf, input)
  return writePdf(pdf)
}
