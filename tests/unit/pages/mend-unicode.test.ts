import {deflateSync, inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {mendUnicode} from '../../../src/pages/mend-unicode.ts'
import type {PdfObjects} from '../../../src/pages/pdf-objects.ts'

const map = '2 beginbfchar\n<00A9> <02BC>\n<0001> <0020>\nendbfchar\n1 beginbfrange\n<00A8> <00A9> <02BB>\nendbfrange\n'

function pdfWith(text: string): PdfObjects {
  const data = deflateSync(text)
  const stream = Buffer.concat([Buffer.from(`<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`), data])
  const font = Buffer.from('<</Type /Font\n/Subtype /Type0\n/ToUnicode 2 0 R>>')
  const objects = new Map<number, Uint8Array>([
    [1, font],
    [2, Buffer.concat([stream, Buffer.from('\nendstream')])],
  ])
  return {header: Buffer.alloc(0), objects, root: 1, info: 1}
}

function mapOf(pdf: PdfObjects): string {
  const body = Buffer.from(pdf.objects.get(2) ?? [])
  const length = Number(/\/Length (\d+)/.exec(body.toString('latin1'))?.[1])
  const start = body.indexOf('stream\n') + 'stream\n'.length
  return inflateSync(body.subarray(start, start + length)).toString()
}

describe('mendUnicode', () => {
  it('makes letters that look like quotation marks quotation marks', () => {
    const pdf = pdfWith(map)
    mendUnicode(pdf, 'the militants’ return')
    expect(mapOf(pdf)).toBe(map.replace('02BC', '2019').replace('<02BB>', '<2018>'))
  })

  it('leaves them where the document has such letters', () => {
    const pdf = pdfWith(map)
    mendUnicode(pdf, 'Hawaiʻi, aʼa')
    expect(mapOf(pdf)).toBe(map)
  })
})
