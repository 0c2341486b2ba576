import type {PlaceRequest} from '../pages/measured.ts'
import {fillPageNumbers, placeFurniture, placeHeads, placeRule} from './decorate.ts'
import type {Galley} from './measure.ts'
import type {Piece} from './pieces.ts'
import {findSpot, insertSpacer, type Spot} from './spacers.ts'

/** Something that must stand at a given place, and the blank that brings it there. */
interface Push {
  readonly index: number
  readonly target: number
  readonly spacer: HTMLElement
}

/** Where everything must stand after `place`; kept for `verify`. */
export interface Placed {
  readonly pushes: readonly Push[]
  readonly notePushes: readonly Push[]
}

interface Target {
  /** Index of a piece, and where its top must come to stand. */
  readonly index: number
  readonly target: number
}

/**
 * Turns the column into pages without cutting it: a spacer before each page's first piece takes up the rest of the
 * page before, and likewise in the column of notes. All places are found before anything moves.
 */
export function placePages(galley: Galley, request: PlaceRequest): Placed {
  const text = spotsOf(galley.pieces, pageTargets(galley, request), galley.element)
  const areas = noteAreas(galley, request)
  const notes = spotsOf(galley.notePieces, areas, galley.notesElement)
  const pushes = insert(text, galley.pieces)
  const notePushes = insert(notes, galley.notePieces)
  fillPageNumbers(request.pageOf)
  for (const {target} of areas) placeRule(target - Math.round(request.page.gap / 3), galley.notesElement)
  placeFurniture(request)
  // Last, because it looks where the heads have come to stand.
  placeHeads(request, galley)
  return {pushes, notePushes}
}

/** A page's first piece stands at the page's top, or below the repeated head of its table. */
function pageTargets({pieces}: Galley, {pages, page}: PlaceRequest): Target[] {
  return pages.flatMap(({first, end}, number) => {
    const room = pieces[first]?.room ?? 0
    return first < end ? [{index: first, target: number * page.height + page.top + room}] : []
  })
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

function spotsOf(
  pieces: readonly Piece[],
  targets: readonly Target[],
  column: Element,
): readonly (Target & {readonly spot: Spot})[] {
  return targets.flatMap((target) => {
    const piece = pieces[target.index]
    return piece === undefined ? [] : [{...target, spot: findSpot(piece, column)}]
  })
}

/** Heights are whole 64ths of a px, as the browser lays out, so that no rounding adds up over many pages. */
function insert(spots: readonly (Target & {readonly spot: Spot})[], pieces: readonly Piece[]): Push[] {
  let shift = 0
  const heights = spots.map(({index, target}) => {
    const height = Math.max(0, Math.round((target - (pieces[index]?.top ?? 0) - shift) * 64) / 64)
    shift += height
    return height
  })
  const backwards = [...spots.entries()].reverse()
  const pushes = backwards.map(([order, {index, target, spot}]) => {
    return {index, target, spacer: insertSpacer(spot, heights[order] ?? 0)}
  })
  return pushes.reverse()
}
