import type {PdfDocument} from '../document.ts'
import {allElements} from '../structure/structure.ts'

/**
 * Leaves out no level of headings on the way down (ISO 14289-1, 7.4.2), and begins with the first: a heading in a box may
 * have been set two levels below the section that the box stands in.
 */
export function settleHeadings({structure}: PdfDocument): void {
  let before = 0
  for (const element of allElements(structure)) {
    const level = Number(/^H([1-6])$/.exec(element.type)?.[1])
    if (Number.isNaN(level)) continue
    before = Math.min(level, before + 1)
    element.type = `H${before}`
  }
}
