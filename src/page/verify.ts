import type {Misplaced} from '../pages/measured.ts'
import {extentOf} from './boxes.ts'
import {placeOf} from './pieces.ts'
import type {Placed, Push} from './place.ts'
import {topOf} from './probes.ts'

/** Half a px: what the eye cannot see. */
const tolerance = 0.5

/**
 * Looks at the places that show whether each page stands as it was planned, and names what does not: the first piece
 * on it must be at its top, and the last as far below as it was in the column. Style rules that look at neighbours (`p + p`) may give a block another padding once a spacer stands before it,
 * so spacers are corrected once.
 */
export function verifyPages({columns, floats}: Placed): Misplaced[] {
  for (const {pushes} of columns) correct(pushes)
  const found = columns.flatMap(({element, pushes, bottom}) => {
    const last = pushes.at(-1)
    const end = last === undefined ? [] : [{piece: last.piece, now: extentOf(element).bottom, expected: bottom}]
    return [...pushes.flatMap(checksOf), ...end]
  })
  const lifted = floats.map(({element, piece, top}) => ({piece, now: extentOf(element).top, expected: top}))
  return [...found, ...lifted].flatMap(({piece, now, expected}) =>
    Math.abs(now - expected) <= tolerance ? [] : [{place: placeOf(piece), found: now, expected}],
  )
}

function checksOf({piece, point, target, last}: Push) {
  const end = last === undefined ? [] : [{piece: last.piece, now: topOf(last.point), expected: last.target}]
  return [...end, {piece, now: topOf(point), expected: target}]
}

function correct(pushes: readonly Push[]): void {
  let shift = 0
  const wrong = pushes.map(({point, target}) => target - topOf(point))
  for (const [index, {spacer}] of pushes.entries()) {
    const off = (wrong[index] ?? 0) - shift
    if (Math.abs(off) < 1 / 16) continue
    const before = Number.parseFloat(spacer.style.height)
    const height = Math.max(0, before + Math.round(off * 64) / 64)
    shift += height - before
    spacer.style.height = `${height}px`
  }
}
