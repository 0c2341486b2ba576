import {indexContent} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import type {FinishInput} from '../finish-pdf.ts'
import {catalogOf, maybeDict} from '../objects/lookup.ts'
import {textString} from '../objects/text-strings.ts'
import {isMarkedContent, isStructElement, allElements, type StructElement} from '../structure/structure.ts'
import type {PdfDict, PdfFile, PdfValue} from '../objects/values.ts'

/**
 * Gives the entries of the outline the text of their headings: without the numbers of notes that they call, with the
 * spaces that the browser left out, in the letters that the author wrote where the heading is set in capitals. Its
 * entries are the headings in order. After spaceLines and placeNotes.
 *
 * @throws Error when the outline has other entries than the document has headings
 */
export function nameOutline({file, structure, pages}: PdfDocument, {texts}: Pick<FinishInput, 'texts'>): void {
  const entries = entriesOf(file)
  if (entries.length === 0) return
  const {textOf} = indexContent(pages)
  const headings = allElements(structure).flatMap((element) => (/^H[1-6]$/.test(element.type) ? [element] : []))
  if (headings.length !== entries.length) {
    throw new Error(`The outline of the PDF has ${entries.length} entries for ${headings.length} headings`)
  }
  const written = texts.texts.filter(({kind}) => kind === 'heading').map(({text}) => text)
  for (const [place, entry] of entries.entries()) {
    const heading = headings[place]
    if (heading === undefined) continue
    const title = says(heading, textOf).replaceAll(/\s+/g, ' ').trim()
    entry.set('Title', textString(inCaseOf(title, written.length === headings.length ? (written[place] ?? '') : '')))
    entry.delete('SE')
  }
}

function says(element: StructElement, textOf: (content: {page: number; mcid: number}) => string): string {
  return element.kids
    .map((kid) => {
      if (isMarkedContent(kid)) return textOf(kid)
      return isStructElement(kid) && kid.type !== 'Reference' ? says(kid, textOf) : ''
    })
    .join('')
}

/** The letters of `title` as they stand in `written`, if all of them do, one behind the other. */
function inCaseOf(title: string, written: string): string {
  const lower = written.toLowerCase()
  let at = 0
  let cased = ''
  for (const letter of title) {
    const found = letter === ' ' ? at - 1 : lower.indexOf(letter.toLowerCase(), at)
    if (letter !== ' ' && found < 0) return title
    cased += letter === ' ' ? ' ' : written.charAt(found)
    at = found + 1
  }
  return cased
}

/** Each before those that belong to it. */
function entriesOf(file: PdfFile): PdfDict[] {
  const entries: PdfDict[] = []
  const visit = (value: PdfValue | undefined): void => {
    for (let entry = maybeDict(file, value); entry !== undefined; entry = maybeDict(file, entry.get('Next'))) {
      entries.push(entry)
      visit(entry.get('First'))
    }
  }
  visit(maybeDict(file, catalogOf(file).get('Outlines'))?.get('First'))
  return entries
}
