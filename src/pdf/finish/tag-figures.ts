import type {PdfDocument} from '../document.ts'
import {walkElements} from '../structure/structure.ts'

/**
 * A figure with its caption and its source is a group in which only the picture is a Figure: a reader that meets
 * the text alternative of a Figure reads nothing else in it, and the caption would be lost.
 */
export function tagFigures({structure}: PdfDocument): void {
  for (const {element} of walkElements(structure)) {
    if (element.type !== 'Figure' || element.entries.has('Alt') || element.entries.has('ActualText')) continue
    const [, ...inside] = walkElements(element)
    if (inside.length > 0) element.type = 'Div'
  }
}
