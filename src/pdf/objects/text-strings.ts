import type {PdfString} from './values.ts'

/** Text that people read (ISO 32000-1, 7.9.2.2): as bytes where it is plain, else in UTF-16 with its mark. */
export function textString(text: string): PdfString {
  // Between the two sets of letters there are characters that mean other things in PDF: those go as UTF-16.
  if (/^[\t\n\r -~]*$/.test(text)) return {bytes: text}
  return {bytes: Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1')}
}

export function readTextString({bytes}: PdfString): string {
  if (bytes.startsWith('\u00FE\u00FF')) return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
  if (bytes.startsWith('\u00EF\u00BB\u00BF')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
  return bytes
}
