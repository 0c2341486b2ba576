import {endRow, reserveGlyphs, type FontWidths, type GlyphRoom} from './glyph-row.ts'
import {multiply, toMatrix, type Matrix} from './matrix.ts'
import type {PaintPiece, TextPart, TextPiece} from './pieces.ts'
import {nextOperator, numbersOf, type OperatorScan} from './scan-operators.ts'
import {scanGlyphs} from './scan-glyphs.ts'

interface TextScan {
  readonly operators: OperatorScan
  readonly fontOf: (name: string) => FontWidths | undefined
  /** Of the page at this place. */
  readonly matrix: Matrix
  readonly room: GlyphRoom
}

interface Line {
  font: string
  size: number
  text: Matrix
  /** Where the line's operators before its first glyph end. */
  head: number
  /** Where the next glyph stands, from the line's begin. */
  next: number
  readonly parts: TextPart[]
  /** Where the glyphs begin that are not yet in a part. */
  start: number
  end: number
}

/**
 * Takes apart a text object, at whose `BT` the operators are. Chromium sets every glyph by itself, with a move and a
 * show; here the glyphs of a line are one row with the moves that differ from their widths: a fourth of the length, and
 * words stand together. What else it writes than it is known to write is passed on as it is.
 */
export function scanText(operators: OperatorScan, scan: Omit<TextScan, 'operators'>): TextPiece | PaintPiece {
  const start = operators.start
  // A glyph takes at least two characters.
  reserveGlyphs(scan.room, Math.ceil((endOf(operators) - operators.at) / 2))
  const line: Line = {
    font: '',
    size: 0,
    text: toMatrix([]),
    head: operators.at,
    next: 0,
    parts: [],
    start: scan.room.count,
    end: 0,
  }
  const context = {...scan, operators}
  let isPlain = true
  takeGlyphRow(context, line)
  while (nextOperator(operators) && operators.operator !== 'ET') {
    isPlain = takeTextOperator(context, line) && isPlain
    takeGlyphRow(context, line)
  }
  const font = scan.fontOf(line.font)
  const written = operators.text.slice(start, operators.at)
  if (font === undefined) return {kind: 'paint', written}
  if (!isPlain) return {kind: 'paint', written, letters: placeOf(fromFirst(line, written), scan.matrix)}
  endGlyphs(line, scan.room, font)
  return {
    kind: 'text',
    font: line.font,
    size: line.size,
    place: placeOf(line, scan.matrix),
    head: operators.text.slice(operators.text.indexOf('BT', start) + 2, line.head).trim(),
    parts: line.parts,
  }
}

function takeGlyphRow({operators, room, fontOf}: TextScan, line: Line): void {
  const {codeLength} = fontOf(line.font) ?? {codeLength: 2}
  const {at, place} = scanGlyphs({text: operators.text, at: operators.at, codeLength, place: line.next}, room)
  operators.at = at
  line.next = place
}

function endOf({text, at}: OperatorScan): number {
  const end = text.indexOf('ET', at)
  return end < 0 ? text.length : end
}

function addGlyph(room: GlyphRoom, code: number, place: number): void {
  room.codes[room.count] = code
  room.places[room.count] = place
  room.count++
}

/** @returns false for an operator that is not among the few that Chromium uses */
function takeTextOperator(scan: TextScan, line: Line): boolean {
  const {operators} = scan
  const {text, start, name} = operators
  switch (operators.operator) {
    case 'Tj':
      return takeGlyphs(text.slice(start, name), scan, line)
    case 'TJ':
      return takeRow(text.slice(start, name), scan, line)
    case 'Td':
      return takeMove(operators, line)
    case 'BDC':
    case 'EMC':
      return takeMark(scan, line)
    case 'Tf':
    case 'Tm':
      return takeHead(scan, line)
    default:
      return false
  }
}

function takeMove(operators: OperatorScan, line: Line): boolean {
  const [x = 0, y = 0] = numbersOf(operators)
  line.next += x
  return y === 0
}

function takeMark({operators, fontOf, room}: TextScan, line: Line): boolean {
  const font = fontOf(line.font)
  if (font === undefined) return false
  endGlyphs(line, room, font)
  line.parts.push(markOf(operators.text.slice(operators.start, operators.at), operators.operator))
  return true
}

/** Font and place come before all glyphs. */
function takeHead({operators, room}: TextScan, line: Line): boolean {
  if (room.count > line.start || line.parts.length > 0) return false
  const numbers = numbersOf(operators)
  if (operators.operator === 'Tm') line.text = toMatrix(numbers)
  else {
    line.font = /\/(\S+)/.exec(operators.text.slice(operators.start, operators.name))?.[1] ?? ''
    line.size = numbers.at(-1) ?? 0
  }
  line.head = operators.at
  return true
}

function takeGlyphs(operand: string, {fontOf, room}: TextScan, line: Line): boolean {
  const digits = /^\s*<([\dA-Fa-f]+)>\s*$/.exec(operand)?.[1]
  const step = (fontOf(line.font)?.codeLength ?? 2) * 2
  if (digits === undefined || digits.length % step !== 0) return false
  for (let at = 0; at < digits.length; at += step) {
    addGlyph(room, Number.parseInt(digits.slice(at, at + step), 16), at === 0 ? line.next : Number.NaN)
  }
  return true
}

/** A row as it is written by write-content.ts: its moves are known, its places are not. */
function takeRow(operand: string, {fontOf, room}: TextScan, line: Line): boolean {
  const step = (fontOf(line.font)?.codeLength ?? 2) * 2
  let move = 0
  for (const [token, digits] of operand.matchAll(/<([\dA-Fa-f]*)>|[^\s[\]<>]+/g)) {
    if (digits === undefined) move += Math.round(Number(token) * 10)
    else if (digits.length % step !== 0) return false
    for (let at = 0; at < (digits?.length ?? 0); at += step) {
      room.moves[room.count] = move
      addGlyph(room, Number.parseInt((digits ?? '').slice(at, at + step), 16), Number.NaN)
      move = 0
    }
  }
  return !Number.isNaN(move)
}

/** Makes the glyphs since the last mark one row. */
function endGlyphs(line: Line, room: GlyphRoom, font: FontWidths): void {
  if (room.count === line.start) return
  const {row, end} = endRow(room, {start: line.start, size: line.size, pen: line.end, font})
  line.parts.push({kind: 'glyphs', row})
  line.end = end
  line.start = room.count
}

function markOf(written: string, operator: string): TextPart {
  if (operator === 'EMC') return {kind: 'end', written}
  const digits = /\/ActualText\s*<FEFF([\dA-F]*)>/.exec(written)?.[1]
  const actualText = digits === undefined ? undefined : Buffer.from(digits, 'hex').swap16().toString('utf16le')
  return {kind: 'begin', written, actualText}
}

/** The line from where its first glyph stands. */
function fromFirst(line: Line, written: string): Line {
  const moves = [...written.slice(0, written.indexOf('Tj')).matchAll(/([\d.-]+) ([\d.-]+) Td/g)]
  const [x, y] = [1, 2].map((side) => moves.reduce((sum, move) => sum + Number(move[side]), 0))
  return {...line, text: multiply([1, 0, 0, 1, x ?? 0, y ?? 0], line.text), end: Math.max(0, line.end - (x ?? 0))}
}

function placeOf({text, size, end}: Line, matrix: Matrix): TextPiece['place'] {
  const [a, b, , , x, y] = multiply(text, matrix)
  const scale = Math.hypot(a, b)
  return {x, y, size: size * scale, width: end * scale, direction: [a / scale, b / scale]}
}
