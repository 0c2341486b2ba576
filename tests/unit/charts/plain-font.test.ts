import {readFile} from 'node:fs/promises'
import * as fontkit from 'fontkit'
import {expect, test} from 'vitest'
import {maybePlainFont} from '../../../src/charts/fonts/plain-font.ts'

const faces = [
  'source-sans-3/files/source-sans-3-latin-400-normal',
  'source-sans-3/files/source-sans-3-latin-700-italic',
  'source-sans-3/files/source-sans-3-latin-ext-600-normal',
  'source-serif-4/files/source-serif-4-latin-ext-400-italic',
]
const texts = [
  'Khyber Pakhtunkhwa, Punjab & Islamabad',
  'AVATAR To Ye Wa. LT “P.” L’Aquila — “T”',
  'affiliation, left offices, fjord, difficult',
  '−14.5% – 1,234,567 (2021/22)',
  'Łódź Šibenik Ťaťa Ķekava ĲSSEL',
  '¿Qué? À É Î ß ½ ²',
]

for (const face of faces) {
  test(`measures as the library does: ${face}`, async () => {
    const data = await readFile(new URL(`../../../node_modules/@fontsource/${face}.woff2`, import.meta.url))
    const font = fontkit.create(data)
    const plain = maybePlainFont(data)
    if (plain === undefined || 'fonts' in font) throw new Error('The font is not plain')
    for (const text of texts) {
      const width = font.layout(text).advanceWidth / font.unitsPerEm
      expect(plain.maybeWidthInEms(text), text).toBeCloseTo(width, 9)
      for (const letter of text) {
        expect(plain.hasLetter(letter), letter).toBe(font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
      }
    }
  })
}

test('leaves what must be shaped to the library', async () => {
  const data = await readFile(new URL(`../../../node_modules/@fontsource/${faces[0] ?? ''}.woff2`, import.meta.url))
  const plain = maybePlainFont(data)
  for (const text of ['پاکستان', 'पाकिस्तान', 'e\u0301', 'soft\u00adhyphen']) {
    expect(plain?.maybeWidthInEms(text)).toBeUndefined()
  }
})

test('is nothing for another kind of file', () => {
  expect(maybePlainFont(new Uint8Array(64))).toBeUndefined()
  expect(maybePlainFont(new TextEncoder().encode('wOFFxxxxxxxxxxxxxxxxxxxxxxxx'))).toBeUndefined()
})
