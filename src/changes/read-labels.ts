import type {Element} from 'hast'
import {EXIT, visit} from '../visit.ts'
import {hasClass, plainText} from '../document/element.ts'
import type {Document} from '../model/document.ts'

/** What a reader calls the things of a document that have an id: `2.1 The landscape`, `Figure 3`. */
export function readLabels({body}: Document): Readonly<Record<string, string>> {
  const labels: [string, string][] = []
  visit(body, 'element', (node) => {
    const {id} = node.properties
    if (typeof id !== 'string') return
    const label = /^h[1-6]$/.test(node.tagName) ? plainText([node]) : maybeLabel(node)
    if (label !== undefined && label !== '') labels.push([id, label])
  })
  return Object.fromEntries(labels)
}

function maybeLabel(block: Element): string | undefined {
  let label: string | undefined
  visit(block, 'element', (node) => {
    if (!hasClass(node, 'label')) return undefined
    label = plainText([node])
    return EXIT
  })
  return label
}
