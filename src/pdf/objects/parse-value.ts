import type {PdfArray, PdfDict, PdfString, PdfValue} from './values.ts'

/** A place in the bytes of a PDF, read as Latin-1 so that one character is one byte. It moves on as values are read. */
export interface Cursor {
  readonly text: string
  at: number
}

/**
 * Reads the value at the cursor and moves past it.
 *
 * @throws Error where no value stands
 */
export function parseValue(cursor: Cursor): PdfValue {
  skipSpace(cursor)
  const {text, at} = cursor
  const code = text.charCodeAt(at)
  if (code === SLASH) return parseName(cursor)
  if (isNumeric(code)) return parseNumber(cursor)
  if (code === LESS) return text.charCodeAt(at + 1) === LESS ? parseDict(cursor) : parseHexadecimal(cursor)
  if (code === LEFT_BRACKET) return parseArray(cursor)
  if (code === LEFT_PARENTHESIS) return parseLiteral(cursor)
  return parseKeyword(cursor)
}

const SLASH = 47
const LESS = 60
const GREATER = 62
const LEFT_BRACKET = 91
const RIGHT_BRACKET = 93
const LEFT_PARENTHESIS = 40
const RIGHT_PARENTHESIS = 41
const BACKSLASH = 92
const PERCENT = 37

export function skipSpace(cursor: Cursor): void {
  const {text} = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code === PERCENT) skipComment(cursor)
    else if (isSpace(code)) cursor.at++
    else return
  }
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0
}

/** Whether a character, by its code, ends a name, a number or a keyword. */
const isDelimiter = Uint8Array.from({length: 256}, (_, code) =>
  isSpace(code) || '()<>[]{}/%'.includes(String.fromCharCode(code)) ? 1 : 0,
)

function isNumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43
}

function skipComment(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && !/[\r\n]/.test(cursor.text.charAt(cursor.at))) cursor.at++
}

function takeWord(cursor: Cursor): string {
  const start = cursor.at
  let end = start
  // Past the end there is no code, and nothing in the table for it.
  while (isDelimiter[cursor.text.charCodeAt(end)] === 0) end++
  cursor.at = end
  return cursor.text.slice(start, end)
}

function parseName(cursor: Cursor): string {
  cursor.at++
  const word = takeWord(cursor)
  return word.includes('#')
    ? word.replaceAll(/#([\da-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : word
}

/** A number, or the reference that begins with it: `12 0 R`. */
function parseNumber(cursor: Cursor): PdfValue {
  const number = Number(takeWord(cursor))
  if (!Number.isInteger(number) || number < 0) return number
  const {text, at} = cursor
  if (text.charCodeAt(at) !== 32 || text.charCodeAt(at + 1) !== 48) return number
  if (text.charCodeAt(at + 2) !== 32 || text.charCodeAt(at + 3) !== 82) return number
  cursor.at = at + 4
  return {ref: number}
}

function parseArray(cursor: Cursor): PdfArray {
  const values: PdfArray = []
  cursor.at++
  for (skipSpace(cursor); cursor.text.charCodeAt(cursor.at) !== RIGHT_BRACKET; skipSpace(cursor)) {
    values.push(parseValue(cursor))
  }
  cursor.at++
  return values
}

function parseDict(cursor: Cursor): PdfDict {
  const dict: PdfDict = new Map()
  cursor.at += 2
  for (skipSpace(cursor); cursor.text.charCodeAt(cursor.at) !== GREATER; skipSpace(cursor)) {
    if (cursor.text.charCodeAt(cursor.at) !== SLASH) throw unexpected(cursor)
    const key = parseName(cursor)
    dict.set(key, parseValue(cursor))
  }
  cursor.at += 2
  return dict
}

function parseHexadecimal(cursor: Cursor): PdfString {
  const end = cursor.text.indexOf('>', cursor.at)
  if (end < 0) throw unexpected(cursor)
  const digits = cursor.text.slice(cursor.at + 1, end).replaceAll(/\s/g, '')
  cursor.at = end + 1
  return {bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')}
}

function parseLiteral(cursor: Cursor): PdfString {
  const {text} = cursor
  const start = cursor.at + 1
  let depth = 1
  let end = start
  for (; end < text.length && depth > 0; end++) {
    const code = text.charCodeAt(end)
    if (code === BACKSLASH) end++
    else if (code === LEFT_PARENTHESIS) depth++
    else if (code === RIGHT_PARENTHESIS) depth--
  }
  if (depth > 0) throw unexpected(cursor)
  cursor.at = end
  return {bytes: unescape(text.slice(start, end - 1))}
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

function unescape(literal: string): string {
  if (!literal.includes('\\')) return literal
  return literal.replaceAll(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, character?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    if (character === undefined || character === '\n' || character === '\r') return ''
    return escapes[character] ?? character
  })
}

function parseKeyword(cursor: Cursor): PdfValue {
  const start = cursor.at
  const word = takeWord(cursor)
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  cursor.at = start
  throw unexpected(cursor)
}

function unexpected({text, at}: Cursor): Error {
  return new Error(`Unexpected ${JSON.stringify(text.slice(at, at + 20))} at ${at} of the PDF, expected a value`)
}
