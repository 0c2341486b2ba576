import type Handlebars from 'handlebars'
import {
  mergeExpectation,
  mergeHelperMisused,
  mergeMissingValue,
  mergeNotPrintable,
  mergeUnknownColumn,
  mergeUnknownName,
} from '../messages/merge.ts'
import type {Message} from '../messages/message.ts'
import type {Origin} from '../printed.ts'
import {formatValue} from '../values/format.ts'
import {maybeShape} from './helper-shapes.ts'
import {inlineHelpers} from './inline-helpers.ts'
import {failedHelper, printHelper, type Call} from './instrument-notes.ts'
import type {MergeContext} from './merge-context.ts'
import {failed, isShown, isTruthy, rawOf, show} from './shown.ts'

/** What an expression gave. */
export interface PrintedText {
  readonly text: string
  /** Whether the text is Markdown itself, as entries of the front matter are. */
  readonly isMarkdown: boolean
  readonly raw: unknown
  readonly origin: Origin
  readonly source?: string
  readonly asOf?: string
  readonly call: Call
}

/** One run of a template. */
export interface Run {
  readonly handlebars: typeof Handlebars
  readonly context: MergeContext
  readonly calls: readonly Call[]
  /** Keeps a text to print; gives its number. */
  readonly print: (printed: PrintedText) => number
  readonly report: (call: Call, message: Message) => void
}

interface Options {
  readonly hash: Readonly<Record<string, unknown>>
  readonly fn: (context: unknown) => string
  readonly inverse: (context: unknown) => string
}

/** The helpers as Handlebars calls them. None throws: a call that fails leaves its message and prints nothing. */
export function narrativeHelpers(run: Run): Readonly<Record<string, Handlebars.HelperDelegate>> {
  const inline = Object.entries(inlineHelpers).map(([name, helper]): [string, Handlebars.HelperDelegate] => {
    return [
      `#${name}`,
      function (this: unknown, ...all: unknown[]) {
        const {args, options, call} = taken(run, all)
        if (isUnknown(run, call, {args: [...args, ...named(options)], item: this})) return failed
        const misused = (found: string, expected: string): void =>
          run.report(call, mergeHelperMisused(found, expected, maybeShape(name)?.usage ?? name))
        return helper({
          args,
          named: options.hash,
          written: call.written.map(({text}) => text),
          context: run.context,
          misused,
        })
      },
    ]
  })
  return Object.fromEntries([
    ...inline,
    ...blockHelpers(run),
    [`#${printHelper}`, printer(run)],
    [`#${failedHelper}`, () => failed],
  ])
}

function printer(run: Run): Handlebars.HelperDelegate {
  return function (this: unknown, number: number, value: unknown) {
    const call = run.calls[number]
    if (call === undefined || isUnknown(run, call, {args: [value], item: this}) || value === failed) return ''
    const text = maybeText(run, call, value)
    const isMarkdown = isShown(value) && value.isMarkdown === true
    const origin = originOf(call, value)
    if (text === undefined) return ''
    return `v${run.print({text, isMarkdown, raw: rawOf(value), origin, ...provenance(value), call})};`
  }
}

function provenance(value: unknown): Pick<PrintedText, 'source' | 'asOf'> {
  if (!isShown(value)) return {}
  const {source, asOf} = value
  return {...(typeof source === 'string' && {source}), ...(asOf && {asOf: asOf.text})}
}

/** What a printed thing came from: what it says itself, else the name that the author wrote. */
function originOf({written: [first]}: Call, value: unknown): Origin {
  if (isShown(value) && value.origin !== undefined) return value.origin
  return first?.isName === true ? {kind: 'name', name: first.text} : {kind: 'typed'}
}

function maybeText({context, report}: Run, call: Call, value: unknown): string | undefined {
  const name = call.written[0]?.text ?? ''
  if (isShown(value)) {
    if (value.raw !== null || value.sentence === undefined) return value.text
    report(call, mergeMissingValue(value.sentence))
    return undefined
  }
  if (value === null) report(call, mergeMissingValue(name))
  else if (isCell(value)) return formatValue(value, {lang: context.lang})
  else if (Array.isArray(value) && value.every(isCell)) return formatValue(value, {format: 'list', lang: context.lang})
  else report(call, mergeNotPrintable(name, Array.isArray(value) ? 'table' : 'group of names'))
  return undefined
}

function blockHelpers(run: Run): [string, Handlebars.HelperDelegate][] {
  const {each, with: within} = run.handlebars.helpers
  return [
    ['#if', conditional(run, true)],
    ['#unless', conditional(run, false)],
    ['#expect', expected(run)],
    [
      '#each',
      function (this: unknown, ...all: unknown[]) {
        const {args, options, call} = taken(run, all)
        if (isUnknown(run, call, {args, item: this})) return ''
        const items = itemsOf(run.context, args[0])
        if (items !== undefined) return each?.call(this, items, options)
        run.report(
          call,
          mergeHelperMisused(`\`${call.written[0]?.text}\` in \`each\``, 'a table or a list', usageOf(call)),
        )
        return ''
      },
    ],
    [
      '#with',
      function (this: unknown, ...all: unknown[]) {
        const {args, options, call} = taken(run, all)
        return isUnknown(run, call, {args, item: this}) ? '' : within?.call(this, args[0], options)
      },
    ],
  ]
}

function conditional(run: Run, wanted: boolean): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const {args, options, call} = taken(run, all)
    if (isUnknown(run, call, {args, item: this})) return ''
    return isTruthy(args[0]) === wanted ? options.fn(this) : options.inverse(this)
  }
}

/** Prints what it holds while the data support it; else the sentence is wrong, and a message says so. */
function expected(run: Run): Handlebars.HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const {args, options, call} = taken(run, all)
    if (isUnknown(run, call, {args, item: this})) return ''
    if (!isTruthy(args[0])) run.report(call, mergeExpectation(call.written[0]?.text ?? ''))
    return options.fn(this)
  }
}

function itemsOf({lang}: MergeContext, value: unknown): readonly unknown[] | undefined {
  const raw = rawOf(value)
  if (!Array.isArray(raw)) return undefined
  if (!isShown(value)) return raw
  const {origin} = value
  return raw.map((item) => show({raw: item, text: formatValue(item, {lang}), ...(origin && {origin})}))
}

/** Splits what Handlebars gives: the arguments, and at their end its own options. */
function taken(run: Run, all: readonly unknown[]): {args: readonly unknown[]; options: Options; call: Call} {
  const options = all.at(-1) as Options
  const call = run.calls[Number(options.hash['at'])]
  if (call === undefined) throw new Error('A helper was called outside of the narrative')
  return {args: all.slice(0, -1), options, call}
}

function named({hash}: Options): readonly unknown[] {
  return Object.entries(hash).flatMap(([name, value]) => (name === 'at' ? [] : [value]))
}

/** Whether a name of the call stands for nothing, after a message, or an argument failed already. */
function isUnknown(run: Run, call: Call, {args, item}: {args: readonly unknown[]; item: unknown}): boolean {
  const unknown = call.written.filter((each, index) => each.isName && args[index] === undefined)
  const known = typeof item === 'object' && item !== null ? Object.keys(item) : []
  for (const {text} of unknown) {
    const outside = item === run.context.root
    run.report(call, outside ? mergeUnknownName(text, []) : mergeUnknownColumn(text, known))
  }
  return unknown.length > 0 || args.includes(failed)
}

function usageOf({helper}: Call): string {
  return maybeShape(helper)?.usage ?? helper
}

function isCell(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
