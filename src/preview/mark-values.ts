import type {ElementContent, Root} from 'hast'
import {visit} from '../visit.ts'
import {printedIn} from '../document/place-values.ts'
import type {Document} from '../model/document.ts'

/**
 * The document with its printed values marked in a way that the editions keep: `<span data-value="3">`, by the number in
 * `document.printed`. The text is the same.
 */
export function markValues(document: Document): Document {
  const marked = (content: readonly ElementContent[]): ElementContent[] => {
    const root: Root = {type: 'root', children: structuredClone([...content])}
    visit(root, 'element', (node) => {
      const printed = printedIn(node)
      if (printed === undefined) return
      node.tagName = 'span'
      node.properties = {dataValue: printed}
    })
    return root.children as ElementContent[]
  }
  return {
    ...document,
    body: {...document.body, children: marked(document.body.children as ElementContent[])},
    keyMessages: document.keyMessages && marked(document.keyMessages),
    notes: document.notes.map((note) => ({...note, content: marked(note.content)})),
    texts: Object.fromEntries(Object.entries(document.texts).map(([name, content]) => [name, marked(content)])),
  }
}
