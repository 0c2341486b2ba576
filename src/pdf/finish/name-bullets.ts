import {indexContent} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import {textString} from '../objects/text-strings.ts'
import {contentOf, allElements} from '../structure/structure.ts'

/** Says what a list's label is that the browser paints as a dot, a ring or a square instead of a letter. */
export function nameBullets({structure, pages}: PdfDocument): void {
  const {piecesOf} = indexContent(pages)
  for (const element of allElements(structure)) {
    const contents = element.type === 'Lbl' ? contentOf(element) : []
    const isPainted = contents.length > 0 && contents.every((content) => piecesOf(content)?.spoken.length === 0)
    if (isPainted) element.entries.set('ActualText', textString('•'))
  }
}
