import {describe, expect, it} from 'vitest'
import {createFontReader, readToUnicode} from '../../../../src/pdf/content/read-fonts.ts'
import {parseValue} from '../../../../src/pdf/objects/parse-value.ts'
import {makePlainStream} from '../../../../src/pdf/objects/streams.ts'
import type {PdfDict, PdfFile} from '../../../../src/pdf/objects/values.ts'

const map = `2 beginbfchar
<0001> <0020>
<0081> <00660074>
endbfchar
2 beginbfrange
<0009> <000B> <0048>
<0020> <0021> [<0041> <D83DDE00>]
endbfrange`

describe('readToUnicode', () => {
  it('reads single glyphs, ligatures, ranges and lists', () => {
    expect([...readToUnicode(map)]).toEqual([
      [0x01, ' '],
      [0x81, 'ft'],
      [0x09, 'H'],
      [0x0a, 'I'],
      [0x0b, 'J'],
      [0x20, 'A'],
      [0x21, '😀'],
    ])
  })
})

describe('createFontReader', () => {
  it('gives widths and meanings of the glyphs of a page’s fonts', () => {
    const parse = (text: string): PdfDict => parseValue({text, at: 0}) as PdfDict
    const objects: PdfFile['objects'] = new Map()
    objects.set(1, parse('<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[2 0 R]/ToUnicode 3 0 R>>'))
    objects.set(2, parse('<</Type/Font/W[0 [690 200] 9 11 333]/DW 528>>'))
    objects.set(3, makePlainStream(Buffer.from(map)))
    const fonts = createFontReader({objects, root: 1, info: 1, next: 4})(parse('<</Resources<</Font<</F4 1 0 R>>>>>>'))
    const font = fonts.get('F4')
    expect([0, 1, 2, 9, 11].map((code) => font?.width(code))).toEqual([690, 200, 528, 333, 333])
    expect([font?.textOf(0x81), font?.textOf(0x99), font?.space()]).toEqual(['ft', undefined, 1])
  })

  it('reads fonts that the browser draws itself', () => {
    const parse = (text: string): PdfDict => parseValue({text, at: 0}) as PdfDict
    const font = parse('<</Type/Font/Subtype/Type3/FirstChar 65/Widths[20 24]/FontMatrix[.05 0 0 .05 0 0]/ToUnicode 2 0 R>>')
    const objects: PdfFile['objects'] = new Map()
    objects.set(1, font).set(2, makePlainStream(Buffer.from('1 beginbfchar\n<41> <0041>\nendbfchar')))
    const read = createFontReader({objects, root: 1, info: 1, next: 3})(parse('<</Resources<</Font<</F1 1 0 R>>>>>>'))
    const [drawn] = read.values()
    expect([drawn?.codeLength, drawn?.width(65), drawn?.width(66), drawn?.textOf(65)]).toEqual([1, 1000, 1200, 'A'])
  })
})
