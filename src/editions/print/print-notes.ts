import type {ElementContent} from 'hast'
import {element, isElement} from '../../document/element.ts'

/** A note's content with its number, which hangs before its first line; the document's nodes stay as they are. */
export function placeNoteNumber(number: number, content: readonly ElementContent[]): ElementContent[] {
  const mark = element('span', {className: ['note-number']}, [String(number)])
  const [first, ...rest] = content.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  if (!isElement(first, 'p')) return [element('p', {}, [mark]), ...content]
  return [{...first, children: [mark, {type: 'text', value: ' '}, ...first.children]}, ...rest]
}
