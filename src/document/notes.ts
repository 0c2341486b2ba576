import type {Element, Parents, Root, Text} from 'hast'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {noteInLink, unusedNote} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Note} from '../model/document.ts'
import {contentOf, element, hasClass, isElement} from './element.ts'
import type {Definition} from './marks.ts'

export interface NoteOptions {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly file: VFile
}

/**
 * Numbers notes by their first call, and writes the calls. A note that is called in a note follows it, as it does at the
 * foot of the page. A note that nothing calls is reported and left out.
 *
 * @param trees in the order in which they are read, without the notes
 */
export function numberNotes(trees: readonly Root[], {definitions, file}: NoteOptions): Note[] {
  const notes = new Map<string, DraftNote>()
  for (const tree of trees) numberCalls(tree)
  for (const [identifier, definition] of definitions) {
    if (!notes.has(identifier)) report(file, definition.position, unusedNote(definition.label))
  }
  return [...notes.values()].map(finished)

  function numberCalls(tree: Root): void {
    for (const {node, separator, isInLink} of callsOf(tree)) {
      const note = noteOf(node.data?.marks?.call ?? '')
      if (isInLink) report(file, node, noteInLink(note.definition.label))
      writeCall(node, note, separator)
      if (note.calls.length === 1) numberCalls(note.definition.content)
    }
  }

  function noteOf(identifier: string): DraftNote {
    const definition = definitions.get(identifier)
    if (definition === undefined) throw new Error(`The note ${identifier} is called but was never defined`)
    const note = notes.get(identifier) ?? {number: notes.size + 1, definition, calls: []}
    notes.set(identifier, note)
    return note
  }
}

interface DraftNote {
  readonly number: number
  readonly definition: Definition
  readonly calls: string[]
}

interface Call {
  readonly node: Element
  /** What keeps its number apart from what stands directly before it. */
  readonly separator: string | undefined
  readonly isInLink: boolean
}

function callsOf(parent: Parents, isInLink = false): Call[] {
  return parent.children.flatMap((child, index): Call[] => {
    if (!isElement(child)) return []
    if (child.data?.marks?.call === undefined) return callsOf(child, isInLink || child.tagName === 'a')
    return [{node: child, separator: maybeSeparator(parent.children[index - 1]), isInLink}]
  })
}

/** A comma after another call; a space after a digit: raised or not, "9" and note 34 must never be read as 934. */
function maybeSeparator(previous: Node | undefined): string | undefined {
  if (isElement(previous) && hasClass(previous, 'note-call')) return ', '
  return /\p{Nd}$/u.test(endOf(previous)) ? '\u00a0' : undefined
}

function endOf(node: Node | undefined): string {
  if (node?.type === 'text') return (node as Text).value
  return isElement(node) ? endOf(node.children.at(-1)) : ''
}

function writeCall(node: Element, {number, calls}: DraftNote, separator: string | undefined): void {
  const id = calls.length === 0 ? `call-${number}` : `call-${number}-${calls.length + 1}`
  const link = element('a', {id, href: `#note-${number}`}, [String(number)])
  const apart = separator === undefined ? [] : [element('span', {className: ['note-separator']}, [separator])]
  calls.push(id)
  node.children = [...apart, link]
}

function finished({number, definition, calls}: DraftNote): Note {
  const content = contentOf(definition.content)
  return {id: `note-${number}`, number, label: definition.label, content, calls}
}
