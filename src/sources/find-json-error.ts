export interface JsonError {
  readonly offset: number
  /** What should stand there, for a message. */
  readonly expected: string
}

/**
 * Finds the first place where a text stops being JSON. `JSON.parse` knows it too, but says it differently in each
 * version of the engine, and not for every mistake.
 */
export function findJsonError(text: string): JsonError | undefined {
  try {
    const end = skip(text, scanValue(text, skip(text, 0)))
    return end < text.length ? {offset: end, expected: 'the end of the file'} : undefined
  } catch (cause) {
    if (cause instanceof Unexpected) return {offset: cause.offset, expected: cause.expected}
    throw cause
  }
}

/** Leaves the scan from whatever depth; never leaves this file. */
class Unexpected extends Error {
  readonly offset: number
  readonly expected: string

  constructor(offset: number, expected: string) {
    super(expected)
    this.offset = offset
    this.expected = expected
  }
}

const SPACE = /[ \t\n\r]*/y
// eslint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
const DEEPEST = 500

function scanValue(text: string, start: number, depth = 0): number {
  if (depth > DEEPEST) throw new Unexpected(start, `at most ${DEEPEST} levels`)
  const first = text[start]
  if (first === '{') return scanItems(text, start, {close: '}', item: scanMember, depth})
  if (first === '[') return scanItems(text, start, {close: ']', item: scanValue, depth})
  if (first === '"') return scanString(text, start)
  const end = match(LITERAL, text, start)
  if (end === undefined) throw new Unexpected(start, 'a value (`"text"`, a number, `true`, `null`, `{` or `[`)')
  return end
}

interface Items {
  readonly close: string
  readonly item: (text: string, start: number, depth: number) => number
  readonly depth: number
}

function scanItems(text: string, start: number, {close, item, depth}: Items): number {
  let at = skip(text, start + 1)
  if (text[at] === close) return at + 1
  for (;;) {
    at = skip(text, item(text, at, depth + 1))
    if (text[at] === close) return at + 1
    if (text[at] !== ',') throw new Unexpected(at, `\`,\` or \`${close}\``)
    at = skip(text, at + 1)
    if (text[at] === close) throw new Unexpected(at, 'another entry after the last comma')
  }
}

function scanMember(text: string, start: number, depth: number): number {
  if (text[start] !== '"') throw new Unexpected(start, 'a name in double quotes')
  const colon = skip(text, scanString(text, start))
  if (text[colon] !== ':') throw new Unexpected(colon, '`:`')
  return scanValue(text, skip(text, colon + 1), depth)
}

function scanString(text: string, start: number): number {
  const end = match(STRING, text, start)
  if (end === undefined)
    throw new Unexpected(start, 'a text that ends with `"` on its line, with `\\` only before `"\\/bfnrtu`')
  return end
}

function skip(text: string, start: number): number {
  return match(SPACE, text, start) ?? start
}

function match(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}
