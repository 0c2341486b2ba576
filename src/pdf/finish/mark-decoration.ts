import type {BeginPiece, Piece} from '../content/pieces.ts'
import {indexContent} from '../content/read-text.ts'
import type {PdfDocument} from '../document.ts'
import {isMarkedContent, isStructElement, type StructElement} from '../structure/structure.ts'

/**
 * Makes artifacts of what the browser tags although it says nothing: rules, backgrounds and borders of boxes, rows and
 * cells. Pictures and the labels of lists say something, whatever they are painted with.
 */
export function markDecoration({structure, pages}: PdfDocument): void {
  const {piecesOf} = indexContent(pages)
  const silent = new Map<number, Set<number>>()
  const visit = (element: StructElement): void => {
    if (speaks(element)) return
    element.kids = element.kids.filter((kid) => {
      if (!isMarkedContent(kid) || (piecesOf(kid)?.spoken.length ?? 0) > 0) return true
      const onPage = silent.get(kid.page) ?? new Set()
      silent.set(kid.page, onPage.add(kid.mcid))
      return false
    })
    for (const kid of element.kids) if (isStructElement(kid)) visit(kid)
  }
  visit(structure)
  for (const page of pages) {
    const here = silent.get(page.ref)
    if (here !== undefined) page.pieces = page.pieces.map((piece) => unmark(piece, here))
  }
}

function speaks({type, entries}: StructElement): boolean {
  return type === 'Lbl' || entries.has('ActualText') || (type === 'Figure' && entries.has('Alt'))
}

function unmark(piece: Piece, silent: ReadonlySet<number>): Piece {
  return piece.kind === 'begin' && piece.mcid !== undefined && silent.has(piece.mcid) ? artifact : piece
}

const artifact: BeginPiece = {kind: 'begin', tag: 'Artifact', mcid: undefined, written: '/Artifact BMC'}
