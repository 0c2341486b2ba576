import type {Element, ElementContent, Root} from 'hast'
import {visit} from '../../visit.ts'
import {element, hasClass, isElement, plainText} from '../../document/element.ts'

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
    if (named !== undefined) named.children = linked(named.children, `#${id}`)
  })
}

/** A link in a link is none, and calls of notes are links: of words with links between them, the longest run is linked. */
function linked(children: readonly ElementContent[], href: string): ElementContent[] {
  const [first, ...others] = runsOf(children)
  if (first === undefined) return [...children]
  const longest = others.reduce((long, run) => (lengthOf(run) > lengthOf(long) ? run : long), first)
  const link = element('a', {className: ['permalink'], href}, longest)
  return children.flatMap((child) => (child === longest[0] ? [link] : longest.includes(child) ? [] : [child]))
}

/** Stretches of content that have words and no link. */
function runsOf(children: readonly ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = [[]]
  for (const child of children) {
    if (holdsLink(child)) runs.push([])
    else runs.at(-1)?.push(child)
  }
  return runs.filter((run) => lengthOf(run) > 0)
}

function lengthOf(run: readonly ElementContent[]): number {
  return plainText(run).trim().length
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

function holdsLink(node: ElementContent): boolean {
  return isElement(node) && (node.tagName === 'a' || node.children.some(holdsLink))
}
