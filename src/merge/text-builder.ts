import type {Point} from 'unist'
import {lastIndexWhere, type Locate} from './source-places.ts'

/** A text that is put together from pieces and remembers where each came from. */
export interface TextBuilder {
  /** @param isContent whether the piece stands in the source as it is, from `offset` on */
  readonly add: (piece: string, offset: number, isContent: boolean) => void
  readonly text: () => string
  /** The line so far. */
  readonly line: () => string
  /** Where an offset of the text stands in the author's file. */
  readonly placeOf: (offset: number) => Point | undefined
}

interface Segment {
  /** Where it begins in the text, and in the source. */
  readonly at: number
  readonly source: number
  readonly isContent: boolean
}

/** Begins an empty text. */
export function createTextBuilder(locate: Locate): TextBuilder {
  const segments: Segment[] = []
  let text = ''
  let line = ''
  return {
    add: (piece, offset, isContent) => {
      if (piece === '') return
      segments.push({at: text.length, source: offset, isContent})
      text += piece
      const lineEnd = piece.lastIndexOf('\n')
      line = lineEnd === -1 ? line + piece : piece.slice(lineEnd + 1)
    },
    text: () => text,
    line: () => line,
    placeOf: (offset) => locate(sourceOffset(segments, offset)),
  }
}

function sourceOffset(segments: readonly Segment[], offset: number): number {
  const segment = segments[lastIndexWhere(segments, ({at}) => at <= offset)]
  if (segment === undefined) return 0
  return segment.isContent ? segment.source + offset - segment.at : segment.source
}
