import {create, type Font} from 'fontkit'
import type {ChartFont} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** Those properties of a Vega text item that its width depends on. */
export interface TextItem {
  readonly font?: string
  readonly fontSize?: number
  readonly fontStyle?: string
  readonly fontWeight?: string | number
  readonly limit?: number
}

/** The width of a line of text in CSS px, as the browser will set it. */
export type MeasureText = (item: TextItem, text: unknown) => number

interface Face extends Omit<ChartFont, 'data'> {
  /** Read when a text first needs it: most charts use two of a family's faces. */
  readonly font: () => FaceFont
}

interface FaceFont {
  readonly hasLetter: (letter: string) => boolean
  readonly widthInEms: (text: string) => number
}

/**
 * Widths by the advances and the kerning of the faces that the page embeds. Without them Vega guesses 0.8 em a letter, and
 * labels drift apart or run into each other. A letter that no face of the family has is taken as half an em wide.
 *
 * The measure throws when a face cannot be read.
 */
export function loadTextMetrics(fonts: readonly ChartFont[]): MeasureText {
  const faces = fonts.map(({data, ...face}): Face => ({...face, font: once(() => openFont(data))}))
  const ranked = new Map<string, readonly Face[]>()
  const widths = new Map<string, number>()
  return (item, text) => {
    // Spaces in a row are one, as the browser sets them.
    const line = textOf(text)
      .replaceAll(/[ \t\r\n]+/g, ' ')
      .trim()
    const size = item.fontSize ?? 11
    if (line === '' || !(size > 0)) return 0
    const style = `${item.fontStyle ?? ''} ${item.fontWeight ?? ''} ${item.font ?? ''}`
    const best = ranked.get(style) ?? facesOf(item, faces)
    ranked.set(style, best)
    const key = `${style}|${line}`
    const ems = widths.get(key) ?? widthInEms(best, line)
    widths.set(key, ems)
    // A text with a limit is cut to it by Vega, with this same measure.
    return Number(item.limit) > 0 ? Math.min(ems * size, Number(item.limit)) : ems * size
  }
}

function openFont(data: Uint8Array): FaceFont {
  const font = single(create(data as Buffer))
  return {
    hasLetter: (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    widthInEms: (text) => font.layout(text).advanceWidth / font.unitsPerEm,
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

function single(font: Font | {readonly fonts: readonly Font[]}): Font {
  if (!('fonts' in font)) return font
  const [first] = font.fonts
  if (first === undefined) throw new Error('The font collection is empty')
  return first
}

/** The faces for a text, best first: its family before others, then its style, then the nearest weight. */
function facesOf(item: TextItem, faces: readonly Face[]): readonly Face[] {
  const families = (item.font ?? '').split(',').map((name) =>
    name
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  )
  const rank = (face: Face): number => {
    const family = families.indexOf(face.family.toLowerCase())
    const style = face.style === (isItalic(item) ? 'italic' : 'normal') ? 0 : 1
    return (family < 0 ? families.length : family) * 1e5 + style * 1e4 + weightDistance(face.weight, weightOf(item))
  }
  return faces.toSorted((a, b) => rank(a) - rank(b))
}

function isItalic(item: TextItem): boolean {
  return /italic|oblique/.test(item.fontStyle ?? '')
}

function weightOf({fontWeight}: TextItem): number {
  if (fontWeight === 'bold') return 700
  return Number(fontWeight) > 0 ? Number(fontWeight) : 400
}

/** As style sheets choose: a bold text takes the heavier of two faces that are equally far, a light one the lighter. */
function weightDistance(weight: number, wanted: number): number {
  const isOnWrongSide = wanted > 500 ? weight < wanted : weight > wanted
  return Math.abs(weight - wanted) + (isOnWrongSide ? 1000 : 0)
}

/** The text is cut into runs that one face has letters for, as the browser does with faces by range of characters. */
function widthInEms(faces: readonly Face[], line: string): number {
  let width = 0
  for (const {face, text} of runs(faces, line)) {
    if (face === undefined) width += text.length / 2
    else width += face.font().widthInEms(text)
  }
  return width
}

function runs(faces: readonly Face[], line: string): readonly {face: Face | undefined; text: string}[] {
  const found: {face: Face | undefined; text: string}[] = []
  for (const letter of line) {
    const face = faces.find(({font}) => font().hasLetter(letter))
    const last = found.at(-1)
    if (last !== undefined && last.face === face) last.text += letter
    else found.push({face, text: letter})
  }
  return found
}
