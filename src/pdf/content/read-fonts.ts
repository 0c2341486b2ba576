import type {FontWidths} from './glyph-row.ts'
import {listOf, maybeDict, resolve} from '../objects/lookup.ts'
import {readStream} from '../objects/streams.ts'
import {isArray, isNumber, isRef, isStream, type PdfDict, type PdfFile, type PdfValue} from '../objects/values.ts'

/** What a font's glyphs are. */
export interface PdfFont extends FontWidths {
  /** The font as an object. */
  readonly dict: PdfDict
  /** What a glyph stands for; undefined where the font does not say. */
  readonly textOf: (code: number) => string | undefined
  /** What a row of glyphs stands for; glyphs of which the font does not say it, for nothing. */
  readonly read: (codes: Uint16Array) => string
  /** The glyph that stands for a space, if the font has one. */
  readonly space: () => number | undefined
}

/** The fonts of a page by the names that it gives them. */
export type PageFonts = ReadonlyMap<string, PdfFont>

/** Gives the fonts of pages; each font is read once. */
export function createFontReader(pdf: PdfFile): (page: PdfDict) => PageFonts {
  const known = new Map<number, PdfFont>()
  return (page) => {
    const resources = maybeDict(pdf, page.get('Resources'))
    const fonts = new Map<string, PdfFont>()
    for (const [name, value] of maybeDict(pdf, resources?.get('Font')) ?? []) {
      const font = (isRef(value) ? known.get(value.ref) : undefined) ?? readFont(pdf, value)
      if (font === undefined) continue
      fonts.set(name, font)
      if (isRef(value)) known.set(value.ref, font)
    }
    return fonts
  }
}

/**
 * Composite fonts with codes of two bytes, which the browser makes of the fonts that it is given; and fonts of Type 3 with
 * codes of one, which it makes up where a weight or a slope is missing.
 */
function readFont(pdf: PdfFile, value: PdfValue): PdfFont | undefined {
  const dict = maybeDict(pdf, value)
  const descendant = maybeDict(pdf, listOf(pdf, dict?.get('DescendantFonts'))[0])
  if (dict?.get('Subtype') === 'Type3') return {dict, codeLength: 1, width: drawnWidths(pdf, dict), ...readTexts(pdf, dict)}
  if (dict === undefined || descendant === undefined || dict.get('Encoding') !== 'Identity-H') return undefined
  return {dict, codeLength: 2, width: readWidths(pdf, descendant), ...readTexts(pdf, dict)}
}

function readTexts(pdf: PdfFile, dict: PdfDict): Pick<PdfFont, 'textOf' | 'read' | 'space'> {
  // Read when it is first asked for: a pass mends it before.
  let known: {texts: ReadonlyMap<number, string>; units: Uint16Array} | undefined
  const load = (): NonNullable<typeof known> => {
    const stream = resolve(pdf, dict.get('ToUnicode'))
    const texts = isStream(stream) ? readToUnicode(readStream(stream)) : new Map<number, string>()
    return {texts, units: unitsOf(texts)}
  }
  return {
    textOf: (code) => (known ??= load()).texts.get(code),
    read: (codes) => readCodes(codes, (known ??= load())),
    space: () => [...(known ??= load()).texts].find(([, text]) => text === ' ')?.[0],
  }
}

/** The one unit of UTF-16 that a glyph stands for, by its code; 0 where it is none or more. */
function unitsOf(texts: ReadonlyMap<number, string>): Uint16Array {
  const units = new Uint16Array(Math.max(0, ...texts.keys()) + 1)
  for (const [code, text] of texts) if (text.length === 1) units[code] = text.charCodeAt(0)
  return units
}

/** Most glyphs stand for one unit: their text is made at once, since a text that grows letter by letter takes long. */
function readCodes(
  codes: Uint16Array,
  {texts, units}: {readonly texts: ReadonlyMap<number, string>; readonly units: Uint16Array},
): string {
  const read = new Uint16Array(codes.length)
  for (let at = 0; at < codes.length; at++) {
    const unit = units[codes[at] ?? 0] ?? 0
    if (unit === 0) return Array.from(codes, (code) => texts.get(code) ?? '').join('')
    read[at] = unit
  }
  return Buffer.from(read.buffer).toString('utf16le')
}

/** In units of their own, which the font's matrix turns into its size. */
function drawnWidths(pdf: PdfFile, font: PdfDict): (code: number) => number {
  const [first, widths] = [Number(font.get('FirstChar') ?? 0), listOf(pdf, font.get('Widths'))]
  const scale = Number(listOf(pdf, font.get('FontMatrix'))[0] ?? 0.001) * 1000
  return (code) => Number(widths[code - first] ?? 0) * scale
}

/** `W` has runs of `first [width ...]` and of `first last width` (ISO 32000-1, 9.7.4.3). */
function readWidths(pdf: PdfFile, font: PdfDict): (code: number) => number {
  const fallback = font.get('DW')
  const usual = isNumber(fallback) ? fallback : 1000
  const widths = new Map<number, number>()
  const runs = listOf(pdf, font.get('W'))
  for (let at = 0; at < runs.length; ) at += addWidths(widths, runs.slice(at, at + 3))
  return (code) => widths.get(code) ?? usual
}

/** @returns how many values the run takes */
function addWidths(widths: Map<number, number>, [first, second, third]: readonly PdfValue[]): number {
  if (isArray(second)) {
    for (const [index, width] of second.entries()) widths.set(Number(first) + index, Number(width))
    return 2
  }
  for (let code = Number(first); code <= Number(second); code++) widths.set(code, Number(third))
  return 3
}

/** What the glyphs of a ToUnicode map stand for (ISO 32000-1, 9.10.3). */
export function readToUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, kind, body = ''] of map.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    const pattern = kind === 'char' ? /<(\w+)>\s*(?=<(\w+)>)<\w+>/g : /<(\w+)>\s*<(\w+)>\s*(<\w+>|\[[^\]]*\])/g
    for (const [, first = '', second = '', third] of body.matchAll(pattern)) {
      if (third === undefined) texts.set(Number.parseInt(first, 16), fromUtf16(second))
      else addRange(texts, {first: Number.parseInt(first, 16), last: Number.parseInt(second, 16), target: third})
    }
  }
  return texts
}

function addRange(
  texts: Map<number, string>,
  {first, last, target}: {readonly first: number; readonly last: number; readonly target: string},
): void {
  const targets = [...target.matchAll(/<(\w+)>/g)].map(([, digits = '']) => digits)
  for (let code = first; code <= last; code++) {
    const [start = ''] = targets
    const single = targets.length > 1 ? (targets[code - first] ?? start) : start
    const text = fromUtf16(single)
    // The last character counts on within a range.
    const offset = targets.length > 1 ? 0 : code - first
    texts.set(code, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset))
  }
}

function fromUtf16(digits: string): string {
  return Buffer.from(digits, 'hex').swap16().toString('utf16le')
}
