import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {element, hasClass, isElement} from '../../document/element.ts'
import type {Note} from '../../model.ts'
import {filled, type Words} from '../words.ts'

/** Tells assistive technology that the calls are calls. The role would take away the link in a PDF: web only. */
export function markNoteCalls(tree: Root, words: Words): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'sup' || !hasClass(node, 'note-call')) return
    for (const link of node.children.filter((child) => isElement(child, 'a'))) {
      link.properties.role = 'doc-noteref'
      link.properties.ariaLabel = filled(words.note, textOf(link))
    }
  })
}

/** A note's content with links back to each of its calls at the end of its last paragraph. */
export function placeBackLinks({number, calls, content}: Note, words: Words): ElementContent[] {
  const links = calls.flatMap((call, index) => [' ', backLink({call, number, index, of: calls.length}, words)])
  const last = content.findLastIndex((node) => isElement(node))
  const paragraph = content[last]
  if (!isElement(paragraph, 'p')) return [...content, element('p', {}, links)]
  const linked = {...paragraph, children: [...paragraph.children, ...element('p', {}, links).children]}
  return content.with(last, linked)
}

function backLink(back: {call: string; number: number; index: number; of: number}, words: Words): Element {
  const {call, number, index, of} = back
  const properties = {
    href: `#${call}`,
    role: 'doc-backlink',
    className: ['back-link'],
    ariaLabel: of > 1 ? filled(words.backToCall, number, index + 1) : filled(words.backToText, number),
  }
  // Drawn as an arrow that the template's fonts have; the label carries the meaning.
  const mark = of > 1 ? [element('sup', {}, [String(index + 1)])] : []
  return element('a', properties, ['↑', ...mark])
}

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
