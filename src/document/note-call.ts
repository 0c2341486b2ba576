import type {Element, ElementContent} from 'hast'
import {element, hasClass, isElement} from './element.ts'

/** A call of a note that has no number yet: `numberNotes` gives it one. */
export function noteCall(identifier: string): Element {
  return {...element('sup', {className: ['note-call']}, []), data: {marks: {call: identifier}}}
}

/** Copies of nodes without note calls: a heading in the contents must not call its note a second time. */
export function withoutCalls(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes
    .filter((node) => !(isElement(node) && hasClass(node, 'note-call')))
    .map((node) => (node.type === 'element' ? {...node, children: withoutCalls(node.children)} : {...node}))
}

/** The key by which labels are compared, as Markdown does it: without regard to case. */
export function identifierOf(label: string): string {
  return label.toLowerCase().toUpperCase().toLowerCase()
}
