import type Handlebars from 'handlebars'
import {mergeCurlyQuote, mergeSyntax} from '../messages/merge.ts'
import type {Message} from '../messages/message.ts'
import {lineStarts} from './source-places.ts'

type Parsed = {readonly program: hbs.AST.Program} | {readonly offset: number; readonly message: Message}

/** Parses a text with expressions, or says where and why it cannot be. */
export function parseTemplate(handlebars: typeof Handlebars, text: string): Parsed {
  try {
    // The parser counts columns anew after these two, which are no line ends anywhere else; the text itself keeps them.
    return {program: handlebars.parse(text.replace(/[\u2028\u2029]/g, '\u00a0'))}
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return explained(text, cause)
  }
}

function explained(text: string, cause: Error & {lineNumber?: unknown; column?: unknown}): Parsed {
  const {message, lineNumber, column} = cause
  const closed = /^(.*) doesn't match (.*?)(?: - \d+:\d+)?$/.exec(message)
  if (typeof lineNumber === 'number' && typeof column === 'number') {
    const offset = Math.max(0, text.lastIndexOf('{{', (lineStarts(text)[lineNumber - 1] ?? 0) + column))
    const note = 'Close each block with its own name, the inner one first.'
    if (closed === null) return {offset, message: mergeSyntax(`expression: ${message}`, 'a name', 'Correct the name.')}
    return {offset, message: mergeSyntax(`end \`{{/${closed[2]}}}\``, `\`{{/${closed[1]}}}\` for this block`, note)}
  }
  const got = /got '(\w+)'/.exec(message)?.[1] ?? ''
  const unclosed = got === 'EOF' ? maybeUnclosed(text) : undefined
  if (unclosed !== undefined) {
    const found = `block \`{{#${unclosed.name}}}\` without an end`
    return {offset: unclosed.offset, message: mergeSyntax(found, `\`{{/${unclosed.name}}}\` after it`, 'Add the end.')}
  }
  const offset = expressionAt(text, errorOffset(text, message))
  return {offset, message: maybeSlip(text.slice(offset)) ?? plainWords(got)}
}

const comparisons: Readonly<Record<string, string>> = {
  '>': 'gt',
  '<': 'lt',
  '>=': 'gte',
  '<=': 'lte',
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
}

/** What is wrong with the expression that a text begins with, where it is one of the slips that are met often. */
function maybeSlip(text: string): Message | undefined {
  if (/^\{\{[^{}\n]*\}(?!\})/.test(text)) {
    return mergeSyntax('`}` at the end of an expression', '`}}`', 'Add the missing `}`; to print braces, write `\\{{`.')
  }
  const expression = /^\{\{[^]*?\}\}/.exec(text)?.[0] ?? ''
  const quote = /[“”„‟‘’‚«»]/.exec(expression)?.[0]
  if (quote !== undefined) return mergeCurlyQuote(quote)
  const [, one, sign = '', other] = /([^\s{}()#]+)\s*([<>]=?|[!=]==?)\s*([^\s{}()]+)/.exec(expression) ?? []
  const helper = comparisons[sign]
  if (helper === undefined) return undefined
  return mergeSyntax(
    `\`${sign}\` in an expression`,
    `\`(${helper} ${one} ${other})\``,
    'Compare with a helper: `{{#if (gt name 10)}}`.',
  )
}

function plainWords(got: string): Message {
  const note = 'Correct the expression; to print braces, write `\\{{`.'
  switch (got) {
    case 'CLOSE':
    case 'CLOSE_UNESCAPED':
      return mergeSyntax('end of an expression', 'a name or a value before `}}`', note)
    case 'OPEN_ENDBLOCK':
      return mergeSyntax('end of a block', 'a block that is open', 'Remove it, or add its beginning.')
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return mergeSyntax('`{{else}}`', 'a block that is open', 'Remove it, or add the beginning of the block.')
    case 'EOF':
      return mergeSyntax('end of the text', 'the end of the expression', 'Add the missing `}}`.')
    default:
      return mergeSyntax('expression that cannot be read', 'names, texts in straight quotes and `}}`', note)
  }
}

/** The block that is still open at the end. */
function maybeUnclosed(text: string): {name: string; offset: number} | undefined {
  const open: {name: string; offset: number}[] = []
  for (const match of text.matchAll(/(\\?)\{\{~?([#/])\s*([^\s}~]+)/g)) {
    const [, escaped, kind, name = ''] = match
    if (escaped === '\\') continue
    if (kind === '#') open.push({name, offset: match.index})
    else open.pop()
  }
  return open.at(-1)
}

/**
 * Where the parser stopped. It gives no offset, only a line and, under it, up to twenty characters before and after
 * the place with their line ends removed.
 */
function errorOffset(text: string, message: string): number {
  const [head = '', shown = '', pointer = ''] = message.split('\n')
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1)
  const lineStart = lineStarts(text)[line - 1] ?? 0
  const before = shown.slice(0, pointer.indexOf('^')).replace(/^\.\.\./, '')
  const after = shown.slice(pointer.indexOf('^')).replace(/\.\.\.$/, '')
  const kept = Array.from(text.matchAll(/[^\n]/gu), (match) => match.index)
  const flat = text.replaceAll('\n', '')
  const expected = kept.findIndex((offset) => offset >= lineStart)
  // The line is that of the token or of the one before it, so the place is at most a few characters ahead of it.
  const found = flat.indexOf(before + after, Math.max(0, expected - before.length - 1))
  return found === -1 ? lineStart : (kept[found + before.length] ?? text.length)
}

/** The beginning of the expression that an offset stands in, where it stands in one. */
function expressionAt(text: string, offset: number): number {
  const open = text.lastIndexOf('{{', offset)
  return open === -1 || text.slice(open, offset).includes('}}') ? offset : open
}
