import {contrast, fromLab, maybeLinear, toHex, toLab} from './colours.ts'
import type {Lab, Linear} from './colours.ts'

/** Behind drawings on a dark page; white turns into it. */
export const DARK_PAPER = '#14181d'

const paper = maybeLinear(DARK_PAPER) as Linear
const white: Linear = [1, 1, 1]

/**
 * The colour that stands for another on dark paper: of the same hue, as light as that was dark, and standing out as much:
 * at least as 4.5 to 1 where it did so for reading, and 3 to 1 where it was a shape's. Grids and washes stay faint.
 */
export function darkOf(hex: string): string {
  const light = maybeLinear(hex)
  if (light === undefined) return hex
  const before = contrast(light, white)
  if (before < 1.05) return DARK_PAPER
  const [lightness, a, b] = toLab(light)
  const wanted = leastContrast(before, Math.hypot(a, b))
  for (let turned = 0.21 + (1 - lightness) * 0.76; turned < 1; turned += 0.01) {
    const dark = withinGamut([turned, a, b])
    if (contrast(dark, paper) >= wanted) return toHex(dark)
  }
  return '#ffffff'
}

/** @param chroma how strong the colour is: a strong one that is dim is mud */
function leastContrast(before: number, chroma: number): number {
  const isStrong = chroma > 0.09
  // Ink: it is read on cells of a middle shade, too.
  if (before >= 12 && chroma < 0.05) return 14
  if (before >= 4.5) return isStrong ? 6 : 4.5
  return before >= 3 && isStrong ? 4 : Math.min(3, 1 + 1.7 * (before - 1) ** 1.3)
}

/** As colourful as a screen can show at that lightness. */
function withinGamut([lightness, a, b]: Lab): Linear {
  for (let share = 1; share > 0; share -= 0.05) {
    const linear = fromLab([lightness, a * share, b * share])
    if (linear.every((value) => value >= -0.001 && value <= 1.001)) return linear
  }
  return fromLab([lightness, 0, 0])
}

/** Drawings whose colours a page can change, and the rules that change them when it is dark. */
export interface Recoloured {
  readonly recolour: (svg: string) => string
  /** For all drawings so far. */
  readonly css: () => string
}

/** Turns the colours of drawings into variables that a dark page sets. On paper and by themselves they stay as drawn. */
export function createRecolouring(): Recoloured {
  const seen = new Set<string>()
  const variable = (hex: string): string => {
    seen.add(hex.toLowerCase())
    return `var(--drawn-${hex.slice(1).toLowerCase()},${hex})`
  }
  return {
    recolour: (svg) =>
      svg.replaceAll(/<(?:[\w-]+)(?:\s+[\w:-]+="[^"]*")+/g, (tag) => {
        const declared: string[] = []
        const rest = tag.replaceAll(/ (fill|stroke|stop-color)="(#[\da-f]{3,6})"/gi, (_, name: string, hex: string) => {
          declared.push(`${name}:${variable(hex)}`)
          return ''
        })
        if (declared.length === 0) return tag
        const [said = '', style = ''] = / style="([^"]*)"/.exec(rest) ?? []
        return `${rest.replace(said, '')} style="${[...declared, ...(style === '' ? [] : [style])].join(';')}"`
      }),
    css() {
      if (seen.size === 0) return ''
      const rules = [...seen].toSorted().map((hex) => `--drawn-${hex.slice(1)}:${darkOf(hex)}`)
      return `@media screen and (prefers-color-scheme: dark) and (forced-colors: none){.chart{${rules.join(';')}}}`
    },
  }
}
