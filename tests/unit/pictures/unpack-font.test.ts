import {readFile} from 'node:fs/promises'
import {create} from 'fontkit'
import {expect, test} from 'vitest'
import {unpackFont} from '../../../src/pictures/unpack-font.ts'

const FILES = new URL('../../../node_modules/@fontsource/source-sans-3/files/', import.meta.url)

test('unpacks a WOFF file to the font in it', async () => {
  const packed = await readFile(new URL('source-sans-3-latin-600-normal.woff', FILES))
  const font = unpackFont(packed)
  expect(font.length).toBeGreaterThan(packed.length)
  expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0])
  const [before, after] = [packed, font].map((file) => create(file as Buffer))
  if (before === undefined || after === undefined || 'fonts' in before || 'fonts' in after)
    throw new Error('collection')
  expect(after.numGlyphs).toBe(before.numGlyphs)
  expect(after.postscriptName).toBe('SourceSans3-SemiBold')
  expect(after.layout('Waziristan').advanceWidth).toBe(before.layout('Waziristan').advanceWidth)
})

test('gives back what is not WOFF', () => {
  const file = new Uint8Array([0, 1, 0, 0])
  expect(unpackFont(file)).toBe(file)
})
