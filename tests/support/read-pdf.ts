import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'

export interface PdfItem {
  readonly text: string
  /** Points from the page's left and bottom edges. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfPage {
  /** The page's size in points. */
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
  /** All text of the page, white space folded. */
  readonly text: string
  /** Boxes that are filled, in the units of the program that painted them. */
  readonly boxes: readonly {readonly width: number; readonly height: number}[]
}

export interface OutlineEntry {
  readonly title: string
  readonly items: readonly OutlineEntry[]
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[]
  readonly info: Readonly<Record<string, unknown>>
  readonly language: string | undefined
  readonly tagged: boolean
  readonly outline: readonly OutlineEntry[]
}

/** Reads a PDF back with pdf.js: text with places by page, outline, metadata. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const {getDocument, OPS, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false})
  const document = await task.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const content = await page.getTextContent()
    const items = content.items.flatMap((item) => {
      if (!('str' in item)) return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      return [{text: item.hasEOL ? `${item.str} ` : item.str, x, y, width: item.width, size}]
    })
    const text = items.map((item) => item.text).join('')
    const boxes = boxesIn(await page.getOperatorList(), OPS.constructPath)
    pages.push({width, height, items, text: text.replaceAll(/\s+/g, ' '), boxes})
  }
  const {info} = await document.getMetadata()
  const tagged = isMarked(await document.getMarkInfo())
  const outline = ((await document.getOutline()) ?? []) as OutlineEntry[]
  const language = (info as {Language?: string}).Language
  await task.destroy()
  return {pages, info: info as Record<string, unknown>, language, tagged, outline}
}

/** A path comes with the least and the greatest of its coordinates. */
function boxesIn(
  {fnArray, argsArray}: {readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[]},
  constructPath: number,
): {width: number; height: number}[] {
  return fnArray.flatMap((operator, index) => {
    if (operator !== constructPath) return []
    const [, , extent] = argsArray[index] as [unknown, unknown, ArrayLike<number> | null]
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(extent ?? [])
    return [{width: right - left, height: bottom - top}]
  })
}

export interface PdfFont {
  readonly name: string
  readonly subtype: string
  readonly embedded: boolean
}

/** The fonts of a PDF; composite fonts count by their descendant, which holds the descriptor. */
export async function readFonts(bytes: Uint8Array): Promise<readonly PdfFont[]> {
  const document = await PDFDocument.load(bytes, {updateMetadata: false})
  const fonts: PdfFont[] = []
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const subtype = String(object.get(PDFName.of('Subtype')))
    if (subtype === '/Type0') continue
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)))
    fonts.push({name: String(object.get(PDFName.of('BaseFont'))), subtype, embedded})
  }
  return fonts
}

/** pdf.js gives the mark as a map, whatever its types say. */
function isMarked(mark: unknown): boolean {
  return mark instanceof Map && mark.get('Marked') === true
}

export interface ReadAttachment {
  readonly name: string
  readonly description: string
  readonly content: string
}

/** The files inside a PDF as pdf.js finds them, by name. */
export async function readAttachments(bytes: Uint8Array): Promise<readonly ReadAttachment[]> {
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS})
  const document = await task.promise
  const found: ReadAttachment[] = []
  for (const [id, {filename, description}] of (await document.getAttachments()) ?? []) {
    const content = (await document.getAttachmentContent(id)) as Uint8Array
    found.push({name: filename, description, content: new TextDecoder().decode(content)})
  }
  await task.destroy()
  return found
}
