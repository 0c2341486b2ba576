import type {Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {undefinedNote} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {callsIn} from './markdown.ts'
import {spanOf, type PlaceOf} from './span.ts'

export interface CallOptions {
  /** The text that the tree was parsed from; positions of the tree are offsets in it. */
  readonly source: string
  /** Labels that are defined, for the message. */
  readonly labels: Iterable<string>
  readonly file: VFile
  /** Where an offset of the source stands in the file. */
  readonly placeOf: PlaceOf
}

/**
 * Reports calls of notes that are not defined. Markdown leaves such a call as text, so it is text that is searched, as
 * the author typed it: a backslash before the bracket says that no call is meant.
 */
export function reportUndefinedCalls(tree: Root, {source, labels, file, placeOf}: CallOptions): void {
  visit(tree, 'text', (node: Text) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    const typed = start === undefined || end === undefined ? node.value : source.slice(start, end)
    for (const {label, offset} of callsIn(typed)) {
      const from = (start ?? 0) + offset
      report(file, spanOf(placeOf, from, from + label.length + 3), undefinedNote(label, labels))
    }
  })
}
