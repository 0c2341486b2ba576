import {createFontReader, type PageFonts} from './content/read-fonts.ts'
import type {Piece} from './content/pieces.ts'
import {scanContent} from './content/scan-content.ts'
import {writeContent} from './content/write-content.ts'
import {addObject, catalogOf, maybeDict, pagesOf, resolve} from './objects/lookup.ts'
import {makeStream, readStream} from './objects/streams.ts'
import {isStream, type PdfDict, type PdfFile} from './objects/values.ts'
import {readStructure} from './structure/read-structure.ts'
import type {StructElement} from './structure/structure.ts'
import {writeStructure} from './structure/write-structure.ts'

/** A PDF opened for the passes: its objects, its tags as a tree, and what its pages paint. */
export interface PdfDocument {
  readonly file: PdfFile
  readonly structure: StructElement
  /** The standard types that other types of tags stand for. */
  readonly roleMap: Record<string, string>
  readonly pages: readonly PageContent[]
}

export interface PageContent {
  /** The page as an object. */
  readonly ref: number
  readonly dict: PdfDict
  readonly fonts: PageFonts
  pieces: readonly Piece[]
}

/** @throws Error when the PDF has no tags, or content of another kind than Chromium writes */
export function openDocument(file: PdfFile): PdfDocument {
  const fontsOf = createFontReader(file)
  const pages = pagesOf(file).map(({ref, dict}) => {
    const fonts = fontsOf(dict)
    const stream = resolve(file, dict.get('Contents'))
    const text = isStream(stream) ? readStream(stream) : ''
    return {ref, dict, fonts, pieces: scanContent(text, (name) => fonts.get(name))}
  })
  return {file, structure: readStructure(file), roleMap: readRoleMap(file), pages}
}

function readRoleMap(file: PdfFile): Record<string, string> {
  const root = maybeDict(file, catalogOf(file).get('StructTreeRoot'))
  const roles = maybeDict(file, root?.get('RoleMap')) ?? []
  return Object.fromEntries([...roles].flatMap(([type, role]) => (typeof role === 'string' ? [[type, role]] : [])))
}

/** Puts tags and content back into the objects. */
export function closeDocument({file, structure, roleMap, pages}: PdfDocument): PdfFile {
  for (const {dict, pieces} of pages) {
    if (pieces.length > 0) dict.set('Contents', addObject(file, makeStream(writeContent(pieces))))
  }
  writeStructure(file, structure, roleMap)
  return file
}
