/** Glyphs in a row: their codes in the font, and the move before each, as `TJ` has it but in tenths. */
export interface GlyphRow {
  readonly codes: Uint16Array
  /** By how much each glyph stands left of where the one before it ended, in tenths of a thousandth of the size. */
  readonly moves: Int32Array
  /** Bytes of a code. */
  readonly codeLength: number
}

/** Room for many glyphs, so that their rows are parts of one array each. */
export interface GlyphRoom {
  codes: Uint16Array
  /** Where each glyph stands on its line; not a number where `moves` has its move from the one before it. */
  places: Float64Array
  moves: Int32Array
  count: number
}

export function makeGlyphRoom(): GlyphRoom {
  return {codes: new Uint16Array(0), places: new Float64Array(0), moves: new Int32Array(0), count: 0}
}

const usual = 8192

/** Makes sure that as many glyphs find room, side by side. Rows that were made before keep theirs. */
export function reserveGlyphs(room: GlyphRoom, most: number): void {
  if (room.count + most <= room.codes.length) return
  const size = Math.max(usual, most)
  Object.assign(room, {
    codes: new Uint16Array(size),
    places: new Float64Array(size),
    moves: new Int32Array(size),
    count: 0,
  })
}

export interface RowRequest {
  /** The row is what has come into the room since. */
  readonly start: number
  readonly size: number
  /** Where the last glyph before the row ended. */
  readonly pen: number
  readonly font: FontWidths
}

export interface FontWidths {
  /** The width of a glyph by its code, in thousandths of the font's size. */
  readonly width: (code: number) => number
  /** Bytes of a code: two but in fonts that the browser makes up itself. */
  readonly codeLength: number
}

/**
 * Makes a row of glyphs, and says where the last one ends. What rounding leaves over of a move goes into the next one,
 * so that it never adds up.
 */
export function endRow(room: GlyphRoom, {start, size, pen, font}: RowRequest): {row: GlyphRow; end: number} {
  const {codes, places, moves, count} = room
  let at = pen
  for (let index = start; index < count; index++) {
    const place = places[index] ?? at
    const move = Number.isNaN(place) ? (moves[index] ?? 0) : Math.round(((at - place) / size) * 10_000)
    moves[index] = move
    at += (font.width(codes[index] ?? 0) * size) / 1000 - (move * size) / 10_000
  }
  return {row: {codes: codes.subarray(start, count), moves: moves.subarray(start, count), codeLength: font.codeLength}, end: at}
}
