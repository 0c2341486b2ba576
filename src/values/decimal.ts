import {plainDecimal} from './round-half-up.ts'

/** An exact decimal number: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** The decimal number that a reader sees when the number is written out in full. */
export function decimalOf(number: number | string): Decimal {
  const {negative, whole, fraction} = plainDecimal(String(number))
  const digits = BigInt(whole + fraction)
  return {digits: negative ? -digits : digits, scale: fraction.length}
}

/** `a` plus `b`, exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return {digits: scaled(a, scale) + scaled(b, scale), scale}
}

/** `a` minus `b`, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return {digits: scaled(a, scale) - scaled(b, scale), scale}
}

/** `a` divided by `b` times `factor`, to fifteen significant digits; undefined when `b` is zero. */
export function quotient(a: Decimal, b: Decimal, factor = 1n): number | undefined {
  if (b.digits === 0n) return undefined
  const scale = Math.max(a.scale, b.scale)
  const above = scaled(a, scale) * factor
  const below = scaled(b, scale)
  // Enough places that twenty digits are significant whatever the sizes of the two.
  const places = Math.max(0, 20 + size(below) - size(above))
  return steady(Number(`${(above * 10n ** BigInt(places)) / below}e-${places}`))
}

/** The nearest number, exact up to fifteen digits. */
export function numberOf({digits, scale}: Decimal): number {
  return Number(`${digits}e-${scale}`)
}

/**
 * A number without the noise of binary arithmetic in its last digits, which would otherwise turn halves when it is
 * rounded: 12.499999999999998 is 12.5.
 */
export function steady(number: number): number {
  return Number.isSafeInteger(number) ? number : Number(number.toPrecision(15))
}

function scaled({digits, scale}: Decimal, target: number): bigint {
  return digits * 10n ** BigInt(target - scale)
}

function size(digits: bigint): number {
  return digits.toString().length
}
