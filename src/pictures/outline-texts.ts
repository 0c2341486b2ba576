import {createRequire} from 'node:module'
import type * as fontkit from 'fontkit'
import type {Font} from 'fontkit'
import type {PictureFont} from './picture-job.ts'

/** Letters that are written from right to left, and their forms; they take the spaces between them along. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ \u200c]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/g

/**
 * A drawing in which those texts are outlines that the maker of pictures cannot set: it takes a whole text from one font,
 * and all texts from left to right. All others stay texts.
 */
export function outlineTexts(svg: string, fonts: readonly PictureFont[]): string {
  const simple = /^[\s\u0020-\u024f\u2010-\u2026\u2212]*$/
  const isTurned = svg.includes('<g direction="rtl"')
  const [, family = ''] = /<svg[^>]* font-family="([^"]*)"/.exec(svg) ?? []
  const faces = createFaces(fonts)
  return svg
    .replaceAll(/<text((?:\s[^>]*)?)>([\s\S]*?)<\/text>/g, (text, attributes: string, content: string) => {
      const isTurnedText = isTurned && !attributes.includes(' direction="ltr"')
      const style = styleOf(attributes, family)
      const needed = faces.for(style)
      const isSimple = simple.test(content) && !isTurnedText && needed.every(content.replaceAll(/<[^>]*>|&[^;]*;/g, ''))
      return isSimple ? text : outlined(content, {attributes, style, faces: needed, isTurned: isTurnedText})
    })
    .replaceAll(/ direction="(?:rtl|ltr)"/g, '')
}

/**
 * A drawing whose halos are outlines below the texts: a text with a stroke is a font of shapes in a PDF, which some
 * printers refuse. A text that stands there once more without its halo is not repeated.
 */
