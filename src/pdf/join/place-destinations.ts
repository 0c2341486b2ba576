import {addObject, catalogOf, listOf, maybeDict} from '../objects/lookup.ts'
import {isArray, isDict, isString, type PdfDict, type PdfFile, type PdfValue} from '../objects/values.ts'

/** Where something stands in a part, in CSS px from the top of its first page. */
export interface PartPlace {
  readonly id: string
  readonly left: number
  readonly top: number
}

interface Part {
  readonly pages: readonly {readonly ref: number; readonly dict: PdfDict}[]
  readonly places?: readonly PartPlace[]
  readonly height?: number
}

/** Points to a CSS px. */
const scale = 0.75

/**
 * Turns links to addresses of our own into links within the document, and names the places that they lead to: the ids of
 * elements, as the browser does. See src/page/links.ts.
 */
export function placeDestinations(file: PdfFile, parts: readonly Part[]): void {
  const asked = new Set(parts.flatMap(({pages}) => pages.flatMap(({dict}) => divertLinks(file, dict))))
  const places: PdfDict = new Map()
  for (const {pages, places: own = [], height = 1} of parts) {
    for (const {id, left, top} of own) {
      const name = nameOf(id)
      const page = pages[Math.floor(top / height)]
      if (page === undefined || !asked.has(name)) continue
      // In whole px, as the browser has them.
      const y = heightOf(page.dict) - (Math.floor(top) % height) * scale
      places.set(name, [{ref: page.ref}, 'XYZ', Math.floor(left) * scale, y, 0])
    }
  }
  if (places.size > 0) catalogOf(file).set('Dests', addObject(file, places))
}

/** @returns the names of the places that a page's links lead to */
function divertLinks(file: PdfFile, page: PdfDict): string[] {
  return listOf(file, page.get('Annots')).flatMap((value) => {
    const annotation = maybeDict(file, value)
    const name = maybeName(annotation?.get('A'), file)
    if (annotation === undefined || name === undefined) return []
    annotation.delete('A')
    annotation.set('Dest', name)
    return [name]
  })
}

function maybeName(action: PdfValue | undefined, file: PdfFile): string | undefined {
  const dict = maybeDict(file, action)
  const address = isDict(dict) ? dict.get('URI') : undefined
  const id = isString(address) ? /^brief-place:(.*)$/.exec(address.bytes)?.[1] : undefined
  return id === undefined ? undefined : nameOf(decodeURIComponent(id))
}

/** A name is bytes: those of the id in UTF-8, each as a character. */
function nameOf(id: string): string {
  return Buffer.from(id, 'utf8').toString('latin1')
}

function heightOf(page: PdfDict): number {
  const box = page.get('MediaBox')
  return isArray(box) ? Number(box[3]) : 0
}
