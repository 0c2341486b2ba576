import type Handlebars from 'handlebars'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {report, type Message} from '../messages/message.ts'
import {codeRanges} from './code-ranges.ts'
import {escapeCode, escapeMarkdown} from './escape-markdown.ts'
import {instrument, type Instrumented} from './instrument.ts'
import type {Call} from './instrument-notes.ts'
import type {MergeContext} from './merge-context.ts'
import {narrativeHelpers} from './narrative-helpers.ts'
import {parseTemplate} from './parse-template.ts'
import {lastIndexWhere, type Locate} from './source-places.ts'

export interface MergeSource {
  /** The file that messages are left on. */
  readonly file: VFile
  readonly text: string
  readonly locate: Locate
  /** Whether values land in Markdown, where they are escaped, or in plain text. */
  readonly landing: 'markdown' | 'plain'
}

export interface MergedText {
  readonly text: string
  /** Maps an offset of the text to its place in the file: what a value printed to its expression. */
  readonly placeOf: (offset: number) => Point | undefined
}

/** What an expression gave. */
export interface Printed {
  readonly text: string
  /** Whether the text is Markdown itself, as entries of the front matter are. */
  readonly isMarkdown: boolean
  readonly call: Call
}

interface Segment {
  /** Where it begins in the merged text, and in the source. */
  readonly at: number
  readonly source: number
  readonly isContent: boolean
}

/**
 * Resolves the expressions of one text.
 *
 * Every mistake is reported; an expression that has one prints nothing.
 *
 * @returns the text as it is where it has no expressions or cannot be parsed
 */
export function mergeText(handlebars: typeof Handlebars, context: MergeContext, source: MergeSource): MergedText {
  const {text, locate} = source
  const unchanged: MergedText = {text, placeOf: locate}
  if (!text.includes('{{')) return unchanged
  const say = sayer(source)
  const parsed = parseTemplate(handlebars, text)
  if ('message' in parsed) {
    say(parsed.offset, parsed.message)
    return unchanged
  }
  const instrumented = instrument(parsed.program, text, context)
  for (const {offset, message} of instrumented.problems) say(offset, message)
  const printed: Printed[] = []
  const run = {
    handlebars,
    context,
    calls: instrumented.calls,
    print: (one: Printed): number => printed.push(one) - 1,
    report: (call: Call, message: Message): void => say(call.offset, message),
  }
  const helpers = narrativeHelpers(run)
  const template = handlebars.compile<object>(instrumented.program, {knownHelpers: known(helpers), noEscape: true})
  // Nothing that is not an own property: neither prototypes' values nor their methods.
  const refused = {allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false}
  const output = template(context.root, {helpers: {...helpers}, ...refused})
  return assembled(output, {source, instrumented, printed})
}

/** Puts the pieces together in the order that the template named them. */
function assembled(
  output: string,
  {source, instrumented, printed}: {source: MergeSource; instrumented: Instrumented; printed: readonly Printed[]},
): MergedText {
  const isInCode = source.landing === 'markdown' ? codeRanges(source.text) : () => false
  const segments: Segment[] = []
  let text = ''
  let line = ''
  const add = (piece: string, offset: number, isContent: boolean): void => {
    if (piece === '') return
    segments.push({at: text.length, source: offset, isContent})
    text += piece
    const lineEnd = piece.lastIndexOf('\n')
    line = lineEnd === -1 ? line + piece : piece.slice(lineEnd + 1)
  }
  for (const [, kind, number] of output.matchAll(/([tv])(\d+);/g)) {
    const content = kind === 't' ? instrumented.contents[Number(number)] : undefined
    const value = kind === 'v' ? printed[Number(number)] : undefined
    if (content !== undefined) add(content.text, content.offset, true)
    if (value === undefined) continue
    const {offset} = value.call
    const landing = isInCode(offset) ? 'code' : source.landing
    add(landed(value, landing, line), offset, false)
  }
  return {text, placeOf: (offset) => source.locate(sourceOffset(segments, offset))}
}

function landed({text, isMarkdown}: Printed, landing: 'markdown' | 'plain' | 'code', before: string): string {
  if (landing === 'plain') return text
  if (landing === 'code') return escapeCode(text)
  return isMarkdown ? text.replace(/\s+/g, ' ') : escapeMarkdown(text, before)
}

function sourceOffset(segments: readonly Segment[], offset: number): number {
  const segment = segments[lastIndexWhere(segments, ({at}) => at <= offset)]
  if (segment === undefined) return 0
  return segment.isContent ? segment.source + offset - segment.at : segment.source
}

/** Leaves each message once for each place: an expression in a loop is evaluated many times. */
function sayer({file, locate}: MergeSource): (offset: number, message: Message) => void {
  const said = new Set<string>()
  return (offset, message) => {
    const key = `${offset} ${message.id} ${message.reason}`
    if (said.has(key)) return
    said.add(key)
    report(file, locate(offset), message)
  }
}

function known(helpers: Readonly<Record<string, unknown>>): Record<string, boolean> {
  return Object.fromEntries(Object.keys(helpers).map((name) => [name, true]))
}
