import {listed, nearest} from '../messages/nearest.ts'
import type {Cell, Table} from '../model/data.ts'
import {fitsFormat, formatNames, formatValue, isFormat} from '../values/format.ts'
import {shownCell, type MergeContext} from './merge-context.ts'
import {wordHelpers} from './words/word-helpers.ts'
import {failed, isShown, isTruthy, rawOf, show} from './shown.ts'

export interface Invocation {
  readonly args: readonly unknown[]
  readonly named: Readonly<Record<string, unknown>>
  /** The arguments as the author wrote them. */
  readonly written: readonly string[]
  readonly context: MergeContext
  /** Leaves the message that the call is wrong. */
  readonly misused: (found: string, expected: string) => void
}

/** The helpers that give a value. */
export const inlineHelpers: Readonly<Record<string, (invocation: Invocation) => unknown>> = {
  format,
  words: (invocation) => format({...invocation, args: [invocation.args[0], 'words']}),
  cell,
  page: ({args}) => show({raw: null, text: `[](#${textOf(args[0])} "page")`, isMarkdown: true}),
  literal,
  ...wordHelpers,
  eq: ({args: [a, b]}) => rawOf(a) === rawOf(b),
  ne: ({args: [a, b]}) => rawOf(a) !== rawOf(b),
  gt: (invocation) => compare(invocation, (order) => order > 0),
  lt: (invocation) => compare(invocation, (order) => order < 0),
  gte: (invocation) => compare(invocation, (order) => order >= 0),
  lte: (invocation) => compare(invocation, (order) => order <= 0),
  and: ({args}) => args.every(isTruthy),
  or: ({args}) => args.some(isTruthy),
  not: ({args}) => !isTruthy(args[0]),
}

function format({args, written, context, misused}: Invocation): unknown {
  const [value, name] = args
  const raw = rawOf(value)
  if (typeof value === 'string' && context.values.has(value)) {
    misused(`text \`"${value}"\``, `the name \`${value}\` without quotes`)
    return failed
  }
  const format = textOf(name)
  if (!isFormat(format)) {
    const near = nearest(format, formatNames)
    misused(`format \`${format}\``, near.length === 0 ? `one of ${formatNames.join(', ')}` : listed(near))
    return failed
  }
  if (!isCell(raw) && !(Array.isArray(raw) && raw.every(isCell))) {
    misused(`\`${written[0]}\``, 'a value or a number')
    return failed
  }
  if (!fitsFormat(raw, format)) {
    misused(`format \`${format}\` for \`${written[0]}\`, which is ${JSON.stringify(raw)}`, 'one that fits')
    return failed
  }
  return show({
    ...(isShown(value) ? value : {}),
    raw,
    text: formatValue(raw, {format, lang: context.lang, wordsBelow: context.style?.wordsBelow}),
    format,
  })
}

/** What the author types and declares: a number that comes from no data of the brief. */
function literal({args: [value], named: {source}, context, misused}: Invocation): unknown {
  const raw = rawOf(value)
  if (isShown(value) || !isCell(raw) || raw === null) {
    misused('a value in `literal`', 'the number as it should stand in the text, in quotes')
    return failed
  }
  const cited = rawOf(source)
  const origin = {kind: 'literal', ...(typeof cited === 'string' && {source: cited})} as const
  return show({raw, text: formatValue(raw, {format: 'text', lang: context.lang}), origin})
}

/** The cell in the row whose first column holds `row`. */
function cell({args, named, context, misused}: Invocation): unknown {
  const tableName = textOf(args[0])
  const table = context.tables.get(tableName)
  if (table === undefined)
    return unknown(misused, `table \`${tableName}\``, {name: tableName, known: context.tables.keys()})
  if (table.size !== undefined) {
    misused(`table \`${tableName}\` of ${table.size} rows in \`cell\``, 'a view of it, or a value')
    return failed
  }
  const column = textOf(named['column'])
  const field = table.fields.find(({name}) => name === column)
  const columns = table.fields.map(({name}) => name)
  if (field === undefined) return unknown(misused, `column \`${column}\``, {name: column, known: columns})
  const row = textOf(named['row'])
  const keys = keysOf(table)
  const index = keys.indexOf(row)
  if (index === -1) return unknown(misused, `row \`${row}\``, {name: row, known: keys})
  if (keys.lastIndexOf(row) !== index) {
    misused(`row \`${row}\`, which \`${table.name}\` has more than once`, 'a row of its own')
    return failed
  }
  const shown = shownCell(table, field, {index, lang: context.lang})
  return show({...shown, sentence: `${table.name}: ${row}, ${field.name}`})
}

function keysOf(table: Table): readonly string[] {
  const [key] = table.fields
  return key === undefined ? [] : table.rows.map((row) => String(row[key.name] ?? ''))
}

function unknown(
  misused: Invocation['misused'],
  found: string,
  {name, known}: {readonly name: string; readonly known: Iterable<string>},
): unknown {
  const near = nearest(name, known)
  misused(found, near.length === 0 ? `one of ${[...known].slice(0, 9).join(', ')}` : listed(near))
  return failed
}

function compare({args, written, misused}: Invocation, holds: (order: number) => boolean): unknown {
  const [a, b] = args.map(rawOf)
  if (typeof a === 'number' && typeof b === 'number') return holds(a - b)
  if (typeof a === 'string' && typeof b === 'string') return holds(a < b ? -1 : a > b ? 1 : 0)
  misused(`comparison of \`${written[0]}\` and \`${written[1]}\``, 'two numbers or two texts')
  return failed
}

/** A text that names something: a format, a table, a row. */
function textOf(argument: unknown): string {
  const raw = rawOf(argument)
  return typeof raw === 'string' ? raw : JSON.stringify(raw)
}

function isCell(value: unknown): value is Cell {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
