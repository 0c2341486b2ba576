import type {Cell} from '../model/data.ts'

/**
 * The number by which all figures of a column were multiplied, allowing for the rounding of those that are there now.
 *
 * @returns undefined where there is none, or where nothing but the name of the unit changed
 */
export function maybeFactor(pairs: readonly (readonly [before: Cell, after: Cell])[]): number | undefined {
  const figures = pairs.filter((pair): pair is readonly [number, number] => {
    return typeof pair[0] === 'number' && typeof pair[1] === 'number'
  })
  const others = pairs.filter(([before, after]) => typeof before !== 'number' || typeof after !== 'number')
  if (others.some(([before, after]) => before !== after)) return undefined
  const [was, is] = figures.reduce((best, pair) => (Math.abs(pair[0]) > Math.abs(best[0]) ? pair : best), [
    0, 0,
  ] as const)
  if (was === 0) return undefined
  const factor = nearPower(is / was)
  const fits = figures.every(([before, after]) => Math.abs(after - before * factor) <= tolerance(after))
  return fits && factor !== 1 ? factor : undefined
}

/** A factor that is a power of ten but for rounding is that power. */
function nearPower(ratio: number): number {
  const power = 10 ** Math.round(Math.log10(Math.abs(ratio)))
  return Math.abs(Math.abs(ratio) / power - 1) < 0.01 ? Math.sign(ratio) * Number(power.toPrecision(1)) : ratio
}

/** Half of the last digit that is written, where that is little, and the noise of binary arithmetic. */
function tolerance(after: number): number {
  const decimals = /\.(\d+)/.exec(String(after))?.[1]?.length ?? 0
  const rounding = Math.min(0.5 * 10 ** -decimals, Math.abs(after) * 0.05)
  return rounding * 1.000001 + Math.abs(after) * 1e-9
}
