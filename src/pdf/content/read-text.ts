import type {MarkedContent} from '../structure/structure.ts'
import type {Piece, SpokenPiece, TextPiece, TextPlace} from './pieces.ts'
import type {PageFonts} from './read-fonts.ts'
import {readLetters} from './read-letters.ts'
import {inReadingOrder} from './reading-order.ts'

/** What a marked-content sequence of a page paints. */
export interface MarkedPieces {
  readonly texts: readonly TextPiece[]
  /** All that says something: `texts` are those that can be changed. */
  readonly spoken: readonly SpokenPiece[]
  /** Lines, areas or pictures. */
  readonly paints: boolean
}

interface Page {
  readonly ref: number
  readonly fonts: PageFonts
  readonly pieces: readonly Piece[]
}

export interface ContentIndex {
  readonly piecesOf: (content: MarkedContent) => MarkedPieces | undefined
  /** What the sequence says. */
  readonly textOf: (content: MarkedContent) => string
}

/** Finds the content that tags point to. It holds until a pass changes the pieces. */
export function indexContent(pages: readonly Page[]): ContentIndex {
  const found = new Map(pages.map(({ref, pieces}) => [ref, indexOnce(pieces)]))
  const fonts = new Map(pages.map((page) => [page.ref, page.fonts]))
  const piecesOf = ({page, mcid}: MarkedContent): MarkedPieces | undefined => found.get(page)?.get(mcid)
  const textOf = (content: MarkedContent): string => {
    const on = fonts.get(content.page)
    const spoken = piecesOf(content)?.spoken ?? []
    return on === undefined ? '' : inReadingOrder(spoken.map((piece) => spokenText(piece, on)))
          .map(({text}) => text)
          .join('')
  }
  return {piecesOf, textOf}
}

type PageIndex = ReadonlyMap<number, MarkedPieces>

/** Of pieces that no pass has changed since: passes put other arrays in their place. */
const indexes = new WeakMap<readonly Piece[], PageIndex>()

function indexOnce(pieces: readonly Piece[]): PageIndex {
  const known = indexes.get(pieces) ?? indexPage(pieces)
  indexes.set(pieces, known)
  return known
}

interface Found extends MarkedPieces {
  readonly texts: TextPiece[]
  readonly spoken: SpokenPiece[]
  paints: boolean
}

function indexPage(pieces: readonly Piece[]): Map<number, MarkedPieces> {
  const found = new Map<number, Found>()
  const open: (number | undefined)[] = []
  for (const piece of pieces) {
    if (piece.kind === 'begin') {
      open.push(piece.mcid)
      if (piece.mcid !== undefined && !found.has(piece.mcid)) {
        found.set(piece.mcid, {texts: [], spoken: [], paints: false})
      }
    } else if (piece.kind === 'end') open.pop()
    const mcid = open.findLast((one) => one !== undefined)
    if (mcid !== undefined) addPiece(found.get(mcid), piece)
  }
  return found
}

function addPiece(marked: Found | undefined, piece: Piece): void {
  if (marked === undefined) return
  if (piece.kind === 'text') marked.texts.push(piece)
  if (isSpoken(piece)) marked.spoken.push(piece)
  else if (piece.kind === 'paint') marked.paints = true
}

export function isSpoken(piece: Piece): piece is SpokenPiece {
  return piece.kind === 'text' || (piece.kind === 'paint' && piece.letters !== undefined)
}

/** What a piece says, and where. */
export function spokenText(piece: SpokenPiece, fonts: PageFonts): TextPlace & {readonly text: string} {
  if (piece.kind === 'text') return {text: readPiece(piece, fonts), ...piece.place}
  return {text: readLetters(piece.written, fonts), ...piece.letters}
}

/** What pieces say, by the fonts that they were read with. */
const read = new WeakMap<TextPiece, {readonly fonts: PageFonts; readonly text: string}>()

/** What a piece of text says: its glyphs, or what stands for them. */
export function readPiece(piece: TextPiece, fonts: PageFonts): string {
  const known = read.get(piece)
  if (known?.fonts === fonts) return known.text
  const text = readParts(piece, fonts)
  read.set(piece, {fonts, text})
  return text
}

function readParts({font, parts}: TextPiece, fonts: PageFonts): string {
  const on = fonts.get(font)
  let text = ''
  // How many sequences are open of which the outermost has a text of its own.
  let replaced = 0
  for (const part of parts) {
    if (replaced > 0) replaced += part.kind === 'begin' ? 1 : part.kind === 'end' ? -1 : 0
    else if (part.kind === 'glyphs') text += on?.read(part.row.codes) ?? ''
    else if (part.kind === 'begin' && part.actualText !== undefined) {
      text += part.actualText
      replaced = 1
    }
  }
  return text
}
