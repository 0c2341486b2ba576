import type {PdfDocument} from '../document.ts'
import {isStructElement, makeElement, allElements, type StructKid} from '../structure/structure.ts'

/** Gives every list item its body (ISO 14289-1, 7.2): all that is not its label. */
export function wrapListBodies({structure}: PdfDocument): void {
  for (const element of allElements(structure)) {
    if (element.type !== 'LI') continue
    const [labels, rest] = [element.kids.filter((kid) => isLabel(kid)), element.kids.filter((kid) => !isLabel(kid))]
    element.kids = rest.length === 0 ? labels : [...labels, makeElement('LBody', rest)]
  }
}

function isLabel(kid: StructKid): boolean {
  return isStructElement(kid) && (kid.type === 'Lbl' || kid.type === 'LBody')
}
