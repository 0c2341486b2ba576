import {describe, expect, it} from 'vitest'
import {addObject, pagesOf, resolve} from '../../../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../../../src/pdf/objects/parse-pdf.ts'
import {makeStreamLater, readStream} from '../../../../src/pdf/objects/streams.ts'
import {isStream} from '../../../../src/pdf/objects/values.ts'
import {writePdf} from '../../../../src/pdf/objects/write-pdf.ts'
import {printed} from '../../../support/make-pdf.ts'

describe('parsePdf', () => {
  it('refuses a file without a plain table', () => {
    expect(() => parsePdf(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow('another kind')
  })

  it('reads what writePdf writes', async () => {
    const pdf = parsePdf(printed('20260101120000'))
    const contents = addObject(pdf, await makeStreamLater(Buffer.from('BT (endobj) Tj ET')))
    pagesOf(pdf)[0]?.dict.set('Contents', contents)
    const again = parsePdf(await writePdf(pdf))
    const [page] = pagesOf(again)
    const stream = resolve(again, page?.dict.get('Contents'))
    expect(isStream(stream) && readStream(stream)).toBe('BT (endobj) Tj ET')
    expect(page?.dict.get('MediaBox')).toEqual([0, 0, 10, 10])
    expect(again.objects.get(again.info)).toEqual(pdf.objects.get(pdf.info))
  })

  it('leaves out what nothing leads to', async () => {
    const pdf = parsePdf(printed('20260101120000'))
    const count = pdf.objects.size
    addObject(pdf, {bytes: 'lost'})
    expect(parsePdf(await writePdf(pdf)).objects.size).toBe(count)
  })
})
