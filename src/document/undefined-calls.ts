import type {Root, Text} from 'mdast'
import {visit} from '../visit.ts'
import {inlineNote, undefinedNote} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {callsIn} from './markdown.ts'
import type {Origin} from './origin.ts'
import {spanOf} from './span.ts'

/**
 * Reports calls of notes that are not defined, and notes that are typed where they are called. Markdown leaves both as
 * text, so it is text that is searched, as the author typed it: a backslash before the bracket says that no call is
 * meant.
 *
 * @param labels those that are defined, for the message
 */
export function reportUndefinedCalls(tree: Root, labels: Iterable<string>, {source, file, placeOf}: Origin): void {
  const known = [...labels]
  visit(tree, 'text', (node: Text) => {
    const {start, end} = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    const typed = source.slice(start.offset, end.offset)
    for (const {label, offset} of callsIn(typed)) {
      const from = start.offset + offset
      report(file, spanOf(placeOf, from, from + label.length + 3), undefinedNote(label, known))
    }
    for (const {1: slashes = '', 2: text = '', index} of typed.matchAll(/(\\*)\^\[([^\]]*)/g)) {
      if (slashes.length % 2 === 1) continue
      const from = start.offset + index + slashes.length
      report(file, spanOf(placeOf, from, from + text.length + 2), inlineNote())
    }
  })
}
