import {makeGlyphRoom} from './content/glyph-row.ts'
import {createFontReader, type PageFonts} from './content/read-fonts.ts'
import type {Piece} from './content/pieces.ts'
import {scanContent} from './content/scan-content.ts'
import {writeContent} from './content/write-content.ts'
import {addObject, catalogOf, maybeDict, pagesOf, resolve} from './objects/lookup.ts'
import {compressLater, makeStreamLater, readStreamLater} from './objects/streams.ts'
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

/**
 * Opens a PDF. Contents are decompressed on other threads, all at once.
 *
 * @param structure its tags, where they are known
 * @throws Error when the PDF has no tags, or content of another kind than Chromium writes
 */
export async function openDocument(file: PdfFile, structure?: StructElement): Promise<PdfDocument> {
  const fontsOf = createFontReader(file)
  const room = makeGlyphRoom()
  const opening = pagesOf(file).map(async ({ref, dict}) => {
    const stream = resolve(file, dict.get('Contents'))
    const text = isStream(stream) ? await readStreamLater(stream) : ''
    const fonts = fontsOf(dict)
    return {ref, dict, fonts, pieces: scanContent(text, (name) => fonts.get(name), room)}
  })
  return {
    file,
    structure: structure ?? readStructure(file),
    roleMap: readRoleMap(file),
    pages: await Promise.all(opening),
  }
}

function readRoleMap(file: PdfFile): Record<string, string> {
  const root = maybeDict(file, catalogOf(file).get('StructTreeRoot'))
  const roles = maybeDict(file, root?.get('RoleMap')) ?? []
  return Object.fromEntries([...roles].flatMap(([type, role]) => (typeof role === 'string' ? [[type, role]] : [])))
}

/** What passes have left uncompressed. */
async function compressAll({objects}: PdfFile): Promise<void> {
  const plain = [...objects].flatMap(([number, object]) =>
    isStream(object) && !object.dict.has('Filter') ? [{number, object}] : [],
  )
  await Promise.all(
    plain.map(async ({number, object}) => {
      objects.set(number, await compressLater(object))
    }),
  )
}

/** Puts tags and content back into the objects. */
export async function closeDocument({file, structure, roleMap, pages}: PdfDocument): Promise<PdfFile> {
  const closing = pages.map(async ({dict, pieces}) => {
    if (pieces.length > 0) dict.set('Contents', addObject(file, await makeStreamLater(writeContent(pieces))))
  })
  const compressing = compressAll(file)
  writeStructure(file, structure, roleMap)
  await Promise.all([...closing, compressing])
  return file
}
