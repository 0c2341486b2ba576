import type {Piece} from '../content/pieces.ts'
import type {PdfDocument} from '../document.ts'
import {isArray, isNumber, type PdfDict} from '../objects/values.ts'
import {writeNumber} from '../objects/write-value.ts'

interface Input {
  readonly variants?: readonly string[] | undefined
}

/** An eighth of an inch in points: what is printed around the page and cut off. */
const bleed = 9
/** Of a mark, from the edge of the bleed, and what is left of the sheet behind it. */
const [length, rest] = [18, 6]

/**
 * Makes the printed page one for a press: with the size that it has when it is cut, what may bleed over it, and marks of
 * where to cut, on a larger sheet. After markArtifacts, which knows the page by its size.
 */
export function markCrops({pages}: Pick<PdfDocument, 'pages'>, {variants = []}: Input): void {
  if (!variants.includes('press')) return
  for (const page of pages) {
    const [width, height] = sizeOf(page.dict)
    const slug = length + rest
    page.dict.set('MediaBox', [-slug, -slug, width + slug, height + slug])
    page.dict.set('BleedBox', [0, 0, width, height])
    page.dict.set('TrimBox', [bleed, bleed, width - bleed, height - bleed])
    // Before all else: what the browser writes turns the page upside down.
    page.pieces = [...marks(width, height), ...page.pieces]
  }
}

function sizeOf(page: PdfDict): [width: number, height: number] {
  const box = page.get('MediaBox')
  const [, , width, height] = isArray(box) ? box : []
  if (isNumber(width) && isNumber(height)) return [width, height]
  throw new Error('A page of the PDF has no size')
}

/** Two at each corner, outside the bleed. */
function marks(width: number, height: number): Piece[] {
  const lines = [bleed, width - bleed].flatMap((x) => [
    line([x, 0], [x, -length]),
    line([x, height], [x, height + length]),
  ])
  const others = [bleed, height - bleed].flatMap((y) => [
    line([0, y], [-length, y]),
    line([width, y], [width + length, y]),
  ])
  return [
    {kind: 'begin', tag: 'Artifact', mcid: undefined, written: '/Artifact <</Type/Page>>BDC'},
    {kind: 'paint', written: `q 0 G .25 w ${[...lines, ...others].join(' ')} S Q`},
    {kind: 'end', written: 'EMC'},
  ]
}

type Point = readonly [x: number, y: number]

function line(from: Point, to: Point): string {
  return `${from.map(writeNumber).join(' ')} m ${to.map(writeNumber).join(' ')} l`
}
