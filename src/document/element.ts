import type {Element, ElementContent, Properties, Root} from 'hast'
import type {Node, Position} from 'unist'
import {visit} from '../visit.ts'
import {withoutMarks} from '../merge/value-marks.ts'

/** Makes an element. Classes and data attributes go by their hast names: `className`, `dataChart`. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  }
}

/** Gives a position to a node and to those of its descendants that have none, so that later messages have a place. */
export function placedAt<Kind extends Node>(tree: Kind, position: Position | undefined): Kind {
  if (position === undefined) return tree
  visit(tree, (node: Node) => {
    node.position ??= position
  })
  return tree
}

export function isElement(node: Node | undefined, tagName?: string): node is Element {
  if (node?.type !== 'element') return false
  return tagName === undefined || (node as Element).tagName === tagName
}

export function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className
  return Array.isArray(classes) && classes.includes(name)
}

/** The text of some nodes, without that of their note calls and of old values; white space collapsed. */
export function plainText(nodes: readonly Node[]): string {
  return withoutMarks(markedText(nodes))
}

/** The same with the marks around what was printed. */
export function markedText(nodes: readonly Node[]): string {
  return nodes.map(rawText).join('').replace(/\s+/g, ' ').trim()
}

/** The content of a root, which holds neither doctypes nor roots once it is made from Markdown. */
export function contentOf(tree: Root): ElementContent[] {
  return tree.children.filter((child) => child.type !== 'doctype')
}

function text(value: string): ElementContent {
  return {type: 'text', value}
}

/** What stands in a text and is none of its words: calls of notes, old values in a copy for editors. */
const asides = ['note-call', 'was']

function rawText(node: Node): string {
  if (node.type === 'text') return (node as {value?: string}).value ?? ''
  if (isElement(node) && asides.some((name) => hasClass(node, name))) return ''
  if (isElement(node, 'br')) return ' '
  return 'children' in node ? (node.children as Node[]).map(rawText).join('') : ''
}
