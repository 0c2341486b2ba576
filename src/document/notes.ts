import type {Element, ElementContent, Parents, Root} from 'hast'
import type {VFile} from 'vfile'
import {noteInLink, unusedNote} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Note} from '../model.ts'
import {contentOf, element, hasClass, isElement} from './element.ts'
import type {Definition} from './marks.ts'

export interface NoteOptions {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly file: VFile
}

/**
 * Numbers notes by their first call, and writes the calls. Calls inside notes come after all others, in the order of
 * the notes. A note that nothing calls is reported and left out.
 *
 * @param trees in the order in which they are read, without the notes
 */
export function numberNotes(trees: readonly Root[], {definitions, file}: NoteOptions): Note[] {
  const notes = new Map<string, DraftNote>()
  for (const tree of trees) numberCalls(tree)
  // The map grows while it is walked: a note may call a note that nothing has called so far.
  for (const note of notes.values()) numberCalls(note.definition.content)
  for (const [identifier, definition] of definitions) {
    if (!notes.has(identifier)) report(file, definition.position, unusedNote(definition.label))
  }
  return [...notes.values()].map(finished)

  function numberCalls(tree: Root): void {
    for (const {node, isAdjacent, isInLink} of callsOf(tree)) {
      const note = noteOf(node.data?.marks?.call ?? '')
      if (isInLink) report(file, node, noteInLink(note.definition.label))
      writeCall(node, note, isAdjacent)
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
  /** Whether another call stands directly before it. */
  readonly isAdjacent: boolean
  readonly isInLink: boolean
}

function callsOf(parent: Parents, isInLink = false): Call[] {
  return parent.children.flatMap((child, index): Call[] => {
    if (!isElement(child)) return []
    if (child.data?.marks?.call === undefined) return callsOf(child, isInLink || child.tagName === 'a')
    const previous = parent.children[index - 1]
    return [{node: child, isAdjacent: isElement(previous) && hasClass(previous, 'note-call'), isInLink}]
  })
}

function writeCall(node: Element, {number, calls}: DraftNote, isAdjacent: boolean): void {
  const id = calls.length === 0 ? `call-${number}` : `call-${number}-${calls.length + 1}`
  const link = element('a', {id, href: `#note-${number}`}, [String(number)])
  const separator: ElementContent[] = isAdjacent ? [element('span', {className: ['note-separator']}, [', '])] : []
  calls.push(id)
  node.children = [...separator, link]
}

function finished({number, definition, calls}: DraftNote): Note {
  const content = contentOf(definition.content)
  return {id: `note-${number}`, number, label: definition.label, content, calls}
}
