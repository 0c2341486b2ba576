import type {Element, ElementContent, Root} from 'hast'
import {visit} from '../../visit.ts'
import {element, hasClass, isElement} from '../../document/element.ts'

/**
 * Makes what a reader may want to send someone a link to itself: the numbers of sections, the words of sections without
 * one, the labels of figures, tables, boxes and recommendations. Nothing is added to the text, and a heading keeps its
 * name.
 */
export function placePermalinks(tree: Root): void {
  visit(tree, 'element', (node) => {
    const {id} = node.properties
    if (typeof id !== 'string') return
    const named = partOf(node, isHeading(node) ? headingPart(node) : 'label')
    if (named === undefined || holdsLink(named)) return
    named.children = [element('a', {className: ['permalink'], href: `#${id}`}, named.children)]
  })
}

/** A section without number is linked by its words. */
function headingPart(heading: Element): string {
  return heading.children.some((child) => isElement(child) && hasClass(child, 'section-number'))
    ? 'section-number'
    : 'heading-text'
}

function partOf(node: Element, className: string): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue
    const found = hasClass(child, className) ? child : child.properties.id === undefined && partOf(child, className)
    if (found) return found
  }
  return undefined
}

function isHeading({tagName}: Element): boolean {
  return /^h[1-6]$/.test(tagName)
}

/** A link in a link is none; calls of notes are links. */
function holdsLink(node: ElementContent): boolean {
  return isElement(node) && (node.tagName === 'a' || node.children.some(holdsLink))
}
