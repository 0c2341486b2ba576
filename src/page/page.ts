import type {
  DocumentTexts,
  ExtractRequest,
  LinkPlace,
  Measured,
  MeasureRequest,
  Misplaced,
  PartHtml,
  PlaceRequest,
  ValueSpot,
} from '../pages/measured.ts'
import {extractParts} from './extract.ts'
import {divertAll} from './links.ts'
import {readGalley, type Galley} from './measure.ts'
import {placePages, type Placed} from './place.ts'
import {repaintPhotographs} from './repaint.ts'
import {readSpots} from './spots.ts'
import {readTexts} from './texts.ts'
import {verifyPages} from './verify.ts'

/** What Node may call in the page, in this order; values go through JSON. */
export interface Pages {
  readonly measure: (request: MeasureRequest) => Measured
  /** What the document says before it is placed: what the PDF must say. */
  readonly texts: () => DocumentTexts
  /** For a PDF without colours; at any time. */
  readonly repaint: () => Promise<void>
  /** The document in parts that can be placed each for itself. */
  readonly extract: (request: ExtractRequest) => readonly PartHtml[]
  readonly place: (request: PlaceRequest) => void
  readonly verify: () => readonly Misplaced[]
  /** Has links lead to addresses of our own, and says where they would have led. Last, when all stands. */
  readonly divert: () => readonly LinkPlace[]
  /** Where marked values stand. */
  readonly spots: (page: {readonly width: number; readonly height: number}) => readonly ValueSpot[]
  /** The document as it will be printed, as HTML. */
  readonly content: () => string
}

/** One document is placed once, and measured until its references to pages hold; what `measure` found is kept for `place`, and what `place` did for `verify`. */
export function createPages(): Pages {
  let galley: Galley | undefined
  let placed: Placed | undefined
  return {
    measure(request) {
      const read = readGalley(request, galley)
      galley = read.galley
      return read.measured
    },
    texts: () => readTexts(),
    repaint: () => repaintPhotographs(),
    extract(request) {
      if (galley === undefined) throw new Error('The document must be measured before it is parted')
      return extractParts(galley, request)
    },
    place(request) {
      if (galley === undefined) throw new Error('The document must be measured before it is placed')
      placed = placePages(galley, request)
    },
    verify() {
      if (placed === undefined) throw new Error('The document must be placed before')
      return verifyPages(placed)
    },
    divert: () => divertAll(),
    spots: readSpots,
    content() {
      return `<!doctype html>\n${document.documentElement.outerHTML}`
    },
  }
}
