import {bytesOf, makeByteWriter, reserve, writeText, type ByteWriter} from './byte-writer.ts'
import type {GlyphRow} from './glyph-row.ts'
import type {Piece, TextPiece} from './pieces.ts'

/** Puts the content of a page together again. */
export function writeContent(pieces: readonly Piece[]): Uint8Array {
  const writer = makeByteWriter(32_768)
  for (const piece of pieces) {
    if (piece.kind === 'text') writeTextPiece(writer, piece)
    else writeText(writer, piece.written)
    writeText(writer, '\n')
  }
  return bytesOf(writer)
}

function writeTextPiece(writer: ByteWriter, {head, parts}: TextPiece): void {
  writeText(writer, `BT\n${head}\n`)
  for (const part of parts) {
    if (part.kind === 'glyphs') writeRow(writer, part.row)
    else writeText(writer, part.written)
    writeText(writer, '\n')
  }
  writeText(writer, 'ET')
}

/** `[<0029002A>-12.5<0020>]TJ`: glyphs with the moves between them. */
function writeRow(writer: ByteWriter, {codes, moves, codeLength}: GlyphRow): void {
  // A glyph takes four digits, a move before it at most fourteen characters with its brackets.
  reserve(writer, codes.length * 18 + 8)
  const {bytes} = writer
  let at = writer.length
  bytes[at++] = LEFT_BRACKET
  let isOpen = false
  for (let index = 0; index < codes.length; index++) {
    const move = moves[index] ?? 0
    if (move !== 0) {
      if (isOpen) bytes[at++] = GREATER
      at += bytes.write(String(move / 10), at, 'latin1')
      isOpen = false
    }
    if (!isOpen) bytes[at++] = LESS
    isOpen = true
    const code = codes[index] ?? 0
    at += codeLength * 2
    writeDigits(bytes, at, code)
    if (codeLength === 2) writeDigits(bytes, at - 2, code >> 8)
  }
  writer.length = at + bytes.write(isOpen ? '>]TJ' : ']TJ', at, 'latin1')
}

const LEFT_BRACKET = 91
const LESS = 60
const GREATER = 62

const digits = Buffer.from('0123456789ABCDEF')

/** A byte before `end`. */
function writeDigits(bytes: Uint8Array, end: number, code: number): void {
  bytes[end - 1] = digits[code & 15] ?? 0
  bytes[end - 2] = digits[(code >> 4) & 15] ?? 0
}
