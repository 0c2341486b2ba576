import {AFRelationship, PDFArray, PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {finishPdf, type Attachment} from '../../../../src/pdf/finish-pdf.ts'
import {printed} from '../../../support/make-pdf.ts'
import {readAttachments} from '../../../support/read-pdf.ts'

const properties = {title: 'T', authors: [], keywords: [], lang: 'en', creator: 'c', date: '2022-08-14'}
const geometry = {height: 1123, top: 84, bottom: 84}
const input = {properties, html: '', geometry, texts: {texts: [], notes: []}, noteWord: 'Note', figureWord: 'Figure'}

const attachment = (name: string, rest: Partial<Attachment> = {}): Attachment => ({
  name,
  description: `What ${name} is – says Ñ`,
  relation: 'Data',
  mediaType: 'text/csv',
  content: Buffer.from('a,b\r\n1,2\r\n'),
  ...rest,
})

describe('attached files', () => {
  it('are listed by name, with what they are', async () => {
    const attachments = [attachment('b.csv'), attachment('a.json', {relation: 'Supplement', mediaType: 'text/json'})]
    const pdf = await finishPdf(printed('20260101120000'), {...input, attachments})
    expect(await readAttachments(pdf)).toEqual([
      {name: 'a.json', description: 'What a.json is – says Ñ', content: 'a,b\r\n1,2\r\n'},
      {name: 'b.csv', description: 'What b.csv is – says Ñ', content: 'a,b\r\n1,2\r\n'},
    ])
  })

  it('belong to the document, each in its way', async () => {
    const attachments = [attachment('b.csv'), attachment('a.json', {relation: 'Supplement'})]
    const pdf = await PDFDocument.load(await finishPdf(printed('20260101120000'), {...input, attachments}))
    const files = pdf.catalog.lookup(PDFName.of('AF'), PDFArray)
    const relations = files.asArray().map((_, index) => {
      const file = files.lookup(index, PDFDict)
      expect(file.get(PDFName.of('F'))?.toString()).toBe(file.get(PDFName.of('UF'))?.toString())
      return String(file.get(PDFName.of('AFRelationship')))
    })
    expect(relations).toEqual([`/${AFRelationship.Supplement}`, `/${AFRelationship.Data}`])
  })

  it('are none where none are asked for', async () => {
    const pdf = await PDFDocument.load(await finishPdf(printed('20260101120000'), input))
    expect(pdf.catalog.has(PDFName.of('AF')) || pdf.catalog.has(PDFName.of('Names'))).toBe(false)
  })
})
