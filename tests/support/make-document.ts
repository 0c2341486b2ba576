import type {TextPart} from '../../src/pdf/content/pieces.ts'
import type {PdfFont} from '../../src/pdf/content/read-fonts.ts'
import {scanContent} from '../../src/pdf/content/scan-content.ts'
import type {PdfDocument} from '../../src/pdf/document.ts'
import {addObject} from '../../src/pdf/objects/lookup.ts'
import {dictOf, type PdfFile, type PdfRef} from '../../src/pdf/objects/values.ts'
import {
  isMarkedContent,
  isStructElement,
  makeElement,
  type StructElement,
  type StructKid,
} from '../../src/pdf/structure/structure.ts'

/** A document for the passes: pages by their content, tags as a tree. Its one font has the letters of ASCII. */
export function makeDocument(
  contents: readonly string[],
  kids: (pages: readonly number[]) => StructKid[],
): PdfDocument {
  const file: PdfFile = {objects: new Map(), root: 1, info: 2, next: 3}
  file.objects.set(1, dictOf({Type: 'Catalog'}))
  file.objects.set(2, dictOf({Producer: {bytes: 'Skia/PDF m1'}}))
  const fonts = new Map([['F1', font]])
  const pages = contents.map((content) => {
    const dict = dictOf({Type: 'Page', MediaBox: [0, 0, 600, 800]})
    const {ref} = addObject(file, dict)
    return {ref, dict, fonts, pieces: scanContent(content, () => font)}
  })
  const structure = makeElement('StructTreeRoot', [makeElement('Document', kids(pages.map(({ref}) => ref)))])
  return {file, structure, roleMap: {}, pages}
}

const font: PdfFont = {
  dict: new Map(),
  codeLength: 2,
  width: () => 500,
  textOf: (code) => String.fromCharCode(code),
  read: (codes) => String.fromCharCode(...codes),
  space: () => 32,
}

/** A line of text at a place on the page, each glyph by itself as the browser sets them, five points wide. */
export function line(text: string, x: number, y: number): string {
  const glyphs = Array.from(text, (letter, index) => `${index === 0 ? '' : '5 0 Td '}<${codeOf(letter)}> Tj`)
  return `BT\n/F1 10 Tf\n1 0 0 1 ${x} ${y} Tm\n${glyphs.join('\n')}\nET`
}

function codeOf(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}

export function marked(mcid: number, ...content: readonly string[]): string {
  return `/NonStruct <</MCID ${mcid} >>BDC\n${content.join('\n')}\nEMC`
}

/** An element with its kids: other elements, or numbers of content on the first page. */
export function tag(page: number, type: string, ...kids: readonly (StructKid | number)[]): StructElement {
  return makeElement(
    type,
    kids.map((kid) => (typeof kid === 'number' ? {page, mcid: kid} : kid)),
  )
}

/** A link with its annotation, to a place in the document or to an address. */
export function link(document: PdfDocument, target: string, ...mcids: readonly number[]): StructElement {
  const page = document.pages[0]?.ref ?? 0
  const goal = target.includes(':') ? {A: dictOf({S: 'URI', URI: {bytes: target}})} : {Dest: target}
  const annotation: PdfRef = addObject(document.file, dictOf({Type: 'Annot', Subtype: 'Link', ...goal}))
  return makeElement('Link', [...mcids.map((mcid) => ({page, mcid})), {page, object: annotation.ref}])
}

/** The tags in short: `P(0 1)` is a paragraph with two pieces of content, `@` an annotation. */
export function told(element: StructElement): string {
  const kids = element.kids.map((kid) => {
    if (isStructElement(kid)) return told(kid)
    return isMarkedContent(kid) ? String(kid.mcid) : '@'
  })
  return `${element.type}(${kids.join(' ')})`
}

/** As `told`, of what is in the document's one element. */
export function toldIn({structure}: PdfDocument): string {
  return /^StructTreeRoot\(Document\((.*)\)\)$/s.exec(told(structure))?.[1] ?? told(structure)
}

/** Puts tags into a document that was made with none, because they need its objects. */
export function setTags({structure}: PdfDocument, ...kids: readonly StructKid[]): void {
  const [document] = structure.kids
  if (isStructElement(document)) document.kids = [...kids]
}

/** The content of each page as it would be written. */
export function contentsOf({pages}: PdfDocument): string[] {
  return pages.map(({pieces}) =>
    pieces.map((piece) => (piece.kind === 'text' ? `text ${textsOf(piece.parts)}` : piece.written)).join('\n'),
  )
}

function textsOf(parts: readonly TextPart[]): string {
  return parts
    .map((part) => (part.kind === 'glyphs' ? String.fromCharCode(...part.row.codes) : `{${part.written}}`))
    .join('')
}
