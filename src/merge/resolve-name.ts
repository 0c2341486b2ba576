import type {Message} from '../messages/message.ts'
import {mergeNotPrintable, mergeUnknownName} from '../messages/merge.ts'
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
  if (first === 'tables' && second !== undefined) return among(parts, tables.keys())
  if (first === 'meta' && second !== undefined) return among(parts, metaNames)
  if (first === 'tables' || first === 'meta') return {parts}
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
