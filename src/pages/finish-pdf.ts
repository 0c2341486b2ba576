import {createHash} from 'node:crypto'
import {mendUnicode} from './mend-unicode.ts'
import {parsePdf, writePdf} from './pdf-objects.ts'
import {renumberIds} from './structure-ids.ts'

/** What a PDF says about itself. */
export interface PdfProperties {
  readonly title: string
  readonly authors: readonly string[]
  readonly subject?: string | undefined
  readonly keywords: readonly string[]
  /** BCP 47. */
  readonly lang: string
  /** The program with its version. */
  readonly creator: string
  /** ISO date of the brief: yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly date?: string | undefined
}

/**
 * Writes the brief's own properties into a printed PDF, as Info and as XMP, in place of the browser's and of the
 * clock's: the same brief gives the same bytes; and mends what its glyphs mean. All else, tags and outline among it, stays as it was printed.
 */
export function finishPdf(printed: Uint8Array, properties: PdfProperties, text = ''): Uint8Array {
  const pdf = parsePdf(printed)
  mendUnicode(pdf, text)
  const info = Buffer.from(pdf.objects.get(pdf.info) ?? []).toString('latin1')
  const producer = /\/Producer \(([^)]*)\)/.exec(info)?.[1] ?? 'Skia/PDF'
  const metadata = Math.max(...pdf.objects.keys()) + 1
  pdf.objects.set(pdf.info, Buffer.from(infoOf(properties, producer)))
  pdf.objects.set(metadata, streamOf(xmpOf(properties, producer)))
  const catalog = Buffer.from(pdf.objects.get(pdf.root) ?? []).toString('latin1')
  pdf.objects.set(pdf.root, Buffer.from(catalog.replace('<<', `<</Metadata ${metadata} 0 R\n`), 'latin1'))
  renumberIds(pdf.objects)
  return writePdf(pdf, hashOf(pdf.objects))
}

function infoOf({title, authors, subject, keywords, creator, date}: PdfProperties, producer: string): string {
  const stamp = dateParts(date)
  const written = stamp === undefined ? undefined : `(D:${stamp.year}${stamp.month}${stamp.day}000000Z)`
  const entries = {
    Title: pdfText(title),
    Author: authors.length === 0 ? undefined : pdfText(authors.join(', ')),
    Subject: subject === undefined ? undefined : pdfText(subject),
    Keywords: keywords.length === 0 ? undefined : pdfText(keywords.join(', ')),
    Creator: pdfText(creator),
    Producer: pdfText(producer),
    CreationDate: written,
    ModDate: written,
  }
  const lines = Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`]))
  return `<<${lines.join('\n')}>>`
}

/** Text strings of a PDF in UTF-16 with its mark, as hexadecimal digits. */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** Days and months that the brief leaves open are the first. */
function dateParts(date: string | undefined): {year: string; month: string; day: string} | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '')
  const [, year, month = '01', day = '01'] = match ?? []
  return year === undefined ? undefined : {year, month, day}
}

function xmpOf({title, authors, subject, keywords, lang, creator, date}: PdfProperties, producer: string): string {
  const item = (text: string): string => `<rdf:li>${escapeXml(text)}</rdf:li>`
  const inDefault = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  const stamp = dateParts(date)
  const written = stamp && `${stamp.year}-${stamp.month}-${stamp.day}T00:00:00Z`
  const properties = [
    `<dc:title>${inDefault(title)}</dc:title>`,
    authors.length > 0 && `<dc:creator><rdf:Seq>${authors.map(item).join('')}</rdf:Seq></dc:creator>`,
    subject !== undefined && `<dc:description>${inDefault(subject)}</dc:description>`,
    keywords.length > 0 && `<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    keywords.length > 0 && `<pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`,
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    written && `<xmp:CreateDate>${written}</xmp:CreateDate><xmp:ModifyDate>${written}</xmp:ModifyDate>`,
  ]
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    ...properties.filter((property) => typeof property === 'string'),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function streamOf(xml: string): Uint8Array {
  const bytes = Buffer.from(xml, 'utf8')
  const head = `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>> stream\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')])
}

function hashOf(objects: ReadonlyMap<number, Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) hash.update(`${number}\n`).update(body)
  return hash.digest('hex').slice(0, 32)
}
