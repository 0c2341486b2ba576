import type {Piece, TextPart, TextPiece} from '../content/pieces.ts'
import type {PageFonts, PdfFont} from '../content/read-fonts.ts'
import {indexContent, readPiece, type ContentIndex} from '../content/read-text.ts'
import type {PageContent, PdfDocument} from '../document.ts'
import type {FinishInput} from '../finish-pdf.ts'
import {isInlineType, isMarkedContent, isStructElement, type StructElement} from '../structure/structure.ts'
import {collectWords, type Words} from './words.ts'

/** A piece of text where it stands in the reading order. */
interface Placed {
  readonly page: PageContent
  readonly piece: TextPiece
  readonly text: string
}

/**
 * Writes the spaces between lines. The browser leaves out the one that a line is broken at, so that readers join the last
 * word of a line and the first of the next. A word that was broken within (an address, `counter-terrorism`) stays
 * one: the words of the document say so.
 */
export function spaceLines({structure, pages}: PdfDocument, {texts}: Pick<FinishInput, 'texts'>): void {
  const index = indexContent(pages)
  const byRef = new Map(pages.map((page) => [page.ref, page]))
  const words = collectWords([...texts.texts, ...texts.notes].map(({text}) => text))
  const spaced = new Set<TextPiece>()
  const visit = (element: StructElement): void => {
    for (const run of runsOf(element, {index, byRef})) spaceRun(run, words, spaced)
    for (const block of blocksIn(element)) visit(block)
  }
  visit(structure)
  for (const page of pages) page.pieces = withSpaces(page.pieces, page.fonts, spaced)
}

function isInline(element: StructElement): boolean {
  return isInlineType(element.type)
}

function blocksIn(element: StructElement): StructElement[] {
  return element.kids.flatMap((kid) => {
    if (!isStructElement(kid)) return []
    return isInline(kid) ? blocksIn(kid) : [kid]
  })
}

interface Reading {
  readonly index: ContentIndex
  readonly byRef: ReadonlyMap<number, PageContent>
}

/** The text that stands directly in a block, in runs between the blocks within it. */
function runsOf(element: StructElement, reading: Reading): Placed[][] {
  const runs: Placed[][] = [[]]
  const add = (inside: StructElement): void => {
    for (const kid of inside.kids) {
      if (isMarkedContent(kid)) runs.at(-1)?.push(...placedIn(kid, reading))
      else if (isStructElement(kid) && isInline(kid)) add(kid)
      else if (isStructElement(kid)) runs.push([])
    }
  }
  add(element)
  return runs.filter((run) => run.length > 1)
}

function placedIn(content: {page: number; mcid: number}, {index, byRef}: Reading): Placed[] {
  const page = byRef.get(content.page)
  if (page === undefined) return []
  const texts = index.piecesOf(content)?.texts ?? []
  return texts.map((piece) => ({page, piece, text: readPiece(piece, page.fonts)}))
}

function spaceRun(run: readonly Placed[], words: Words, spaced: Set<TextPiece>): void {
  let tail = ''
  for (const [place, before] of run.entries()) {
    tail = lastWord(tail + before.text)
    const next = run[place + 1]
    if (next === undefined || tail === '' || /^\s/.test(next.text)) continue
    if (!isApart(before, next) || words.isOne(tail, firstWord(run, place + 1))) continue
    spaced.add(before.piece)
    tail = ''
  }
}

function lastWord(text: string): string {
  return /\S*$/.exec(text)?.[0] ?? ''
}

/** Up to the first space, or to the end of the line. */
function firstWord(run: readonly Placed[], start: number): string {
  let word = ''
  for (let place = start; place < run.length; place++) {
    const [piece, next] = [run[place], run[place + 1]]
    word += piece?.text ?? ''
    const end = word.search(/\s/)
    if (end >= 0) return word.slice(0, end)
    if (piece === undefined || next === undefined || isApart(piece, next)) break
  }
  return word
}

/** On another line, or so far away on the same that something lies between. A note's call only stands a little higher. */
function isApart(before: Placed, next: Placed): boolean {
  if (before.page !== next.page) return true
  const [a, b] = [before.piece.place, next.piece.place]
  const size = Math.max(a.size, b.size)
  const [cos, sin] = a.direction
  const [x, y] = [b.x - a.x, b.y - a.y]
  const [along, across] = [x * cos + y * sin, y * cos - x * sin]
  return Math.abs(across) > size * 0.75 || Math.max(along - a.width, -along - b.width) > size * 0.75
}

function withSpaces(pieces: readonly Piece[], fonts: PageFonts, spaced: ReadonlySet<TextPiece>): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind === 'text' && spaced.has(piece)) all.push(...withSpace(piece, fonts))
    else all.push(piece)
  }
  return all
}

/** In the line's own font if it has a space, else in another of the page, at the same place: nothing is painted. */
function withSpace(piece: TextPiece, fonts: PageFonts): TextPiece[] {
  const own = fonts.get(piece.font)
  const code = own?.space()
  if (own !== undefined && code !== undefined) return [{...piece, parts: [...piece.parts, glyph(code, own)]}]
  for (const [font, other] of fonts) {
    const space = other.space()
    if (space === undefined) continue
    const head = piece.head.replace(/\/\S+ \S+ Tf/, `/${font} 1 Tf`)
    return [piece, {...piece, font, size: 1, head, parts: [glyph(space, other)]}]
  }
  return [piece]
}

function glyph(code: number, {codeLength}: PdfFont): TextPart {
  return {kind: 'glyphs', row: {codes: Uint16Array.of(code), moves: Int32Array.of(0), codeLength}}
}
