import type {PdfDocument} from '../document.ts'
import {
  isInlineType,
  isMarkedContent,
  isStructElement,
  makeElement,
  type StructElement,
  type StructKid,
} from '../structure/structure.ts'

/**
 * Takes out the tags that say nothing (NonStruct, one for every `div`, `span` and piece of text): what is in them goes
 * to where they stood. What then would stand by itself among paragraphs becomes a paragraph.
 */
export function flattenStructure({structure}: PdfDocument): void {
  flatten(structure)
}

/** Types that hold paragraphs, not text. */
const groupings = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Aside', 'Note', 'Figure'])
/** Types that stand within a line of text, or by themselves. */
const inlines = new Set(['Lbl', 'NonStruct', 'Figure'])

function flatten(element: StructElement): void {
  const isGrouping = isGroup(element)
  const kids = element.kids.flatMap((kid) => openKid(kid, isGrouping))
  element.kids = isGrouping ? wrapLines(kids) : kids
}

/** A picture holds content, a figure with a caption holds paragraphs. */
function isGroup({type, kids}: StructElement): boolean {
  return groupings.has(type) && !(type === 'Figure' && kids.some((kid) => isMarkedContent(kid)))
}

function openKid(kid: StructKid, isInGrouping: boolean): StructKid[] {
  if (!isStructElement(kid)) return [kid]
  if (kid.type !== 'NonStruct' || kid.entries.size > 0) {
    flatten(kid)
    return [kid]
  }
  const kids = kid.kids.flatMap((inner) => openKid(inner, isInGrouping))
  const isText = kid.kids.every((inner) => !isStructElement(inner))
  if (!isInGrouping || isText || kids.some((inner) => isBlock(inner))) return kids
  return kids.every((inner) => isPicture(inner)) ? kids : [makeElement('P', kids)]
}

function isPicture(kid: StructKid): boolean {
  return isStructElement(kid) && kid.type === 'Figure'
}

function isBlock(kid: StructKid): boolean {
  return isStructElement(kid) && !inlines.has(kid.type) && !isInlineType(kid.type)
}

/** Makes paragraphs of text that stands by itself between blocks. A picture and a note's number may. */
function wrapLines(kids: readonly StructKid[]): StructKid[] {
  const wrapped: StructKid[] = []
  let line: StructKid[] = []
  const end = (): void => {
    if (line.length > 0) wrapped.push(makeElement('P', line))
    line = []
  }
  for (const kid of kids) {
    const mayStand = isStructElement(kid) && (kid.type === 'Figure' || kid.type === 'Lbl')
    if (!mayStand && !isBlock(kid)) {
      line.push(kid)
      continue
    }
    end()
    wrapped.push(kid)
  }
  end()
  return wrapped
}
