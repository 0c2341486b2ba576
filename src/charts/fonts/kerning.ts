import {classesOf, coverageOf, from, lookupsOf} from './layout-table.ts'
import type {Subtable} from './layout-table.ts'

/** By how much two glyphs stand closer (below 0) or wider than their advances, in the font's units. */
export type Kerning = (left: number, right: number) => number

/** One lookup's answer, and nothing where it has none. */
type MaybeKerning = (left: number, right: number) => number | undefined

/**
 * The kerning of a font's GPOS table.
 *
 * @returns undefined where it does more than to move the second glyph of a pair
 */
export function maybeKerning(view: DataView): Kerning | undefined {
  const lookups = lookupsOf(view, new Set(['kern', 'dist']), 9)
  const isSimple = ({type, view: pairs}: Subtable): boolean =>
    type === 2 && pairs.getUint16(6) === 0 && (pairs.getUint16(4) & ~15) === 0
  if (!lookups.every((subtables) => subtables.every(isSimple))) return undefined
  const each = lookups.map((subtables) => subtables.map(({view: pairs}) => pairKerning(pairs)))
  return (left, right) => {
    let moved = 0
    for (const subtables of each) moved += firstAnswer(subtables, left, right)
    return moved
  }
}

function firstAnswer(subtables: readonly MaybeKerning[], left: number, right: number): number {
  for (const answer of subtables) {
    const moved = answer(left, right)
    if (moved !== undefined) return moved
  }
  return 0
}

function pairKerning(view: DataView): MaybeKerning {
  const coverage = coverageOf(from(view, view.getUint16(2)))
  const value = valueOf(view.getUint16(4))
  return view.getUint16(0) === 1 ? byPair(view, coverage, value) : byClass(view, coverage, value)
}

interface Value {
  /** Bytes of one value. */
  readonly size: number
  /** Reads the advance of the value at a place. */
  readonly read: (view: DataView, at: number) => number
}

/** A value has one number for each bit of its format: x, y, advance, ... */
function valueOf(format: number): Value {
  const size = 2 * [1, 2, 4, 8].filter((bit) => format & bit).length
  const before = 2 * [1, 2].filter((bit) => format & bit).length
  return {size, read: (view, at) => (format & 4 ? view.getInt16(at + before) : 0)}
}

function byPair(view: DataView, coverage: ReadonlyMap<number, number>, {size, read}: Value): MaybeKerning {
  return (left, right) => {
    const index = coverage.get(left)
    if (index === undefined) return undefined
    const set = from(view, view.getUint16(10 + 2 * index))
    const step = 2 + size
    for (let at = 2; at < 2 + step * set.getUint16(0); at += step) {
      if (set.getUint16(at) === right) return read(set, at + 2)
    }
    return undefined
  }
}

function byClass(view: DataView, coverage: ReadonlyMap<number, number>, {size, read}: Value): MaybeKerning {
  const first = classesOf(from(view, view.getUint16(8)))
  const second = classesOf(from(view, view.getUint16(10)))
  const columns = view.getUint16(14)
  return (left, right) => {
    if (!coverage.has(left)) return undefined
    return read(view, 16 + size * ((first.get(left) ?? 0) * columns + (second.get(right) ?? 0)))
  }
}
