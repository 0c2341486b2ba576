import type Handlebars from 'handlebars'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {report, type Message} from '../messages/message.ts'
import {codeRanges} from './code-ranges.ts'
import {escapeCode, escapeMarkdown} from './escape-markdown.ts'
import {instrument, type Instrumented} from './instrument.ts'
import type {Call} from './instrument-notes.ts'
import type {MergeContext} from './merge-context.ts'
import {narrativeHelpers, type PrintedText} from './narrative-helpers.ts'
import {parseTemplate} from './parse-template.ts'
import type {Locate} from './source-places.ts'
import {createTextBuilder} from './text-builder.ts'
import {marked, withoutMarks} from './value-marks.ts'

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
  /** The same text with what was printed between marks. */
  readonly marked: Omit<MergedText, 'marked'>
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
  const unchanged: MergedText = {text, placeOf: locate, marked: {text, placeOf: locate}}
  if (!text.includes('{{')) return unchanged
  const say = sayer(source)
  const parsed = parseTemplate(handlebars, text)
  if ('message' in parsed) {
    say(parsed.offset, parsed.message)
    return unchanged
  }
  const instrumented = instrument(parsed.program, text, context)
  for (const {offset, message} of instrumented.problems) say(offset, message)
  const printed: PrintedText[] = []
  const run = {
    handlebars,
    context,
    calls: instrumented.calls,
    print: (one: PrintedText): number => printed.push(one) - 1,
    report: (call: Call, message: Message): void => say(call.offset, message),
  }
  const helpers = narrativeHelpers(run)
  const template = handlebars.compile<object>(instrumented.program, {knownHelpers: known(helpers), noEscape: true})
  // Nothing that is not an own property: neither prototypes' values nor their methods.
  const refused = {allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false}
  const output = template(context.root, {helpers: {...helpers}, ...refused})
  return assembled(output, {source, context, instrumented, printed})
}

interface Pieces {
  readonly source: MergeSource
  readonly context: MergeContext
  readonly instrumented: Instrumented
  readonly printed: readonly PrintedText[]
}

/** Labels of notes and links, addresses and ids, at the end of a line so far: what continues these is no text. */
const namesThings = /(?:\[\^[^\]\s]*|\]\[[^\]]*|\]\([^)\s]*|\{[#.][^}\s]*)$/

/** Puts the pieces together in the order that the template named them. */
function assembled(output: string, {source, context, instrumented, printed}: Pieces): MergedText {
  const isInCode = source.landing === 'markdown' ? codeRanges(source.text) : () => false
  const clean = createTextBuilder(source.locate)
  const withMarks = createTextBuilder(source.locate)
  for (const [, kind, number] of output.matchAll(/([tv])(\d+);/g)) {
    const content = kind === 't' ? instrumented.contents[Number(number)] : undefined
    const value = kind === 'v' ? printed[Number(number)] : undefined
    if (content !== undefined) {
      clean.add(content.text, content.offset, true)
      withMarks.add(content.text, content.offset, true)
    }
    if (value === undefined) continue
    const {offset} = value.call
    const landing = isInCode(offset) ? 'code' : source.landing
    const text = landed(value, landing, clean.line())
    const isBare = landing === 'code' || value.isMarkdown || text === '' || namesThings.test(clean.line())
    clean.add(withoutMarks(text), offset, false)
    withMarks.add(isBare ? text : marked(text, record(value, source, context)), offset, false)
  }
  return {text: clean.text(), placeOf: clean.placeOf, marked: {text: withMarks.text(), placeOf: withMarks.placeOf}}
}

/** Keeps what was printed; gives its number. */
function record(
  {text, raw, origin, source, asOf, call}: PrintedText,
  {file, locate}: MergeSource,
  {printed}: MergeContext,
): number {
  const about = {...(source !== undefined && {source}), ...(asOf !== undefined && {asOf})}
  const places = {path: file.path, start: locate(call.offset), end: locate(call.end)}
  return printed.push({text, raw, origin, ...about, ...places}) - 1
}

function landed({text, isMarkdown}: PrintedText, landing: 'markdown' | 'plain' | 'code', before: string): string {
  if (landing === 'plain') return withoutMarks(text)
  if (landing === 'code') return escapeCode(withoutMarks(text))
  return isMarkdown ? text.replace(/\s+/g, ' ') : escapeMarkdown(text, before)
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
