import {indexContent, type ContentIndex} from '../content/read-text.ts'
import type {DocumentTexts} from '../../pages/measured.ts'
import type {PdfDocument} from '../document.ts'
import type {FinishInput} from '../finish-pdf.ts'
import {
  contentOf,
  elementsIn,
  isStructElement,
  allElements,
  walkElements,
  type StructElement,
} from '../structure/structure.ts'
import {letters} from './letters.ts'

export type FinishedNote = DocumentTexts['notes'][number]

/**
 * Tags each note as Note with a unique id (ISO 14289-1, 7.9) and its number as its label. Before flattenStructure, which
 * takes the groups out by which notes are known.
 *
 * @throws Error when the tags of the notes are not found
 */
export function tagNotes({structure, pages}: PdfDocument, {texts: {notes}}: Pick<FinishInput, 'texts'>): void {
  if (notes.length === 0) return
  const index = indexContent(pages)
  const found = findNotes(structure, notes, index)
  for (const [place, element] of found.entries()) {
    const note = notes[place]
    if (note === undefined) continue
    element.type = 'Note'
    element.entries.set('ID', {bytes: note.id})
    tagNumber(element, numberOf(note), index)
  }
}

/** The notes are the kids of one element, in the order of their numbers, and the last that look like it. */
function findNotes(
  structure: StructElement,
  notes: readonly FinishedNote[],
  {textOf}: ContentIndex,
): readonly StructElement[] {
  let found: readonly StructElement[] | undefined
  for (const element of allElements(structure)) {
    const kids = elementsIn(element)
    if (kids.length !== notes.length) continue
    const says = (kid: StructElement): string => letters(contentOf(kid).map(textOf).join(''))
    if (kids.every((kid, place) => isNote(says(kid), notes[place]))) found = kids
  }
  if (found !== undefined) return found
  throw new Error(`The tags of ${notes.length} notes are not in the PDF`)
}

function isNote(text: string, note: FinishedNote | undefined): boolean {
  if (note === undefined) return false
  // The glyphs of right-to-left text come in the order and the forms in which they are seen: only its number is sure.
  const isMirrored = rightToLeft.test(note.text.slice(0, 60))
  return text.startsWith(letters(isMirrored ? numberOf(note) : note.text).slice(0, 30))
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export function numberOf({text}: FinishedNote): string {
  return /^\s*(\S*?\d+)/.exec(text)?.[1] ?? ''
}

/** The number stands first; it goes before the note's paragraphs. */
function tagNumber(note: StructElement, number: string, {textOf}: ContentIndex): void {
  for (const {element, above} of walkElements(note)) {
    const isText = element.kids.length > 0 && element.kids.every((kid) => !isStructElement(kid))
    if (!isText) continue
    const parent = above.at(-1)
    if (parent === undefined || contentOf(element).map(textOf).join('').trim() !== number) return
    element.type = 'Lbl'
    parent.kids = parent.kids.filter((kid) => kid !== element)
    note.kids = [element, ...note.kids]
    return
  }
}
