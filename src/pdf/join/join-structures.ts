import {renumberIds} from '../finish/renumber-ids.ts'
import {elementsIn, makeElement, type StructElement} from '../structure/structure.ts'

/**
 * One tree of tags for parts that follow one another. A part has one element for the document, in it one for all that is
 * printed, and in that the column of text and, where there are any, the notes.
 *
 * @throws Error when a part is tagged in another way
 */
export function joinStructures(parts: readonly StructElement[]): StructElement {
  let ids = 0
  // The browser counts ids anew in each part.
  for (const structure of parts) ids = renumberIds({structure}, ids)
  const bodies = parts.map(bodyOf)
  const [first] = bodies
  if (first === undefined) throw new Error('There are no tags to join')
  const columns = bodies.map(({body}) => elementsIn(body)[0])
  const notes = bodies.map(({body}) => elementsIn(body)[1])
  first.body.kids = [columns, notes].flatMap((joined) => {
    const kids = joined.flatMap((element) => element?.kids ?? [])
    return kids.length === 0 ? [] : [makeElement('NonStruct', kids)]
  })
  return first.root
}

function bodyOf(root: StructElement): {root: StructElement; body: StructElement} {
  const [document] = elementsIn(root)
  const [body] = document === undefined ? [] : elementsIn(document)
  const kids = body === undefined ? [] : elementsIn(body)
  const isKnown = document?.kids.length === 1 && kids.length === body?.kids.length && kids.length <= 2
  if (body === undefined || !isKnown || kids.some(({type}) => type !== 'NonStruct')) {
    throw new Error('A part of the PDF is tagged in another way than the browser is known to')
  }
  return {root, body}
}
