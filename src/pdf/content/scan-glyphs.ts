/** Where glyphs are read, and what was read last. */
export interface GlyphScan {
  readonly text: string
  /** Bytes of a code. */
  readonly codeLength: number
  at: number
  /** The move along the line since the glyph before. */
  move: number
  /** The glyph's code. */
  code: number
}

/**
 * Reads one glyph in the form that Chromium gives to nearly all of them, `5.26 0 Td <0029> Tj`, the first of a line
 * without its move. Character by character: most of a document is this.
 *
 * @returns false where anything else stands; the place is then as it was
 */
export function scanGlyph(scan: GlyphScan): boolean {
  const start = scan.at
  scan.at = skipSpace(scan.text, start)
  scan.move = 0
  if (scan.text.charCodeAt(scan.at) !== LESS && !scanMove(scan)) return back(scan, start)
  return scanCode(scan) || back(scan, start)
}

const LESS = 60
const GREATER = 62
const POINT = 46
const MINUS = 45

function back(scan: GlyphScan, start: number): false {
  scan.at = start
  return false
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13; code = text.charCodeAt(at)) at++
  return at
}

/** `12.5 0 Td `: digits are gathered as a whole number, which is exact, and divided once. */
function scanMove(scan: GlyphScan): boolean {
  const {text} = scan
  let at = scan.at
  const isNegative = text.charCodeAt(at) === MINUS
  if (isNegative) at++
  let digits = 0
  let scale = 0
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (code === POINT && scale === 0) scale = 1
    else if (code >= 48 && code <= 57) {
      digits = digits * 10 + code - 48
      scale *= 10
    } else break
  }
  if (digits > Number.MAX_SAFE_INTEGER || !text.startsWith(' 0 Td ', at)) return false
  const move = scale === 0 ? digits : digits / scale
  scan.move = isNegative ? -move : move
  scan.at = at + 6
  return true
}

/** `<0029> Tj`, or `<29> Tj` where codes are of one byte */
function scanCode(scan: GlyphScan): boolean {
  const {text, at, codeLength} = scan
  const end = at + 1 + codeLength * 2
  if (text.charCodeAt(at) !== LESS || text.charCodeAt(end) !== GREATER || !text.startsWith(' Tj', end + 1)) return false
  let code = 0
  for (let place = at + 1; place < end; place++) {
    const value = digitOf(text.charCodeAt(place))
    if (value < 0) return false
    code = code * 16 + value
  }
  scan.code = code
  scan.at = end + 4
  return true
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 70) return code - 55
  return code >= 97 && code <= 102 ? code - 87 : -1
}
