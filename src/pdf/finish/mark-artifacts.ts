import type {Piece, TextPiece} from '../content/pieces.ts'
import type {PdfDocument} from '../document.ts'
import {isArray, isNumber, type PdfDict} from '../objects/values.ts'

export interface SheetMargins {
  /** The page's height and its margins, in CSS px. */
  readonly height: number
  readonly top: number
  readonly bottom: number
}

/**
 * Marks as artifacts what is painted outside all tags (ISO 14289-1, 7.1): running heads and folios by where they stand,
 * heads of tables that are repeated, rules and backgrounds.
 */
export function markArtifacts({pages}: PdfDocument, {geometry}: {readonly geometry: SheetMargins}): void {
  for (const page of pages) page.pieces = wrapUnmarked(page.pieces, textArea(page.dict, geometry))
}

/** The artifact that a piece belongs to, by its written beginning. */
type Artifact = string

const plain: Artifact = '/Artifact BMC'
const pagination: Artifact = '/Artifact <</Type/Pagination>>BDC'
const header: Artifact = '/Artifact <</Type/Pagination/Subtype/Header>>BDC'
const watermark: Artifact = '/Artifact <</Type/Pagination/Subtype/Watermark>>BDC'
const footer: Artifact = '/Artifact <</Type/Pagination/Subtype/Footer>>BDC'

interface TextArea {
  readonly top: number
  readonly bottom: number
}

function wrapUnmarked(pieces: readonly Piece[], area: TextArea): Piece[] {
  const wrapped: Piece[] = []
  let depth = 0
  let open: Artifact | undefined
  const change = (artifact: Artifact | undefined): void => {
    if (artifact === open) return
    if (open !== undefined) wrapped.push({kind: 'end', written: 'EMC'})
    if (artifact !== undefined) wrapped.push({kind: 'begin', tag: 'Artifact', mcid: undefined, written: artifact})
    open = artifact
  }
  for (const piece of pieces) {
    if (piece.kind === 'begin') {
      change(undefined)
      depth++
    }
    if (piece.kind === 'end') depth--
    if (depth === 0 && piece.kind === 'paint') change(plain)
    if (depth === 0 && piece.kind === 'text') change(furnitureOf(piece, area))
    wrapped.push(piece)
  }
  change(undefined)
  return wrapped
}

/** No running head is set so large, in points. */
const largest = 72

function furnitureOf({place: {y, size}}: TextPiece, {top, bottom}: TextArea): Artifact {
  if (size > largest) return watermark
  if (y > top) return header
  return y < bottom ? footer : pagination
}

/** Between the margins, in points from the page's lower edge. */
function textArea(page: PdfDict, {height, top, bottom}: SheetMargins): TextArea {
  const box = page.get('MediaBox')
  const upper = isArray(box) ? box[3] : undefined
  const points = isNumber(upper) ? upper : height * 0.75
  const scale = points / height
  return {top: points - top * scale, bottom: bottom * scale}
}
