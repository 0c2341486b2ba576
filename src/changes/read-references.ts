import type {Node} from 'unist'
import {visit} from '../visit.ts'
import {isElement} from '../document/element.ts'
import type {Document} from '../model/document.ts'

/** The addresses on the web that a document points to, each once, in the order of the text and then of the notes. */
export function readReferences({texts, keyMessages = [], body, notes}: Document): readonly string[] {
  const found = new Set<string>()
  const all = [...Object.values(texts).flat(), ...keyMessages, body, ...notes.flatMap(({content}) => content)]
  for (const tree of all) {
    visit(tree, (node: Node) => {
      const href = isElement(node, 'a') ? node.properties.href : undefined
      if (typeof href === 'string' && /^https?:/i.test(href)) found.add(href)
    })
  }
  return [...found]
}
