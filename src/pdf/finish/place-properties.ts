import type {PdfDocument} from '../document.ts'
import {addObject, catalogOf, dictAt} from '../objects/lookup.ts'
import {makePlainStream} from '../objects/streams.ts'
import {readTextString, textString} from '../objects/text-strings.ts'
import {dictOf, isString, type PdfFile, type PdfString} from '../objects/values.ts'
import {writeXmp, type XmpProperties} from './write-xmp.ts'

/** What a PDF says about itself. */
export interface PdfProperties extends Omit<XmpProperties, 'producer' | 'date'> {
  /** ISO date of the brief: yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly date?: string | undefined
}

interface Input {
  readonly properties: PdfProperties
}

/** Writes the brief's properties as Info, in place of the browser's and of the clock's. */
export function placeInfo({file: pdf}: Pick<PdfDocument, 'file'>, {properties}: Input): void {
  const {title, authors, subject, keywords, creator, date} = properties
  const written = infoDate(date)
  const entries = {
    Title: textString(title),
    Author: authors.length === 0 ? undefined : textString(authors.join(', ')),
    Subject: subject === undefined ? undefined : textString(subject),
    Keywords: keywords.length === 0 ? undefined : textString(keywords.join(', ')),
    Creator: textString(creator),
    Producer: textString(producerOf(pdf)),
    CreationDate: written,
    ModDate: written,
  }
  pdf.objects.set(pdf.info, dictOf(entries))
}

/** Writes the same properties as XMP. */
export function placeMetadata({file: pdf}: Pick<PdfDocument, 'file'>, {properties}: Input): void {
  const stamp = dateParts(properties.date)
  const date = stamp && `${stamp.year}-${stamp.month}-${stamp.day}T00:00:00Z`
  const xmp = writeXmp({...properties, producer: producerOf(pdf), date})
  const stream = makePlainStream(Buffer.from(xmp), dictOf({Type: 'Metadata', Subtype: 'XML'}))
  catalogOf(pdf).set('Metadata', addObject(pdf, stream))
}

/** Chromium's part that writes PDF, with its version. */
export function producerOf(pdf: PdfFile): string {
  const producer = dictAt(pdf, pdf.info).get('Producer')
  return isString(producer) ? readTextString(producer) : 'Skia/PDF'
}

/** As dates stand in Info. */
export function infoDate(date: string | undefined): PdfString | undefined {
  const stamp = dateParts(date)
  return stamp && {bytes: `D:${stamp.year}${stamp.month}${stamp.day}000000Z`}
}

/** Days and months that the brief leaves open are the first. */
function dateParts(date: string | undefined): {year: string; month: string; day: string} | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '')
  const [, year, month = '01', day = '01'] = match ?? []
  return year === undefined ? undefined : {year, month, day}
}
