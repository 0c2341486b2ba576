import type {TextPart, TextPiece} from '../content/pieces.ts'
import type {PageFonts} from '../content/read-fonts.ts'
import type {PdfDocument} from '../document.ts'

/**
 * Takes out the replacement texts that say what their glyphs say anyway. The browser writes one for every apostrophe,
 * and some readers lose the rest of the line behind it. After mendUnicode, which puts right what glyphs say.
 */
export function dropActualText({pages}: Pick<PdfDocument, 'pages'>): void {
  for (const page of pages) {
    page.pieces = page.pieces.map((piece) =>
      piece.kind === 'text' && piece.parts.some(({kind}) => kind === 'begin') ? plainPiece(piece, page.fonts) : piece,
    )
  }
}

function plainPiece(piece: TextPiece, fonts: PageFonts): TextPiece {
  const font = fonts.get(piece.font)
  const parts: TextPart[] = []
  for (let at = 0; at < piece.parts.length; at++) {
    const part = piece.parts[at]
    const [glyphs, end] = piece.parts.slice(at + 1, at + 3)
    if (part === undefined) continue
    const isSpan = part.kind === 'begin' && glyphs?.kind === 'glyphs' && end?.kind === 'end'
    if (isSpan && part.actualText === font?.read(glyphs.row.codes)) {
      addPart(parts, glyphs)
      at += 2
    } else addPart(parts, part)
  }
  return {...piece, parts}
}

/** Rows that meet become one: a move has the same meaning at the begin of a row and within it. */
function addPart(parts: TextPart[], part: TextPart): void {
  const last = parts.at(-1)
  if (part.kind !== 'glyphs' || last?.kind !== 'glyphs') {
    parts.push(part)
    return
  }
  const codes = Uint16Array.of(...last.row.codes, ...part.row.codes)
  const moves = Int32Array.of(...last.row.moves, ...part.row.moves)
  parts[parts.length - 1] = {kind: 'glyphs', row: {...last.row, codes, moves}}
}