export function outlineHalos(svg: string, fonts: readonly PictureFont[]): string {
  const isTurned = svg.includes('<g direction="rtl"')
  const [, family = ''] = /<svg[^>]* font-family="([^"]*)"/.exec(svg) ?? []
  const faces = createFaces(fonts)
  return svg.replaceAll(
    /<text((?=[^>]* stroke=")\s[^>]*)>([\s\S]*?)<\/text>/g,
    (_, attributes: string, content: string) => {
      const style = styleOf(attributes, family)
      const isTurnedText = isTurned && !attributes.includes(' direction="ltr"')
      const halo = outlined(content, {attributes, style, faces: faces.for(style), isTurned: isTurnedText})
      const text = `<text${attributes.replaceAll(/ (?:stroke(?:-[a-z]+)?|paint-order)="[^"]*"/g, '')}>${content}</text>`
      return svg.includes(text) ? halo : halo + text
    },
  )
}

interface Style {
  readonly size: number
  readonly weight: number
  readonly isItalic: boolean
  readonly families: readonly string[]
  readonly anchor: string
}

function styleOf(attributes: string, family: string): Style {
  const said = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  const weight = said('font-weight')
  return {
    size: Number.parseFloat(said('font-size') ?? '16'),
    weight: weight === 'bold' ? 700 : Number(weight ?? 400) || 400,
    isItalic: said('font-style') === 'italic',
    families: (said('font-family') ?? family).split(',').map((name) => name.trim().replaceAll(/^['"]|['"]$/g, '')),
    anchor: said('text-anchor') ?? 'start',
  }
}

interface Faces {
  readonly for: (style: Style) => StyledFaces
}

interface StyledFaces {
  /** Whether the first face has all letters of a text. */
  readonly every: (text: string) => boolean
  readonly faceOf: (letter: string) => Font | undefined
}

/** Fonts are opened when a text first needs them. */
function createFaces(fonts: readonly PictureFont[]): Faces {
  const opened = new Map<PictureFont, Font>()
  const open = (font: PictureFont): Font => {
    const {create} = createRequire(import.meta.url)('fontkit') as typeof fontkit
    const face = opened.get(font) ?? (create(font.data as Buffer) as Font)
    opened.set(font, face)
    return face
  }
  const has = (font: PictureFont, letter: string): boolean =>
    open(font).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  return {
    for({families, weight, isItalic}) {
      const rank = ({family, weight: own, style}: PictureFont): number => {
        const place = families.indexOf(family)
        return (
          (place < 0 ? families.length : place) * 1e5 +
          ((style === 'italic') === isItalic ? 0 : 1e4) +
          Math.abs(own - weight)
        )
      }
      const ranked = fonts.toSorted((a, b) => rank(a) - rank(b))
      const [first] = ranked
      return {
        every: (text) =>
          first === undefined || Array.from(text).every((letter) => /\s/.test(letter) || has(first, letter)),
        faceOf(letter) {
          const font = ranked.find((each) => has(each, letter))
          return font && open(font)
        },
      }
    },
  }
}

interface Outline {
  readonly attributes: string
  readonly style: Style
  readonly faces: StyledFaces
  readonly isTurned: boolean
}

function outlined(content: string, {attributes, style, faces, isTurned}: Outline): string {
  const kept = attributes.replaceAll(/ (?:font-[\w-]+|text-anchor|direction|x|y)="[^"]*"/g, '')
  const at = (name: string, tag: string): number => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? 0)
  let below = at('y', attributes)
  const paths = linesOf(content).map(({tag, text}) => {
    below += at('dy', tag)
    return linePath(text, {
      x: at('x', attributes),
      y: below,
      stroke: at('stroke-width', attributes),
      style,
      faces,
      isTurned,
    })
  })
  return `<g${kept}>${paths.join('')}</g>`
}

/** Lines of a text are its spans. */
function linesOf(content: string): readonly {tag: string; text: string}[] {
  const spans = [...content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)].map(([, tag = '', text = '']) => ({tag, text}))
  return spans.length > 0 ? spans : [{tag: '', text: content.replaceAll(/<[^>]*>/g, '')}]
}

interface Line {
  readonly x: number
  readonly y: number
  readonly stroke: number
  readonly style: Style
  readonly faces: StyledFaces
  readonly isTurned: boolean
}

function linePath(text: string, {x, y, stroke, style, faces, isTurned}: Line): string {
  const runs = directed(decoded(text), isTurned).flatMap((run) => facedRuns(run, faces))
  const glyphs = runs.flatMap(({font, text: part}) => {
    const {glyphs: shapes, positions} = font.layout(part)
    const scale = style.size / font.unitsPerEm
    return shapes.map((shape, index) => ({shape, scale, place: positions[index]}))
  })
  const width = glyphs.reduce((sum, {scale, place}) => sum + scale * (place?.xAdvance ?? 0), 0)
  // What starts at the right ends at the left.
  const share = ({start: 0, middle: 0.5, end: 1} as Record<string, number>)[style.anchor] ?? 0
  let left = x - width * (isTurned ? 1 - share : share)
  return glyphs
    .map(({shape, scale, place}) => {
      const [dx, dy] = [left + scale * (place?.xOffset ?? 0), y - scale * (place?.yOffset ?? 0)]
      left += scale * (place?.xAdvance ?? 0)
      const path = shape.path.toSVG()
      // Outlines are in the font's own units, and so is the pen around them.
      const pen = stroke > 0 ? ` stroke-width="${stroke / scale}"` : ''
      return path === '' ? '' : `<path d="${path}"${pen} transform="translate(${dx},${dy}) scale(${scale},${-scale})"/>`
    })
    .join('')
}

/** Parts of one direction in the order in which they stand, from the left. */
function directed(text: string, isTurned: boolean): readonly string[] {
  const parts: string[] = []
  let at = 0
  for (const {0: part, index} of text.matchAll(RIGHT_TO_LEFT)) {
    if (index > at) parts.push(text.slice(at, index))
    parts.push(part)
    at = index + part.length
  }
  if (at < text.length) parts.push(text.slice(at))
  if (!isTurned) return parts
  // The spaces of a part that runs from left to right are at its other ends.
  return parts.toReversed().map((part) => part.replace(/^( *)(.*?)( *)$/, '$3$2$1'))
}

function facedRuns(text: string, faces: StyledFaces): readonly {font: Font; text: string}[] {
  const runs: {font: Font; text: string}[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    const isSpace = letter === ' ' && last?.font.hasGlyphForCodePoint(32) === true
    const font = isSpace ? last?.font : faces.faceOf(letter)
    if (font === undefined) continue
    if (last !== undefined && last.font === font) last.text += letter
    else runs.push({font, text: letter})
  }
  // Letters from right to left are shaped from the first one; what another font has stands to its left.
  return new RegExp(RIGHT_TO_LEFT.source).test(text) ? runs.toReversed() : runs
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"}
  return text
    .replaceAll(/&[^;]*;/g, (entity) => named[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
