import type {PdfDocument} from '../document.ts'
import {makePlainStream, readStream} from '../objects/streams.ts'
import {isDict, isRef, isStream, type PdfFile} from '../objects/values.ts'

/**
 * Characters that fonts draw with one glyph, the rare one first. A printed glyph has one character in the PDF, and
 * the browser takes the lower: text copied from it, or searched in it, would have letters of Hawaiian for quotation marks.
 */
const twins: ReadonlyMap<number, number> = new Map([
  [0x02bb, 0x2018],
  [0x02bc, 0x2019],
])

/**
 * Puts right what glyphs mean, in every font of a PDF (its ToUnicode maps, ISO 32000-1 9.10.3): a rare character that
 * the document does not have is its common twin.
 */
export function mendUnicode({file: {objects}}: Pick<PdfDocument, 'file'>, {html}: {readonly html: string}): void {
  const wrong = [...twins].filter(([rare]) => !html.includes(String.fromCodePoint(rare)))
  if (wrong.length === 0) return
  for (const number of findMaps(objects)) {
    const stream = objects.get(number)
    if (!isStream(stream)) continue
    const map = readStream(stream)
    const mended = wrong.reduce((before, [rare, common]) => before.replaceAll(target(rare), target(common)), map)
    if (mended !== map) objects.set(number, makePlainStream(Buffer.from(mended, 'latin1')))
  }
}

/** What a glyph, or the first of a row of glyphs, means stands last on its line. */
function target(character: number): string {
  return `<${character.toString(16).toUpperCase().padStart(4, '0')}>\n`
}

function findMaps(objects: PdfFile['objects']): Set<number> {
  const found = new Set<number>()
  for (const object of objects.values()) {
    const map = isDict(object) ? object.get('ToUnicode') : undefined
    if (isRef(map)) found.add(map.ref)
  }
  return found
}
