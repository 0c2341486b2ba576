import type {PdfDocument} from '../document.ts'
import {elementsIn, isInlineType, allElements} from '../structure/structure.ts'

/**
 * Keeps the languages of parts: what the browser tags with nothing but a language is a Span within a line and a Div around
 * paragraphs. Before flattenStructure.
 */
export function tagLanguages({structure}: Pick<PdfDocument, 'structure'>): void {
  for (const element of allElements(structure)) {
    if (element.type !== 'NonStruct' || !element.entries.has('Lang')) continue
    const isLine = elementsIn(element).every(({type}) => type === 'NonStruct' || isInlineType(type))
    element.type = isLine ? 'Span' : 'Div'
  }
}
