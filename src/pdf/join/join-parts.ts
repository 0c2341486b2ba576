import {addObject, catalogOf, pagesOf} from '../objects/lookup.ts'
import {parsePdf} from '../objects/parse-pdf.ts'
import {dictOf, type PdfFile} from '../objects/values.ts'
import {readStructure} from '../structure/read-structure.ts'
import type {StructElement} from '../structure/structure.ts'
import {joinFonts} from './join-fonts.ts'
import {joinOutlines, readOutline} from './join-outlines.ts'
import {joinStructures} from './join-structures.ts'
import {placeDestinations, type PartPlace} from './place-destinations.ts'
import {dropElements, shiftObjects} from './shift-objects.ts'

/** Some pages of a document, printed by themselves. */
export interface PrintedPart {
  readonly pdf: Uint8Array
  /** Where everything in it stands that links may lead to. */
  readonly places: readonly PartPlace[]
  /** Of a page, in CSS px. */
  readonly height: number
}

/** A PDF taken apart, and its tags, which are not yet in its objects again. */
export interface JoinedPdf {
  readonly file: PdfFile
  readonly structure: StructElement
}

/**
 * Makes one PDF of parts that follow one another, as if all of it had been printed at once: one tree of tags, one
 * outline, links from part to part, and each font once.
 *
 * @throws Error when a part is not what the browser is known to print
 */
export function joinParts(parts: readonly PrintedPart[]): JoinedPdf {
  const files = parts.map(({pdf}) => parsePdf(pdf))
  const [first] = files
  if (first === undefined) throw new Error('There is no part to join')
  let next = 0
  for (const file of files) next = shiftObjects(file, next)
  const read = files.map((file) => ({
    pages: pagesOf(file),
    outline: readOutline(file),
    structure: readStructure(file),
  }))
  const objects = new Map(files.flatMap((file) => [...dropElements(file)]))
  const joined: PdfFile = {...first, root: first.root, objects, next}
  const pages = read.flatMap((part) => part.pages)
  const tree = addObject(joined, dictOf({Type: 'Pages', Count: pages.length, Kids: pages.map(({ref}) => ({ref}))}))
  for (const {dict} of pages) dict.set('Parent', tree)
  catalogOf(joined).set('Pages', tree)
  joinOutlines(
    joined,
    read.flatMap(({outline}) => outline),
  )
  placeDestinations(
    joined,
    read.map((part, index) => ({...part, ...parts[index]})),
  )
  joinFonts(joined)
  return {file: joined, structure: joinStructures(read.map(({structure}) => structure))}
}
