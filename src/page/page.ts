import type {DocumentTexts, Measured, MeasureRequest, Misplaced, PlaceRequest} from '../pages/measured.ts'
import {readGalley, type Galley} from './measure.ts'
import {placePages, type Placed} from './place.ts'
import {repaintPhotographs} from './repaint.ts'
import {readTexts} from './texts.ts'
import {verifyPages} from './verify.ts'

/** What Node may call in the page, in this order; values go through JSON. */
export interface Pages {
  readonly measure: (request: MeasureRequest) => Measured
  /** What the document says before it is placed: what the PDF must say. */
  readonly texts: () => DocumentTexts
  /** For a PDF without colours; at any time. */
  readonly repaint: () => Promise<void>
  readonly place: (request: PlaceRequest) => void
  readonly verify: () => readonly Misplaced[]
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
    place(request) {
      if (galley === undefined) throw new Error('The document must be measured before it is placed')
      placed = placePages(galley, request)
    },
    verify() {
      if (placed === undefined) throw new Error('The document must be placed before')
      return verifyPages(placed)
    },
    content() {
      return `<!doctype html>\n${document.documentElement.outerHTML}`
    },
  }
}
