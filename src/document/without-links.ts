import type {ElementContent} from 'hast'
import {element} from './element.ts'

/** Copies of nodes with the words of links instead of links: a link inside a link is none. */
export function withoutLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = withoutLinks(node.children)
    return node.tagName === 'a' ? children : [element(node.tagName, node.properties, children)]
  })
}
