import type {Point} from 'unist'
import {LineCounter, parseDocument, visit, type Document, type YAMLError} from 'yaml'
import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {yamlDuplicateName, yamlSyntax, yamlUnquotedExpression} from '../messages/sources.ts'
import {placeDocument} from './place-document.ts'
import type {Placed} from './placed.ts'

/**
 * Parses YAML and reports its mistakes on the file. The text is the file's, or the beginning of it.
 *
 * @returns undefined when the text is not YAML
 */
export function parseYaml(text: string, file: VFile): Placed | undefined {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {lineCounter, prettyErrors: false, logLevel: 'silent'})
  const unquoted = reportUnquoted(document, text, {file, lines: lineCounter})
  // What follows an unquoted expression on its line is misread too: one message is enough.
  const errors = document.errors.filter((error) => !unquoted.has(lineCounter.linePos(error.pos[0]).line))
  reportErrors(errors, {file, lines: lineCounter, document})
  if (unquoted.size > 0 || errors.length > 0) return undefined
  const value = maybeValue(document, file)
  return value && placeDocument(document, lineCounter, value.value)
}

interface Target {
  readonly file: VFile
  readonly lines: LineCounter
}

/** `title: {{x}}` is a map in YAML. Gives the lines that have one. */
function reportUnquoted(document: Document, text: string, {file, lines}: Target): Set<number> {
  const found = new Set<number>()
  visit(document, {
    Map(_key, node) {
      const start = node.range?.[0]
      if (start === undefined || !text.startsWith('{{', start)) return undefined
      const place = pointOf(lines, start)
      found.add(place.line)
      const rest = text.slice(start).split('\n', 1)[0] ?? ''
      report(file, place, yamlUnquotedExpression(rest.trimEnd()))
      return visit.SKIP
    },
  })
  return found
}

function reportErrors(errors: readonly YAMLError[], {file, lines, document}: Target & {document: Document}): void {
  // After the first mistake of syntax the rest is guessed, and its mistakes with it.
  const syntax = errors.filter((error) => error.code !== 'DUPLICATE_KEY').slice(0, 1)
  for (const {message, pos} of syntax) {
    const offset = /closing .quote/.test(message) ? openingQuote(document, pos[0]) : pos[0]
    report(file, pointOf(lines, offset), yamlSyntax(message))
  }
  for (const {code, pos} of errors) {
    if (code !== 'DUPLICATE_KEY') continue
    report(file, pointOf(lines, pos[0]), yamlDuplicateName(nameAt(document, pos[0])))
  }
}

function pointOf(lines: LineCounter, offset: number): Point {
  const {line, col} = lines.linePos(offset)
  return {line, column: col, offset}
}

/** The parser notices an open quotation where the text ends, which may be far below. */
function openingQuote(document: Document, end: number): number {
  let start = end
  visit(document, {
    Scalar(_key, {type, range}) {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[0] < end) start = range[0]
    },
  })
  return start
}

function nameAt(document: Document, start: number): string {
  let name = ''
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' && node.range?.[0] === start) name = String(node.value)
    },
  })
  return name
}

/** An alias without its anchor, or one that multiplies itself, shows only now. */
function maybeValue(document: Document, file: VFile): {readonly value: unknown} | undefined {
  try {
    return {value: document.toJS({maxAliasCount: 100})}
  } catch (cause) {
    report(file, undefined, yamlSyntax(cause instanceof Error ? cause.message : String(cause)))
    return undefined
  }
}
