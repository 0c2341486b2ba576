import {indexContent, type ContentIndex} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import {textString} from '../objects/text-strings.ts'
import {contentOf, elementsIn, walkElements, type StructElement} from '../structure/structure.ts'

/**
 * A figure with its caption and its source is a group in which only the picture is a Figure: a reader that meets
 * the text alternative of a Figure reads nothing else in it, and the caption would be lost. A picture whose author gave no
 * alternative has its caption for one, or the word for a figure.
 */
export function tagFigures({structure, pages}: PdfDocument, {figureWord}: {readonly figureWord: string}): void {
  const index = indexContent(pages)
  for (const {element, above} of walkElements(structure)) {
    if (element.type !== 'Figure' || isDescribed(element)) continue
    if (elementsIn(element).length > 0) element.type = 'Div'
    else element.entries.set('Alt', textString(captionOf(above, index) ?? figureWord))
  }
}

function isDescribed({entries}: StructElement): boolean {
  return entries.has('Alt') || entries.has('ActualText')
}

function captionOf(above: readonly StructElement[], {textOf}: ContentIndex): string | undefined {
  const caption = above.flatMap((element) => elementsIn(element)).findLast(({type}) => type === 'Caption')
  if (caption === undefined || above.at(-1)?.type === 'Document') return undefined
  const text = contentOf(caption).map(textOf).join(' ').replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}
