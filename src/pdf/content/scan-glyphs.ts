import type {GlyphRoom} from './glyph-row.ts'

/** Where glyphs are read. */
export interface GlyphScan {
  readonly text: string
  readonly at: number
  /** Bytes of a code. */
  readonly codeLength: number
  /** Where the last glyph stands on the line. */
  readonly place: number
}

/** What a character is worth as a hexadecimal digit, by its code; -1 for one that is none. */
const digits = Int8Array.from({length: 256}, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())
  return code === 0 ? -1 : digit
})

const [LESS, GREATER, SPACE, ZERO, UPPER_T, LOWER_D, LOWER_J] = [60, 62, 32, 48, 84, 100, 106]

/**
 * Reads glyphs in the form that Chromium gives to nearly all of them, `5.26 0 Td <0029> Tj`, the first of a line without
 * its move, until something else stands. Most of a document is this.
 *
 * @returns behind the last glyph, and where it stands on the line
 */
export function scanGlyphs(scan: GlyphScan, room: GlyphRoom): {at: number; place: number} {
  const {text, codeLength} = scan
  let {at, place} = scan
  for (;;) {
    let next = at
    while (text.charCodeAt(next) === SPACE || text.charCodeAt(next) === 10) next++
    let moved = place
    if (text.charCodeAt(next) !== LESS) {
      const space = text.indexOf(' ', next)
      if (!isMove(text, space)) break
      moved = place + Number(text.slice(next, space))
      next = space + 6
    }
    const end = next + 1 + codeLength * 2
    const code = codeBetween(text, next, end)
    if (code < 0 || Number.isNaN(moved)) break
    room.codes[room.count] = code
    room.places[room.count++] = moved
    place = moved
    at = end + 4
  }
  return {at, place}
}

/** ` 0 Td ` */
function isMove(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== ZERO || text.charCodeAt(at + 2) !== SPACE) return false
  return text.charCodeAt(at + 3) === UPPER_T && text.charCodeAt(at + 4) === LOWER_D
}

/** `<0029> Tj`; -1 where anything else stands */
function codeBetween(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== LESS || text.charCodeAt(end) !== GREATER) return -1
  if (text.charCodeAt(end + 2) !== UPPER_T || text.charCodeAt(end + 3) !== LOWER_J) return -1
  let code = 0
  for (let at = start + 1; at < end; at++) {
    const digit = digits[text.charCodeAt(at)] ?? -1
    if (digit < 0) return -1
    code = code * 16 + digit
  }
  return code
}
