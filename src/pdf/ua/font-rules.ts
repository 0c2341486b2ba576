import type {TextPiece} from '../content/pieces.ts'
import type {PdfFont} from '../content/read-fonts.ts'
import {listOf, maybeDict, resolve} from '../objects/lookup.ts'
import {isDict, isStream, type PdfDict} from '../objects/values.ts'
import {readGlyphTable, type GlyphTable} from './read-glyph-table.ts'
import type {Rule, UaFile} from './rule.ts'

/** Rules about fonts and the glyphs that are used of them. */
export const fontRules: readonly Rule[] = [
  {
    // Only composite fonts come from the browser, with the one way of coding that needs no table.
    ids: ['7.21.3.1', '7.21.3.3', '7.21.6'].flatMap((clause) => idsOf(clause)).concat('7.21.4.2-t1'),
    *check({document: {file}}) {
      for (const object of file.objects.values()) {
        if (!isDict(object) || object.get('Type') !== 'Font') continue
        const type = object.get('Subtype')
        if (type === 'Type0' && object.get('Encoding') !== 'Identity-H') yield `${nameOf(object)} is not coded by glyph`
        if (type === 'TrueType' || type === 'Type1' || type === 'MMType1') yield `${nameOf(object)} is a simple font`
      }
    },
  },
  {
    ids: ['7.21.3.2-t1', '7.21.4.1-t1', '7.21.4.2-t2'],
    *check({document: {file}}) {
      for (const object of file.objects.values()) {
        if (!isDict(object) || !isDescendant(object)) continue
        const descriptor = maybeDict(file, object.get('FontDescriptor'))
        if (object.get('Subtype') === 'CIDFontType2' && !object.has('CIDToGIDMap'))
          yield `${nameOf(object)} maps no codes`
        if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(key) === true)) {
          yield `${nameOf(object)} is not embedded`
        }
        if (descriptor?.has('CIDSet') === true) yield `${nameOf(object)} has a list of glyphs, which may be wrong`
      }
    },
  },
  {
    ids: ['7.21.4.1-t2', '7.21.5-t1'],
    *check(file) {
      for (const [font, codes] of usedCodes(file)) {
        const table = glyphTableOf(file, font)
        if (table === undefined) continue
        for (const code of codes) {
          const width = table.width(code)
          if (width === undefined) yield `${nameOf(font.dict)} lacks glyph ${code}`
          else if (Math.abs(width - font.width(code)) > 1)
            yield `glyph ${code} of ${nameOf(font.dict)} is as wide as ${width}, not ${font.width(code)}`
        }
      }
    },
  },
  {
    ids: ['7.21.7-t1', '7.21.7-t2', '7.21.8-t1'],
    *check(file) {
      for (const [font, codes] of usedCodes(file)) {
        for (const code of codes) {
          const text = font.textOf(code)
          if (code === 0 && font.codeLength === 2)
            yield `${nameOf(font.dict)} is used for a character that it does not have`
          else if (text === undefined || text === '') yield `glyph ${code} of ${nameOf(font.dict)} stands for no text`
          else if (/[\0\uFFFE\uFEFF]/.test(text)) yield `glyph ${code} of ${nameOf(font.dict)} stands for no character`
        }
      }
    },
  },
]

/** The tests of the three clauses about codes. */
function idsOf(clause: string): string[] {
  const tests = {'7.21.3.1': 1, '7.21.3.3': 3, '7.21.6': 4}[clause] ?? 0
  return Array.from({length: tests}, (_, index) => `${clause}-t${index + 1}`)
}

function isDescendant(font: PdfDict): boolean {
  const type = font.get('Subtype')
  return type === 'CIDFontType0' || type === 'CIDFontType2'
}

function addCodes({parts}: TextPiece, codes: Set<number>): void {
  for (const part of parts) {
    if (part.kind === 'glyphs') part.row.codes.forEach((code) => codes.add(code))
  }
}

function nameOf(font: PdfDict): string {
  const name = font.get('BaseFont')
  return typeof name === 'string' ? name.replace(/^[A-Z]{6}\+/, '') : 'a font'
}

function usedCodes({document: {pages}}: UaFile): ReadonlyMap<PdfFont, ReadonlySet<number>> {
  const used = new Map<PdfFont, Set<number>>()
  for (const {pieces, fonts} of pages) {
    for (const piece of pieces) {
      const font = piece.kind === 'text' ? fonts.get(piece.font) : undefined
      if (piece.kind !== 'text' || font === undefined) continue
      const codes = used.get(font) ?? new Set()
      used.set(font, codes)
      addCodes(piece, codes)
    }
  }
  return used
}

function glyphTableOf({document: {file}}: UaFile, {dict}: PdfFont): GlyphTable | undefined {
  const descendant = maybeDict(file, listOf(file, dict.get('DescendantFonts'))[0])
  const descriptor = maybeDict(file, descendant?.get('FontDescriptor'))
  const program = resolve(file, descriptor?.get('FontFile2'))
  return isStream(program) ? readGlyphTable(program) : undefined
}
