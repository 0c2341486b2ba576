/**
 * A decimal string rounded to `digits` places, halves away from zero: `2.345` to two places is `2.35`, which binary
 * arithmetic gets wrong. Takes exponents (`1.5e-7`), gives none; pads with zeros; never gives a negative zero.
 *
 * @throws RangeError when the string is not a decimal number
 */
export function roundHalfUp(decimal: string, digits: number): string {
  const {negative, whole, fraction} = plainDecimal(decimal)
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  const rounded = (fraction[digits] ?? '0') >= '5' ? kept + 1n : kept
  const text = rounded.toString().padStart(digits + 1, '0')
  const sign = negative && rounded !== 0n ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The digits of a decimal string before and after the point, its exponent worked in. */
export function plainDecimal(decimal: string): {negative: boolean; whole: string; fraction: string} {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(decimal)
  const whole = match?.[2] ?? ''
  const fraction = match?.[3] ?? ''
  if (match === null || whole + fraction === '') throw new RangeError(`Not a decimal number: ${decimal}`)
  const negative = match[1] === '-'
  const exponent = Number(match[4] ?? 0)
  if (exponent >= 0) {
    const shifted = fraction.padEnd(exponent, '0')
    return {negative, whole: whole + shifted.slice(0, exponent), fraction: shifted.slice(exponent)}
  }
  const shifted = whole.padStart(-exponent, '0')
  const point = shifted.length + exponent
  return {negative, whole: shifted.slice(0, point) || '0', fraction: shifted.slice(point) + fraction}
}
