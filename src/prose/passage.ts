import type {Point} from 'unist'

/** What a passage is for its reader. */
export type PassageKind =
  | 'title'
  | 'subtitle'
  | 'abstract'
  | 'front'
  | 'key-message'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quotation'
  | 'caption'
  | 'note-line'
  | 'source-line'
  | 'alt'
  | 'head'
  | 'cell'
  | 'note'

/** A stretch of a passage that the author did not type: its offsets, the second one excluded. */
export type Span = {readonly start: number; readonly end: number} & (
  | {
      readonly kind: 'printed'
      /** The number of what was printed: Document.printed. */
      readonly printed: number
    }
  /** A cell of a data table; row and column count from 0 among those shown. */
  | {readonly kind: 'cell'; readonly table: string; readonly row: number; readonly column: number}
  /** Numbers of sections, names of references, marks of missing cells. */
  | {readonly kind: 'program'}
  | {readonly kind: 'code'}
)

/** Where a stretch of a passage's text was typed: from `at` on, at or after a place of the file. */
export interface Anchor {
  readonly at: number
  readonly from: Point | undefined
}

/** A paragraph, heading, caption, cell or the like: text that is read in one go, without its note calls. */
export interface Passage {
  readonly kind: PassageKind
  readonly text: string
  readonly spans: readonly Span[]
  readonly anchors: readonly Anchor[]
  /** The file that it is written in, relative to the project. */
  readonly path: string
  /** The id of the section, figure, table, box, recommendation or note that it belongs to; absent before the first. */
  readonly inside?: string
  /** Offsets at which notes are called, with their numbers. */
  readonly calls: readonly {readonly at: number; readonly note: number}[]
}

/** A sentence of a passage. */
export interface Sentence {
  readonly passage: Passage
  /** Offsets in the passage's text, the second one excluded. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A sentence's or other stretch's own spans, with offsets in the passage. */
export function spansWithin({spans}: Passage, start: number, end: number): Span[] {
  return spans.filter((span) => span.start < end && span.end > start)
}
