import type {Variant} from '../model/config.ts'
import type {DocumentTexts} from '../pages/measured.ts'
import {closeDocument, openDocument, type PdfDocument} from './document.ts'
import {attachFiles, type Attachment} from './finish/attach-files.ts'
import {describeLinks} from './finish/describe-links.ts'
import {dropActualText} from './finish/drop-actual-text.ts'
import {flattenStructure} from './finish/flatten-structure.ts'
import {greyColours} from './finish/grey-colours.ts'
import {mapRoles} from './finish/map-roles.ts'
import {markArtifacts, type SheetMargins} from './finish/mark-artifacts.ts'
import {markCrops} from './finish/mark-crops.ts'
import {markDecoration} from './finish/mark-decoration.ts'
import {mendUnicode} from './finish/mend-unicode.ts'
import {nameBullets} from './finish/name-bullets.ts'
import {nameOutline} from './finish/name-outline.ts'
import {placeCatalog} from './finish/place-catalog.ts'
import {placeNotes} from './finish/place-notes.ts'
import {placeInfo, placeMetadata, type PdfProperties} from './finish/place-properties.ts'
import {renumberIds} from './finish/renumber-ids.ts'
import {settleHeadings} from './finish/settle-headings.ts'
import {spaceLines} from './finish/space-lines.ts'
import {tagContents} from './finish/tag-contents.ts'
import {tagFigures} from './finish/tag-figures.ts'
import {tagLanguages} from './finish/tag-languages.ts'
import {tagNotes} from './finish/tag-notes.ts'
import {tagTicks} from './finish/tag-ticks.ts'
import {tidyTables} from './finish/tidy-tables.ts'
import {wrapListBodies} from './finish/wrap-list-bodies.ts'
import type {JoinedPdf} from './join/join-parts.ts'
import {parsePdf} from './objects/parse-pdf.ts'
import {writePdf} from './objects/write-pdf.ts'

export type {Attachment} from './finish/attach-files.ts'
export type {PdfProperties} from './finish/place-properties.ts'

/** What the passes know of the brief besides what is in its PDF. */
export interface FinishInput {
  readonly properties: PdfProperties
  /** The print document as HTML. */
  readonly html: string
  readonly geometry: SheetMargins
  /** What the document says; headings and notes in the order in which they stand. */
  readonly texts: DocumentTexts
  /** The word for a note in the document's language. */
  readonly noteWord: string
  /** The word for a figure. */
  readonly figureWord: string
  /** What the PDF is for, if not for its readers. */
  readonly variants?: readonly Variant[] | undefined
  /** Notes are read after all text, rather than each after the paragraph that calls it. */
  readonly notesLast?: boolean | undefined
  /** Files that go inside. */
  readonly attachments?: readonly Attachment[]
}

/** Mends one thing in the document. */
type Pass = (document: PdfDocument, input: FinishInput) => void

/** In order; a pass that must come after another says so where it is defined. */
const passes: readonly Pass[] = [
  mendUnicode,
  dropActualText,
  tagTicks,
  markDecoration,
  nameBullets,
  tagNotes,
  tagLanguages,
  flattenStructure,
  tagContents,
  wrapListBodies,
  placeNotes,
  tagFigures,
  tidyTables,
  settleHeadings,
  mapRoles,
  (document) => renumberIds(document, 0),
  markArtifacts,
  spaceLines,
  describeLinks,
  nameOutline,
  placeCatalog,
  greyColours,
  markCrops,
  attachFiles,
  placeInfo,
  placeMetadata,
]

/**
 * Makes a printed PDF one that everyone can read, and that says of itself what the brief says: the same brief gives
 * the same bytes, whatever the clock and whatever the browser did before.
 *
 * @throws Error when the PDF is not what the browser is known to print: a fault of the program
 */
export async function finishPdf(printed: Uint8Array | JoinedPdf, input: FinishInput): Promise<Uint8Array> {
  const document = await (printed instanceof Uint8Array
    ? openDocument(parsePdf(printed))
    : openDocument(printed.file, printed.structure))
  for (const pass of passes) pass(document, input)
  return writePdf(await closeDocument(document))
}
