import type {PlaceRequest} from '../pages/measured.ts'
import {extentOf} from './boxes.ts'
import {
  fillPageNumbers,
  placeFurniture,
  placeLineNumbers,
  placeRule,
  prepareFloats,
  prepareHeads,
  prepareSlices,
} from './decorate.ts'
import {slicesOf} from './frames.ts'
import {createLayout, type Layout} from './layout.ts'
import type {Galley} from './measure.ts'
import type {Piece} from './pieces.ts'
import {topOf, type Point} from './probes.ts'
import {beginningOf, findSpot, insertSpacer, type Spot} from './spacers.ts'
import {linesWithin} from './text-lines.ts'

/** Something that must stand at a given place, and the blank that brings it there. */
export interface Push {
  readonly piece: Piece
  /** The first thing of it that has a place, and where that must come to stand. */
  readonly point: Point
  readonly target: number
  readonly spacer: HTMLElement
  /** The last piece of the page before: where it stands, all before it stands as it did in the column. */
  readonly last: {readonly piece: Piece; readonly point: Point; readonly target: number} | undefined
}

/** Where everything must stand after `place`; kept for `verify`. */
export interface Placed {
  /** The text, then the notes. */
  readonly columns: readonly Column[]
  readonly floats: readonly {readonly element: HTMLElement; readonly piece: Piece; readonly top: number}[]
}

interface Column {
  readonly element: HTMLElement
  readonly pushes: readonly Push[]
  /** Where it must end. */
  readonly bottom: number
}

/**
 * Turns the column into pages without cutting it: a spacer before each page's first piece takes up the rest of the
 * page before, and likewise in the column of notes. All places are found before anything moves.
 *
 * Why there is no option for two columns: a spacer pushes text down and nowhere else. The second column of a page would
 * have to stand beside the first, from the middle of a paragraph on, and a browser moves a part of a paragraph sideways
 * only where it breaks columns by itself. Its own columns are all equally high, even where they wrap into rows
 * (`column-height`, `column-wrap`); but the notes of a page take from the height of that page alone, and a figure across
 * both columns ends them in between. To have both, the document would have to be cut into a box for each page, and its
 * tags, links and outline with it: what this design is there to avoid.
 */
export function placePages(galley: Galley, request: PlaceRequest): Placed {
  const layout = createLayout(galley.pieces, request)
  const areas = noteAreas(galley, request)
  const text = prepare(galley.pieces, {...layout, element: galley.element})
  const notes = prepare(galley.notePieces, {
    targets: areas,
    flowTop: (index) => galley.notePieces[index]?.top ?? 0,
    before: (index) => index - 1,
    lifted: 0,
    element: galley.notesElement,
  })
  const {left, width} = galley.notesElement.getBoundingClientRect()
  const floats = floatsOf(galley, request, layout)
  const lines = request.lineNumbers === true ? linesOf(galley, request, layout) : []
  const changes = [
    prepareFloats(floats, galley.element),
    prepareSlices(slicesOf(galley, request.pages, layout.topOf)),
    prepareHeads(request, galley, layout.textTop),
  ]
  // From here on things move: to look where they are would have all of it laid out each time.
  const columns = [insert(text), insert(notes)]
  fillPageNumbers(request.pageOf)
  for (const {target, index} of areas) {
    const number = galley.continues[index] ?? ''
    const continued = number === '' ? '' : `${number} ${request.continued}`
    placeRule({top: target - Math.round(request.page.gap / 3), left: left + scrollX, width, continued})
  }
  placeFurniture(request)
  if (lines.length > 0) placeLineNumbers(lines, galley.element)
  for (const change of changes) change()
  return {columns, floats}
}

function floatsOf(galley: Galley, request: PlaceRequest, layout: Layout): Placed['floats'] {
  return layout.floats.flatMap(({float, top}) => {
    const [element, piece] = [galley.floats[float], galley.pieces[request.floats[float]?.first ?? -1]]
    return element && piece ? [{element, piece, top}] : []
  })
}

