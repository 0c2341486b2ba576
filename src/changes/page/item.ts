import type {Element, ElementContent} from 'hast'
import {element} from '../../document/element.ts'
import type {Mark} from '../words.ts'

/** One change with what it is and the name that it can be accepted by. */
export function itemElement(
  {item, title}: {readonly item: string; readonly title: string},
  content: readonly ElementContent[],
): Element {
  return element('article', {className: ['item'], id: item}, [
    element('header', {className: ['item-head']}, [
      element('h3', {}, [title]),
      element('code', {className: ['name']}, [item]),
    ]),
    ...content,
  ])
}

/** Two states beside each other; on a narrow screen one below the other. */
export function sideBySide(before: readonly ElementContent[], after: readonly ElementContent[]): Element {
  const side = (title: string, content: readonly ElementContent[]): Element =>
    element('div', {className: ['side', `side-${title.toLowerCase()}`]}, [
      element('p', {className: ['side-title']}, [title]),
      ...content,
    ])
  return element('div', {className: ['sides']}, [side('Before', before), side('Now', after)])
}

/** One side of a text with its own words marked: on the old side what went, on the new side what came. */
export function markedSide(marks: readonly Mark[], side: 'removed' | 'added'): (ElementContent | string)[] {
  return marks.flatMap(({kind, text}): (ElementContent | string)[] => {
    if (kind === 'same') return [text]
    if (kind !== side) return []
    return [side === 'removed' ? removed(text) : added(text)]
  })
}

export function removed(text: string): Element {
  return element('del', {}, [text])
}

export function added(text: string): Element {
  return element('ins', {}, [text])
}

/** A change of a cell or value in one place: old, then new. */
export function exchanged(before: string, after: string): (ElementContent | string)[] {
  return [
    ...(before === '' ? [] : [element('span', {className: ['hidden']}, ['was ']), removed(before), ' ']),
    ...(after === '' ? [] : [element('span', {className: ['hidden']}, ['now ']), added(after)]),
  ]
}
