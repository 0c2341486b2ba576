// A printed value stands between marks in a merged text, so that what came from the data can be told from what the
// author typed, wherever the text goes. Marks are noncharacters, which Unicode keeps for uses inside of a program:
// Markdown takes them for letters, and no text that is exchanged holds any.

const open = '\uFDEC'
const digitsEnd = '\uFDED'
const close = '\uFDEE'
const firstDigit = 0xfdd0

/** A piece of a text: what the author typed, or what the expression of that number printed. */
export interface Piece {
  readonly text: string
  readonly printed?: number
}

/** A text between marks that carry the number of what was printed. */
export function marked(text: string, printed: number): string {
  const digits = Array.from(printed.toString(16), (digit) =>
    String.fromCharCode(firstDigit + Number.parseInt(digit, 16)),
  )
  return `${open}${digits.join('')}${digitsEnd}${text}${close}`
}

/** Whether a text holds marks. */
export function hasMarks(text: string): boolean {
  return /[\uFDD0-\uFDEF]/.test(text)
}

/** A text as a reader sees it. */
export function withoutMarks(text: string): string {
  return hasMarks(text) ? text.replace(/[\uFDD0-\uFDEF]/g, '') : text
}

/** A text cut at its marks, which are gone; empty pieces are left out. A mark without its other half counts for none. */
export function splitAtMarks(text: string): Piece[] {
  const pieces: Piece[] = []
  let rest = 0
  const add = (piece: string, printed?: number): void => {
    const shown = withoutMarks(piece)
    if (shown !== '') pieces.push(printed === undefined ? {text: shown} : {text: shown, printed})
  }
  for (const match of text.matchAll(/\uFDEC([\uFDD0-\uFDDF]+)\uFDED([^\uFDD0-\uFDEF]*)\uFDEE/g)) {
    const [whole, digits = '', value = ''] = match
    add(text.slice(rest, match.index))
    add(value, numberOf(digits))
    rest = match.index + whole.length
  }
  add(text.slice(rest))
  return pieces
}

function numberOf(digits: string): number {
  const hex = Array.from(digits, (digit) => (digit.charCodeAt(0) - firstDigit).toString(16))
  return Number.parseInt(hex.join(''), 16)
}
