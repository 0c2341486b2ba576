import {indexContent} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import {textString} from '../objects/text-strings.ts'
import {contentOf, walkElements} from '../structure/structure.ts'
import {targetsOf, type LinkTarget} from './links.ts'
import {numberOf, type FinishedNote} from './tag-notes.ts'

interface Input {
  readonly notes: readonly FinishedNote[]
  /** The word for a note in the document's language. */
  readonly noteWord: string
}

/**
 * Says in words where each link leads (ISO 14289-1, 7.18.5): a note by its number, a place in the document by the link's
 * text, an address by the link's text with it. After spaceLines, so that the text has its spaces.
 */
export function describeLinks({file, structure, pages}: PdfDocument, {notes, noteWord}: Input): void {
  const {textOf} = indexContent(pages)
  const numbers = new Map(notes.map((note) => [note.id, numberOf(note)]))
  for (const {element} of walkElements(structure)) {
    if (element.type !== 'Link') continue
    const text = contentOf(element).map(textOf).join('').replaceAll(/\s+/g, ' ').trim()
    for (const target of targetsOf(file, element)) {
      const number = numbers.get(target.id ?? '')
      const words = number === undefined ? describe(text, target) : `${noteWord} ${number}`
      target.annotation.set('Contents', textString(words))
    }
  }
}

function describe(text: string, {id, url}: LinkTarget): string {
  if (url === undefined) return text === '' ? (id ?? '') : text
  return text === '' || url.includes(text) ? url : `${text} (${url})`
}
