import {deflateSync, inflateSync} from 'node:zlib'
import type {PdfObjects} from './pdf-objects.ts'

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
 *
 * @param text the text of the document
 */
export function mendUnicode({objects}: PdfObjects, text: string): void {
  const wrong = [...twins].filter(([rare]) => !text.includes(String.fromCodePoint(rare)))
  if (wrong.length === 0) return
  for (const number of findMaps(objects)) {
    const body = objects.get(number)
    const map = body && readStream(body)
    if (map === undefined) continue
    const mended = wrong.reduce((before, [rare, common]) => before.replaceAll(target(rare), target(common)), map)
    if (mended !== map) objects.set(number, writeStream(mended))
  }
}

/** What a glyph, or the first of a row of glyphs, means stands last on its line. */
function target(character: number): string {
  return `<${character.toString(16).toUpperCase().padStart(4, '0')}>\n`
}

function findMaps(objects: PdfObjects['objects']): Set<number> {
  const found = new Set<number>()
  for (const body of objects.values()) {
    const object = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    if (!object.includes('/ToUnicode ')) continue
    const number = /\/ToUnicode (\d+) 0 R/.exec(object.toString('latin1'))?.[1]
    if (number !== undefined) found.add(Number(number))
  }
  return found
}

function readStream(body: Uint8Array): string | undefined {
  const object = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const start = /stream\r?\n/.exec(object.toString('latin1'))
  const length = /\/Length (\d+)/.exec(object.toString('latin1'))?.[1]
  if (start === null || length === undefined) return undefined
  const begin = start.index + start[0].length
  return inflateSync(object.subarray(begin, begin + Number(length))).toString('latin1')
}

function writeStream(text: string): Uint8Array {
  const data = deflateSync(Buffer.from(text, 'latin1'), {level: 9})
  return Buffer.concat([
    Buffer.from(`<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ])
}
