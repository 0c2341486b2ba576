import {maybeDict} from '../objects/lookup.ts'
import {readTextString} from '../objects/text-strings.ts'
import {isString, type PdfDict, type PdfFile} from '../objects/values.ts'
import {isObjectReference, type StructElement} from '../structure/structure.ts'

export interface LinkTarget {
  readonly annotation: PdfDict
  /** The name of the place in the document, which is the id of an element. */
  readonly id: string | undefined
  readonly url: string | undefined
}

/** The annotations of a Link, one for each line that it stands on, with where they lead. */
export function targetsOf(file: PdfFile, link: StructElement): LinkTarget[] {
  return link.kids.flatMap((kid) => {
    const annotation = isObjectReference(kid) ? maybeDict(file, {ref: kid.object}) : undefined
    if (annotation === undefined) return []
    const url = maybeDict(file, annotation.get('A'))?.get('URI')
    return [{annotation, id: nameOf(annotation), url: isString(url) ? readTextString(url) : undefined}]
  })
}

/** Names are UTF-8 whose bytes stand as characters. */
function nameOf(annotation: PdfDict): string | undefined {
  const destination = annotation.get('Dest')
  if (typeof destination === 'string') {
    return /[\u0080-\u00FF]/.test(destination) ? Buffer.from(destination, 'latin1').toString('utf8') : destination
  }
  return isString(destination) ? readTextString(destination) : undefined
}
