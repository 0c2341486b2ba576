import {describe, expect, it} from 'vitest'
import {parsePdf} from '../../../../src/pdf/objects/parse-pdf.ts'
import {makeStream, readStream} from '../../../../src/pdf/objects/streams.ts'
import {isStream} from '../../../../src/pdf/objects/values.ts'
import {writePdf} from '../../../../src/pdf/objects/write-pdf.ts'
import {printed} from '../../../support/make-pdf.ts'

describe('parsePdf', () => {
  it('refuses a file without a plain table', () => {
    expect(() => parsePdf(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow('another kind')
  })

  it('reads what writePdf writes', () => {
    const pdf = parsePdf(printed('20260101120000'))
    pdf.objects.set(5, makeStream('BT (endobj) Tj ET'))
    const again = parsePdf(writePdf(pdf))
    expect(again.objects.get(4)).toEqual(pdf.objects.get(4))
    const stream = again.objects.get(5)
    expect(isStream(stream) && readStream(stream)).toBe('BT (endobj) Tj ET')
    expect([again.root, again.info]).toEqual([2, 1])
  })
})
