import type {Message} from '../messages/message.ts'
import {
  mergeColumnOfTable,
  mergeCurlyQuote,
  mergeNotPrintable,
  mergeTableName,
  mergeUnknownName,
} from '../messages/merge.ts'
import {metaNames, type MergeContext} from './merge-context.ts'
import {shownParts} from './shown.ts'

/** What the name of an expression stands for where the brief's own names are seen. */
export type Resolved = {readonly parts: readonly string[]} | {readonly message: Message}

/**
 * Resolves the parts of a name, as split at points. Values may have points in their names: the longest value that the
 * parts spell wins, so that `kp.attacks` is one name and `kp.attacks.unit` is its unit.
 */
export function resolveName(parts: readonly string[], context: MergeContext): Resolved {
  const {values, tables} = context
  const [first, second] = parts
  if (first === undefined) return {message: mergeNotPrintable('this', 'whole brief')}
  const ofValue = maybeOfValue(parts, context)
  if (ofValue !== undefined) return ofValue
  const quote = /[“”„‟‘’‚«»]/.exec(parts.join('.'))?.[0]
  if (quote !== undefined) return {message: mergeCurlyQuote(quote)}
  if (first === 'tables' && second !== undefined) return ofTable(parts, tables)
  if (first === 'meta' && second !== undefined) return among(parts, metaNames)
  if (first === 'tables' || first === 'meta') return {parts}
  if (tables.has(first)) return {message: mergeTableName(parts.join('.'), first)}
  const places = [...tables.keys()].map((table) => `tables.${table}`).concat(metaNames.map((each) => `meta.${each}`))
  return {message: mergeUnknownName(parts.join('.'), [...values.keys(), ...places])}
}

function maybeOfValue(parts: readonly string[], {values}: MergeContext): Resolved | undefined {
  for (let length = parts.length; length > 0; length--) {
    const value = parts.slice(0, length).join('.')
    const rest = parts.slice(length)
    const [part] = rest
    if (!values.has(value) || rest.length > 1) continue
    if (part === undefined || shownParts.includes(part)) return {parts: [value, ...rest]}
    const known = [...values.keys(), ...shownParts.map((each) => `${value}.${each}`)]
    return {message: mergeUnknownName(parts.join('.'), known)}
  }
  return undefined
}

/** A table as a whole, how many rows it has, or one of them by its number. */
function ofTable(parts: readonly string[], tables: MergeContext['tables']): Resolved {
  const [, table = '', column] = parts
  if (column === undefined || !tables.has(table) || /^(?:\d+|length)$/.test(column)) return among(parts, tables.keys())
  return {message: mergeColumnOfTable(parts.join('.'), {table, column: parts.slice(2).join('.')})}
}

function among(parts: readonly string[], known: Iterable<string>): Resolved {
  const [first = '', second = ''] = parts
  const names = [...known]
  if (names.includes(second)) return {parts}
  return {
    message: mergeUnknownName(
      parts.join('.'),
      names.map((name) => `${first}.${name}`),
    ),
  }
}
