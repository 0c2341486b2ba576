import {describe, expect, it} from 'vitest'
import {mendUnicode} from '../../../../src/pdf/finish/mend-unicode.ts'
import {makePlainStream, readStream} from '../../../../src/pdf/objects/streams.ts'
import {dictOf, isStream, type PdfFile, type PdfObject} from '../../../../src/pdf/objects/values.ts'

const map = '2 beginbfchar\n<00A9> <02BC>\n<0001> <0020>\nendbfchar\n1 beginbfrange\n<00A8> <00A9> <02BB>\nendbfrange\n'

function pdfWith(text: string): PdfFile {
  const objects = new Map<number, PdfObject>([
    [1, dictOf({Type: 'Font', Subtype: 'Type0', ToUnicode: {ref: 2}})],
    [2, makePlainStream(Buffer.from(text, 'latin1'), new Map())],
  ])
  return {objects, root: 1, info: 1, next: 3}
}

function mapOf({objects}: PdfFile): string | undefined {
  const stream = objects.get(2)
  return isStream(stream) ? readStream(stream) : undefined
}

describe('mendUnicode', () => {
  it('makes letters that look like quotation marks quotation marks', () => {
    const pdf = pdfWith(map)
    mendUnicode({file: pdf}, {html: 'the militants’ return'})
    expect(mapOf(pdf)).toBe(map.replace('02BC', '2019').replace('<02BB>', '<2018>'))
  })

  it('leaves them where the document has such letters', () => {
    const pdf = pdfWith(map)
    mendUnicode({file: pdf}, {html: 'Hawaiʻi, aʼa'})
    expect(mapOf(pdf)).toBe(map)
  })
})
