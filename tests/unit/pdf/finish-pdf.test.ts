import {PDFArray, PDFDocument, type PDFHexString} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {finishPdf, type PdfProperties} from '../../../src/pdf/finish-pdf.ts'
import {catalogOf, dictAt, resolve} from '../../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../../src/pdf/objects/parse-pdf.ts'
import {isStream} from '../../../src/pdf/objects/values.ts'
import {printed} from '../../support/make-pdf.ts'

const properties: PdfProperties = {
  title: 'Prix du blé – 2022',
  authors: ['Ana Ñ', 'B & C'],
  subject: 'What it costs',
  keywords: ['wheat', 'price'],
  lang: 'fr',
  creator: 'policy-brief 1.2.3',
  date: '2022-08',
}

const geometry = {height: 1123, top: 84, bottom: 84}
const input = {properties, html: '', geometry, texts: {texts: [], notes: []}, noteWord: 'Note', figureWord: 'Figure'}

describe('finishPdf', () => {
  it('writes what the brief says about itself, as Info', async () => {
    const pdf = await PDFDocument.load(await finishPdf(printed('20260101120000'), input), {updateMetadata: false})
    expect(pdf.getTitle()).toBe('Prix du blé – 2022')
    expect(pdf.getAuthor()).toBe('Ana Ñ, B & C')
    expect(pdf.getSubject()).toBe('What it costs')
    expect(pdf.getKeywords()).toBe('wheat, price')
    expect(pdf.getCreator()).toBe('policy-brief 1.2.3')
    expect(pdf.getProducer()).toBe('Skia/PDF m153')
    expect(pdf.getCreationDate()).toEqual(new Date('2022-08-01T00:00:00Z'))
    expect(pdf.getPageCount()).toBe(1)
  })

  it('writes it as XMP too, escaped', async () => {
    const finished = await finishPdf(printed('20260101120000'), input)
    const text = Buffer.from(finished).toString('utf8')
    expect(text).toContain('<rdf:li xml:lang="x-default">Prix du blé – 2022</rdf:li>')
    expect(text).toContain('<rdf:li>B &amp; C</rdf:li>')
    expect(text).toContain('<xmp:CreateDate>2022-08-01T00:00:00Z</xmp:CreateDate>')
    const file = parsePdf(finished)
    expect(isStream(resolve(file, catalogOf(file).get('Metadata')))).toBe(true)
  })

  it('gives the same bytes for prints of different times', async () => {
    const [first, second] = await Promise.all(
      ['20260101120000', '20270101120000'].map((time) => finishPdf(printed(time), input)),
    )
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
    const pdf = await PDFDocument.load(first ?? new Uint8Array(), {updateMetadata: false})
    const id = pdf.context.trailerInfo.ID
    expect(id).toBeInstanceOf(PDFArray)
    const [one, other] = (id as PDFArray).asArray().map((part) => (part as PDFHexString).asBytes())
    expect(one).toHaveLength(16)
    expect(other).toEqual(one)
  })

  it('leaves out what the brief does not say', async () => {
    const bare = {title: 'T', authors: [], keywords: [], lang: 'en', creator: 'c'}
    const file = parsePdf(await finishPdf(printed('20260101120000'), {...input, properties: bare}))
    expect([...dictAt(file, file.info).keys()]).toEqual(['Title', 'Creator', 'Producer'])
  })
})
