/** Red, green and blue from 0 to 1, without the screen's gamma. */
export type Linear = readonly [number, number, number]

/** Lightness from 0 to 1, and two axes of colour: distances are as the eye sees them (OKLab). */
export type Lab = readonly [number, number, number]

/** Reads `#12436D` or `#fff`. */
export function maybeLinear(hex: string): Linear | undefined {
  const long = /^#[\da-f]{3}$/i.test(hex) ? hex.replace(/[\da-f]/gi, '$&$&') : hex
  if (!/^#[\da-f]{6}$/i.test(long)) return undefined
  const channel = (at: number): number => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

export function toHex(linear: Linear): string {
  const digits = linear.map((value) => {
    const within = Math.min(1, Math.max(0, value))
    const screen = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055
    return Math.round(screen * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${digits.join('')}`
}

/** How two colours stand out against each other, from 1 to 21 (WCAG 2). */
export function contrast(a: Linear, b: Linear): number {
  const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const [less, more] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (more + 0.05) / (less + 0.05)
}

export function toLab([red, green, blue]: Linear): Lab {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function fromLab([lightness, a, b]: Lab): Linear {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}
