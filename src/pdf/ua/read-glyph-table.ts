import {readBytes} from '../objects/streams.ts'
import type {PdfStream} from '../objects/values.ts'

/** The glyphs that a font's program has. */
export interface GlyphTable {
  /** In thousandths of the size; undefined for a glyph that the program does not have. */
  readonly width: (glyph: number) => number | undefined
}

/** Reads the widths of a TrueType program (its tables head, hhea, hmtx and maxp). */
export function readGlyphTable(program: PdfStream): GlyphTable | undefined {
  const file = Buffer.from(readBytes(program))
  const tables = tablesOf(file)
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name))
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined
  const unitsPerEm = file.readUInt16BE(head + 18)
  const glyphs = file.readUInt16BE(maxp + 4)
  const measured = file.readUInt16BE(hhea + 34)
  return {
    width(glyph) {
      if (glyph >= glyphs) return undefined
      // Glyphs behind the last that is measured are as wide as it.
      return (file.readUInt16BE(hmtx + Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm
    },
  }
}

function tablesOf(file: Buffer): ReadonlyMap<string, number> {
  const count = file.readUInt16BE(4)
  return new Map(
    Array.from({length: count}, (_, index) => {
      const entry = 12 + index * 16
      return [file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8)] as const
    }),
  )
}