/** Where the lines of all text come to stand, and its pictures, from the first to the last. */
function linesOf({pieces}: Galley, {floats}: PlaceRequest, layout: Layout): {top: number; height: number}[] {
  const lines = pieces.flatMap((piece, index) => {
    const shift = standsAt(index, {pieces, floats, layout}) - piece.top
    return linesIn(piece).map(({top, bottom}) => ({top: top + shift, height: bottom - top}))
  })
  return lines.sort((a, b) => a.top - b.top)
}

function linesIn({anchor, top, bottom}: Piece): readonly {top: number; bottom: number}[] {
  if (anchor.kind === 'line') return [{top, bottom}]
  // The first line of a paragraph is anchored at the whole of it.
  return linesWithin(anchor.kind === 'row' ? anchor.row : anchor.node).filter((line) => {
    const middle = (line.top + line.bottom) / 2
    return middle > top && middle < bottom
  })
}

interface Standing {
  readonly pieces: readonly Piece[]
  readonly floats: PlaceRequest['floats']
  readonly layout: Layout
}

/** Where the top of a piece comes to stand, in the column or in a float. */
function standsAt(index: number, {pieces, floats, layout}: Standing): number {
  for (const {float, top} of layout.floats) {
    const {first = 0, end = 0} = floats[float] ?? {}
    if (first <= index && index < end) return top + (pieces[index]?.top ?? 0) - (pieces[first]?.top ?? 0)
  }
  return layout.topOf(index)
}

interface Target {
  /** Index of a piece, and where its top must come to stand. */
  readonly index: number
  readonly target: number
}

/** A page's notes end at its bottom margin. */
function noteAreas({notePieces}: Galley, {pages, page}: PlaceRequest): Target[] {
  return pages.flatMap(({firstLine, endLine}, number) => {
    const [first, last] = [notePieces[firstLine], notePieces[endLine - 1]]
    if (firstLine >= endLine || first === undefined || last === undefined) return []
    const target = (number + 1) * page.height - page.bottom - (last.bottom - first.top)
    return [{index: firstLine, target}]
  })
}

interface Prepared {
  readonly element: HTMLElement
  readonly bottom: number
  readonly pushes: readonly (Omit<Push, 'spacer'> & {readonly spot: Spot; readonly height: number})[]
}

/** Heights are whole 64ths of a px, as the browser lays out, so that no rounding adds up over many pages. */
function prepare(
  pieces: readonly Piece[],
  {targets, flowTop, before, lifted, element}: Omit<Layout, 'topOf' | 'textTop' | 'floats'> & {element: HTMLElement},
): Prepared {
  let shift = 0
  let start = 0
  const pushes = targets.flatMap(({index, target}) => {
    const piece = pieces[index]
    if (piece === undefined) return []
    const {spot, point} = findSpot(piece, element)
    const last = before(index) > start ? lastOf(pieces, before(index), {flowTop, shift}) : undefined
    const height = Math.max(0, Math.round((target - flowTop(index) - shift) * 64) / 64)
    shift += height
    start = index
    return [{piece, point, target: target + topOf(point) - piece.top, spot, height, last}]
  })
  return {element, pushes, bottom: extentOf(element).bottom - lifted + shift}
}

function lastOf(
  pieces: readonly Piece[],
  index: number,
  {flowTop, shift}: Pick<Layout, 'flowTop'> & {shift: number},
): Push['last'] {
  const piece = pieces[index]
  if (piece === undefined) return undefined
  const point = beginningOf(piece)
  return {piece, point, target: topOf(point) - piece.top + flowTop(index) + shift}
}

/** From the last to the first: a text that is cut keeps its first part. */
function insert({element, bottom, pushes}: Prepared): Column {
  const inserted = pushes.toReversed().map(({spot, height, ...push}): Push => {
    return {...push, spacer: insertSpacer(spot, height)}
  })
  return {element, bottom, pushes: inserted.reverse()}
}
