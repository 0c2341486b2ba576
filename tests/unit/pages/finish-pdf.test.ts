import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {finishPdf, type PdfProperties} from '../../../src/pages/finish-pdf.ts'
import {parsePdf, writePdf} from '../../../src/pages/pdf-objects.ts'

const properties: PdfProperties = {
  title: 'Prix du blé – 2022',
  authors: ['Ana Ñ', 'B & C'],
  subject: 'What it costs',
  keywords: ['wheat', 'price'],
  lang: 'fr',
  creator: 'policy-brief 1.2.3',
  date: '2022-08',
}

describe('finishPdf', () => {
  it('writes what the brief says about itself, as Info', async () => {
    const pdf = await PDFDocument.load(finishPdf(printed('20260101120000'), properties), {updateMetadata: false})
    expect(pdf.getTitle()).toBe('Prix du blé – 2022')
    expect(pdf.getAuthor()).toBe('Ana Ñ, B & C')
    expect(pdf.getSubject()).toBe('What it costs')
    expect(pdf.getKeywords()).toBe('wheat, price')
    expect(pdf.getCreator()).toBe('policy-brief 1.2.3')
    expect(pdf.getProducer()).toBe('Skia/PDF m153')
    expect(pdf.getCreationDate()).toEqual(new Date('2022-08-01T00:00:00Z'))
    expect(pdf.getPageCount()).toBe(1)
  })

  it('writes it as XMP too, escaped', () => {
    const text = Buffer.from(finishPdf(printed('20260101120000'), properties)).toString('utf8')
    expect(text).toContain('<rdf:li xml:lang="x-default">Prix du blé – 2022</rdf:li>')
    expect(text).toContain('<rdf:li>B &amp; C</rdf:li>')
    expect(text).toContain('<xmp:CreateDate>2022-08-01T00:00:00Z</xmp:CreateDate>')
    expect(text).toContain('/Metadata 5 0 R')
  })

  it('gives the same bytes for prints of different times', () => {
    const [first, second] = ['20260101120000', '20270101120000'].map((time) => finishPdf(printed(time), properties))
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
    expect(Buffer.from(first ?? []).toString('latin1')).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/)
  })

  it('leaves out what the brief does not say', () => {
    const bare = {title: 'T', authors: [], keywords: [], lang: 'en', creator: 'c'}
    const text = Buffer.from(finishPdf(printed('20260101120000'), bare)).toString('latin1')
    expect(text).not.toMatch(/\/Author|\/Keywords|\/Subject|Date/)
  })
})

describe('parsePdf', () => {
  it('refuses a file without a plain table', () => {
    expect(() => parsePdf(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow('another kind')
  })

  it('takes apart what writePdf puts together', () => {
    const pdf = parsePdf(printed('20260101120000'))
    expect(parsePdf(writePdf(pdf, '0'.repeat(32))).objects).toEqual(pdf.objects)
  })
})

/** A PDF of one empty page, laid out in the file as the browser does. */
function printed(time: string): Uint8Array {
  const objects = [
    `<</Creator (Chromium)\n/Producer (Skia/PDF m153)\n/CreationDate (D:${time}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 10 10]>>',
  ]
  let text = '%PDF-1.4\n%\u00D3\u00EB\u00E9\u00E1\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}
