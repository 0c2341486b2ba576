import {indexContent} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import type {FinishInput} from '../finish-pdf.ts'
import {textString} from '../objects/text-strings.ts'
import {contentOf, allElements} from '../structure/structure.ts'
import {targetsOf, type LinkTarget} from './links.ts'
import {numberOf} from './tag-notes.ts'

/**
 * Says in words where each link leads (ISO 14289-1, 7.18.5): a note by its number, a place in the document by the link's
 * text, an address by the link's text with it. After spaceLines, so that the text has its spaces.
 */
export function describeLinks(
  {file, structure, pages}: PdfDocument,
  {texts, noteWord}: Pick<FinishInput, 'texts' | 'noteWord'>,
): void {
  const {textOf} = indexContent(pages)
  const numbers = new Map(texts.notes.map((note) => [note.id, numberOf(note)]))
  for (const element of allElements(structure)) {
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
