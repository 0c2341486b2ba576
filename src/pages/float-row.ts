import type {Measured} from './measured.ts'

/** The floats of a galley by the fragments among which they stand. */
export interface FloatRow {
  /** The one that begins with a fragment; -1 if none does. */
  readonly at: (fragment: number) => number
  /** How many begin before a fragment. */
  readonly before: (fragment: number) => number
  /** The height of one, with the space below it. */
  readonly heightOf: (float: number) => number
  /** The height of some, without the space below the last. */
  readonly bareHeight: (first: number, end: number) => number
}

export function createFloatRow({fragments, floats}: Pick<Measured, 'fragments' | 'floats'>): FloatRow {
  const begins = new Set(floats.map(({first}) => first))
  const counts = [0]
  for (const index of fragments.keys()) counts.push((counts[index] ?? 0) + (begins.has(index) ? 1 : 0))
  const heights = floats.map(({first, end}) => {
    const below = fragments[end]?.top ?? fragments[end - 1]?.bottom ?? 0
    return below - (fragments[first]?.top ?? 0)
  })
  const heightOf = (float: number): number => heights[float] ?? 0
  const at = new Int32Array(fragments.length + 1).fill(-1)
  for (const [index, {first}] of floats.entries()) at[first] = index
  return {
    at: (fragment) => at[fragment] ?? -1,
    before: (fragment) => counts[Math.min(fragment, counts.length - 1)] ?? 0,
    heightOf,
    bareHeight(first, end) {
      const last = floats[end - 1]
      const own = (fragments[(last?.end ?? 0) - 1]?.bottom ?? 0) - (fragments[last?.first ?? 0]?.top ?? 0)
      return heights.slice(first, end - 1).reduce((sum, height) => sum + height, own)
    },
  }
}
