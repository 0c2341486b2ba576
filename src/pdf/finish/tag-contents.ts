import {indexContent, type ContentIndex} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import type {PdfFile} from '../objects/values.ts'
import {
  contentOf,
  elementsIn,
  isStructElement,
  makeElement,
  allElements,
  type StructElement,
} from '../structure/structure.ts'
import {targetsOf} from './links.ts'

/**
 * Tags a table of contents, and lists of figures and tables, as what they are. They are the lists each item of which is
 * one link within the document that ends in a page number. After flattenStructure.
 */
export function tagContents({file, structure, pages}: PdfDocument): void {
  const index = indexContent(pages)
  for (const element of allElements(structure)) {
    if (element.type !== 'L') continue
    const items = elementsIn(element)
    if (items.length > 0 && items.every((item) => isEntry(item, {file, index}))) tagAsContents(element)
  }
}

function isEntry(item: StructElement, {file, index}: {file: PdfFile; index: ContentIndex}): boolean {
  const kids = item.kids.filter((kid) => !isStructElement(kid) || !['L', 'Lbl'].includes(kid.type))
  const [link] = kids
  if (item.type !== 'LI' || kids.length !== 1 || !isStructElement(link) || link.type !== 'Link') return false
  const text = contentOf(link)
    .map((content) => index.textOf(content))
    .join('')
  return /\d\s*$/.test(text) && targetsOf(file, link).some(({id}) => id !== undefined)
}

function tagAsContents(list: StructElement): void {
  list.type = 'TOC'
  list.entries.delete('A')
  for (const item of elementsIn(list)) {
    item.type = 'TOCI'
    item.kids = item.kids.map((kid) =>
      isStructElement(kid) && kid.type === 'Link' ? makeElement('Reference', [kid]) : kid,
    )
  }
}
