import type {Element, ElementContent, Root} from 'hast'
import {visit} from '../../visit.ts'
import {element, hasClass, isElement} from '../../document/element.ts'
import type {Note} from '../../model/document.ts'
import {filled, type Words} from '../words.ts'

/**
 * Makes each call a link to its note that tells assistive technology what it is, and a button that opens the note at
 * the call. The button is hidden until the template's styles know that the browser can place what it opens: they then
 * show it in the link's place. It holds no text, so that no number stands in the page's text twice.
 *
 * The call's id moves to the call itself, which is there in both forms. The role would take the link away in a PDF.
 */
export function markNoteCalls(tree: Root, words: Words): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'sup' || !hasClass(node, 'note-call')) return
    const link = node.children.find((child) => isElement(child, 'a'))
    if (link === undefined) return
    const number = textOf(link)
    const label = filled(words.note, number)
    const {id, href} = link.properties
    if (typeof id === 'string') {
      node.properties.id = id
      if (/-\d+-\d+$/.test(id)) node.properties.className = ['note-call', 'note-call-again']
    }
    link.properties = {href, role: 'doc-noteref', ariaLabel: label}
    node.children.push(noteButton(String(href).slice(1), {number, label}))
  })
}

/** A note's content with links back to each of its calls, and a button that closes it where it was opened at a call. */
export function placeBackLinks({id, number, calls, content}: Note, words: Words): ElementContent[] {
  // Kept to the last word: an arrow alone on a line is a line lost in a margin.
  const links = calls.flatMap((call, index) => ['\u00a0', backLink({call, number, index, of: calls.length}, words)])
  return [...withAtEnd(content, links), closeButton(id, words)]
}

/**
 * The names by which the styles place notes beside or at their calls: `--call`, that of the first call, and
 * `--previous`, that of the note before, so that no note covers another.
 */
export function noteAnchors(notes: readonly Note[]): string {
  return notes
    .map(({id, calls}, index) => {
      const previous = notes[index - 1]?.id ?? 'none'
      const call = calls[0] ?? 'none'
      return `#${call}{anchor-name:--${call}}#${id}{anchor-name:--${id};--call:--${call};--previous:--${previous}}`
    })
    .join('\n')
}

function noteButton(note: string, {number, label}: {number: string; label: string}): Element {
  const properties = {type: 'button', className: ['note-button'], popoverTarget: note, ariaLabel: label}
  return element('button', {...properties, dataNumber: number, hidden: true}, [])
}

function closeButton(note: string, {closeNote}: Words): Element {
  const properties = {type: 'button', className: ['note-close'], popoverTarget: note, popoverTargetAction: 'hide'}
  return element('button', {...properties, ariaLabel: closeNote, hidden: true}, [])
}

function withAtEnd(content: readonly ElementContent[], end: readonly (ElementContent | string)[]): ElementContent[] {
  const last = content.findLastIndex((node) => isElement(node))
  const paragraph = content[last]
  if (!isElement(paragraph, 'p')) return [...content, element('p', {}, end)]
  const linked = {...paragraph, children: [...paragraph.children, ...element('p', {}, end).children]}
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
