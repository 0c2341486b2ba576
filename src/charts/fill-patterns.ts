import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** What is drawn on a colour, in a tile of so many CSS px: lines of paper. */
interface Pattern {
  readonly size: number
  readonly turn?: number
  readonly path: string
}

const PATTERNS: Readonly<Record<string, Pattern>> = {
  diagonal: {size: 6, turn: 45, path: 'M0,0V6'},
  counter: {size: 6, turn: -45, path: 'M0,0V6'},
  level: {size: 5, path: 'M0,2.5H5'},
  upright: {size: 5, path: 'M2.5,0V5'},
  cross: {size: 7, turn: 45, path: 'M0,0V7M0,0H7'},
  dots: {size: 5, path: 'M1.75,2.5h1.5'},
}

/**
 * Vega's SVG with patterns on the colours of series, so that bars, areas and slices are told apart without colour: the
 * theme's `patterns` go with the colours of its `range.category`, one for one; `none` leaves a colour as it is.
 */
export function patternFills(svg: string, theme: JsonObject): string {
  const patterns = patternsOf(theme)
  if (patterns.size === 0) return svg
  const used = new Set<string>()
  const filled = svg.replaceAll(MARKS, (_, open: string, inside: string) => {
    const shapes = inside.replaceAll(/ fill="(#[\da-f]{6})"/gi, (fill, hex: string) => {
      const colour = hex.toLowerCase()
      if (!patterns.has(colour)) return fill
      used.add(colour)
      return ` fill="url(#${idOf(colour)})"`
    })
    return open + shapes
  })
  const defined = [...used].flatMap((colour) => definition(colour, patterns.get(colour)))
  return defined.length === 0 ? svg : filled.replace(/<svg[^>]*>/, (root) => `${root}<defs>${defined.join('')}</defs>`)
}

/** Marks with a surface, and what stands for them in legends. */
const MARKS = /(<g class="mark-(?:rect|area|arc|symbol role-legend-symbol)\b[^"]*"[^>]*>)((?:(?!<\/g>)[^])*)/g

function patternsOf({range, patterns}: JsonObject): ReadonlyMap<string, Pattern> {
  const colours = isJsonObject(range) && Array.isArray(range['category']) ? range['category'] : []
  const names = Array.isArray(patterns) ? patterns : []
  return new Map(
    colours.flatMap((colour, index) => {
      const pattern = PATTERNS[textOf(names[index])]
      return pattern === undefined ? [] : [[textOf(colour).toLowerCase(), pattern] as const]
    }),
  )
}

function idOf(colour: string): string {
  return `pattern-${colour.slice(1)}`
}

function definition(colour: string, pattern: Pattern | undefined): readonly string[] {
  if (pattern === undefined) return []
  const {size, turn, path} = pattern
  const turned = turn === undefined ? '' : ` patternTransform="rotate(${turn})"`
  const cap = path.includes('h1.5') ? ' stroke-linecap="round"' : ''
  return [
    `<pattern id="${idOf(colour)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turned}>` +
      `<path d="M0,0H${size}V${size}H0Z" fill="${colour}"></path>` +
      `<path d="${path}" stroke="#ffffff" stroke-width="1.5"${cap}></path></pattern>`,
  ]
}
