import type {Misplaced} from '../pages/measured.ts'
import {readAgain, type Galley} from './measure.ts'
import type {Piece} from './pieces.ts'
import type {Placed} from './place.ts'

type Push = Placed['pushes'][number]

/** Half a px: what the eye cannot see. */
const tolerance = 0.5

/**
 * Measures everything again and names what does not stand where the plan has it. Style rules that look at neighbours
 * (`p + p`) may give a block another padding once a spacer stands before it, so spacers are corrected once.
 */
export function verifyPages(galley: Galley, placed: Placed, height: number): Misplaced[] {
  const now = readAgain(galley, height)
  const moved = [correct(now.pieces, placed.pushes), correct(now.notePieces, placed.notePushes)].some(Boolean)
  const {pieces, notePieces} = moved ? readAgain(galley, height) : now
  return [
    ...compare(galley.pieces, pieces, placed.pushes),
    ...compare(galley.notePieces, notePieces, placed.notePushes),
  ]
}

/** @returns whether anything had to be moved */
function correct(pieces: readonly Piece[], pushes: readonly Push[]): boolean {
  let shift = 0
  let moved = false
  for (const {index, target, spacer} of pushes) {
    const wrong = target - (pieces[index]?.top ?? target) - shift
    if (Math.abs(wrong) < 1 / 16) continue
    const height = Math.max(0, Number.parseFloat(spacer.style.height) + Math.round(wrong * 64) / 64)
    shift += height - Number.parseFloat(spacer.style.height)
    spacer.style.height = `${height}px`
    moved = true
  }
  return moved
}

/** Every piece of a page must stand as far below the page's first piece as it did before. */
function compare(before: readonly Piece[], after: readonly Piece[], pushes: readonly Push[]): Misplaced[] {
  if (before.length !== after.length) {
    const what = before.find((piece, index) => piece.words !== after[index]?.words)?.words ?? ''
    return [{what: `the lines near "${what}"`, found: after.length, expected: before.length}]
  }
  const starts = new Map(pushes.map(({index, target}) => [index, target - (before[index]?.top ?? 0)]))
  let shift = 0
  return before.flatMap((piece, index) => {
    shift = starts.get(index) ?? shift
    const [top, bottom] = [after[index]?.top ?? 0, after[index]?.bottom ?? 0]
    // A page's last piece may end earlier than in the column: space for what followed it is not needed there.
    const below = bottom - piece.bottom - shift
    const wrong = Math.max(Math.abs(top - piece.top - shift), starts.has(index + 1) ? below : Math.abs(below))
    return wrong <= tolerance ? [] : [{what: piece.words, found: top, expected: piece.top + shift}]
  })
}
