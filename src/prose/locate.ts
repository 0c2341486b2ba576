import type {Point, Position} from 'unist'
import {lineStarts, placesInLines} from '../merge/source-places.ts'
import type {Passage} from './passage.ts'

/**
 * Where a stretch of a passage stands in the author's file. Markup, references and folded lines make the characters of a
 * file differ from those of a text, so the words themselves are looked for, from where the text is known to begin.
 *
 * @param file the text of the file that the passage is written in
 */
export function locate(
  passage: Passage,
  {start, end}: {start: number; end: number},
  file: string,
): Position | undefined {
  const anchor = passage.anchors.findLast(({at}) => at <= start) ?? passage.anchors[0]
  const begin = anchor?.from
  const from = begin === undefined ? 0 : (lineStarts(file)[begin.line - 1] ?? 0) + begin.column - 1
  const words = passage.text.slice(start, end)
  const nth = passage.text.slice(anchor?.at ?? 0, start).split(words).length
  const found = nthOf(file, words, {from, nth})
  if (found === undefined) return begin && {start: begin, end: begin}
  const places = placesInLines(file, 1)
  return {start: places(found), end: places(found + words.length)}
}

function nthOf(file: string, words: string, {from, nth}: {from: number; nth: number}): number | undefined {
  let found = from - 1
  for (let count = 0; count < nth; count++) {
    found = file.indexOf(words, found + 1)
    if (found === -1) return undefined
  }
  return found
}

/** The place of a sentence: of its first words, which stand in one line of the file more often than all of it. */
export function locateStart(passage: Passage, start: number, file: string): Point | undefined {
  const words = /^\S+/.exec(passage.text.slice(start))?.[0] ?? ''
  const printed = passage.spans.find((span) => span.kind === 'printed' && span.start === start)
  if (printed !== undefined) return passage.anchors.findLast(({at}) => at <= start)?.from
  return locate(passage, {start, end: start + words.length}, file)?.start
}
