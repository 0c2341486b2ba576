import type {GlyphRow} from './glyph-row.ts'

/** A page's content in pieces, in the order in which it is painted. */
export type Piece = StatePiece | PaintPiece | TextPiece | BeginPiece | EndPiece

/** Operators that paint nothing: they set colours, clips, the place of what follows. */
export interface StatePiece {
  readonly kind: 'state'
  readonly written: string
}

/** Something painted that is not text, or text that stays as it is written. */
export interface PaintPiece {
  readonly kind: 'paint'
  readonly written: string
  /** The place of text whose glyphs run to the left, or stand above or below one another. */
  readonly letters?: TextPlace
}

/** A piece that says something. */
export type SpokenPiece = TextPiece | (PaintPiece & Required<Pick<PaintPiece, 'letters'>>)

/** A line of text, or a part of one that is set in one font. */
export interface TextPiece {
  readonly kind: 'text'
  /** The resource's name, as `F4`. */
  readonly font: string
  readonly size: number
  /** Where it begins on the page, and how large it is set there, in points. */
  readonly place: TextPlace
  /** The operators before the glyphs, without `BT`. */
  readonly head: string
  readonly parts: readonly TextPart[]
}

export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly size: number
  /** Its width on the page. */
  readonly width: number
  /** The direction of its line, from `[1, 0]` for one that runs to the right. */
  readonly direction: readonly [x: number, y: number]
}

/** Glyphs, or the begin or end of a sequence that says what its glyphs mean. */
export type TextPart =
  | {readonly kind: 'glyphs'; readonly row: GlyphRow}
  | {readonly kind: 'begin'; readonly written: string; readonly actualText: string | undefined}
  | {readonly kind: 'end'; readonly written: string}

/** Begins a marked-content sequence. */
export interface BeginPiece {
  readonly kind: 'begin'
  readonly tag: string
  readonly mcid: number | undefined
  readonly written: string
}

export interface EndPiece {
  readonly kind: 'end'
  readonly written: string
}
