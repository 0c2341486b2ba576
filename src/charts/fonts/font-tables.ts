import {brotliDecompressSync} from 'node:zlib'

/** A table of a font file. */
export interface FontTable {
  readonly view: DataView
  /** Whether WOFF2 has it rearranged. */
  readonly isTransformed: boolean
}

/**
 * The tables of a TrueType, OpenType or WOFF2 file by their tags.
 *
 * @returns undefined for another kind of file, and for a collection
 */
export function maybeFontTables(data: Uint8Array): ReadonlyMap<string, FontTable> | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const kind = data.byteLength > 12 ? view.getUint32(0) : 0
  if (kind === 0x774f4632) return maybeWoff2Tables(view)
  return kind === 0x00010000 || kind === 0x4f54544f ? plainTables(view) : undefined
}

function plainTables(view: DataView): ReadonlyMap<string, FontTable> {
  const tables = new Map<string, FontTable>()
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    tables.set(tagAt(view, at), {
      view: part(view, view.getUint32(at + 8), view.getUint32(at + 12)),
      isTransformed: false,
    })
  }
  return tables
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))
}

function part(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, length)
}

/** The tags that WOFF2 writes as numbers. */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX ' +
  'vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat ' +
  'fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
const TAGS = KNOWN.replaceAll('_', ' ').split(/ (?=\S)/)

interface Entry {
  readonly tag: string
  readonly length: number
  readonly isTransformed: boolean
  /** Where the next entry begins. */
  readonly end: number
}

function maybeWoff2Tables(view: DataView): ReadonlyMap<string, FontTable> | undefined {
  if (view.getUint32(4) === 0x74746366) return undefined
  const entries: Entry[] = []
  let at = 48
  while (entries.length < view.getUint16(12)) {
    const entry = readEntry(view, at)
    entries.push(entry)
    at = entry.end
  }
  const packed = part(view, at, view.getUint32(20))
  const unpacked = brotliDecompressSync(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength))
  const body = new DataView(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength)
  const tables = new Map<string, FontTable>()
  let start = 0
  for (const {tag, length, isTransformed} of entries) {
    tables.set(tag, {view: part(body, start, length), isTransformed})
    start += length
  }
  return tables
}

function readEntry(view: DataView, start: number): Entry {
  const flags = view.getUint8(start)
  const isNamed = (flags & 63) === 63
  const tag = isNamed ? tagAt(view, start + 1) : (TAGS[flags & 63] ?? '')
  const version = flags >> 6
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
  const original = readLength(view, start + (isNamed ? 5 : 1))
  if (!isTransformed) return {tag, isTransformed, ...original}
  return {tag, isTransformed, ...readLength(view, original.end)}
}

/** Seven bits a byte, the last one without the eighth. */
function readLength(view: DataView, start: number): {readonly length: number; readonly end: number} {
  let length = 0
  for (let at = start; ; at++) {
    const byte = view.getUint8(at)
    length = length * 128 + (byte & 127)
    if (byte < 128) return {length, end: at + 1}
  }
}
