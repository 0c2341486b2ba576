import type {ValueDefinition} from '../model/values.ts'
import {decimalOf, numberOf, quotient, subtract} from '../values/decimal.ts'
import type {Condition} from './conditions.ts'
import {crossings, type Crossing} from './crossings.ts'
import type {KeptValue} from './snapshot.ts'
import {standingOf, type Standing} from './standing.ts'

/** What became of a named value. */
export interface ValueChange {
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before: KeptValue | undefined
  readonly after: KeptValue | undefined
  /** New less old, and in percent of the old; absent for what are not numbers. */
  readonly difference?: number
  readonly percent?: number
  readonly direction?: 'up' | 'down'
  readonly flags: readonly Flag[]
}

/** What an editor must look at: where words around a number may no longer be true. */
export type Flag =
  | {readonly kind: 'sign'}
  | ({readonly kind: 'threshold'} & Crossing)
  | ({readonly kind: 'standing'} & Standing)
  | {readonly kind: 'unit' | 'as-of' | 'source' | 'format'; readonly before: string; readonly after: string}
  /** Computed in another way. */
  | {readonly kind: 'definition'}
  /** It prints as before: the change is below its rounding. */
  | {readonly kind: 'rounding'}

/** Words around the number may have to change; a later date or a change below the rounding asks for less. */
export function isAlarming({kind}: Flag): boolean {
  return kind === 'sign' || kind === 'threshold' || kind === 'standing' || kind === 'unit' || kind === 'definition'
}

export interface ValueContext {
  /** Comparisons that the narrative makes. */
  readonly conditions: readonly Condition[]
  readonly definitions: ReadonlyMap<string, ValueDefinition>
  /** Columns that have another name now: to name one by it is no other way to compute. */
  readonly renamed?: readonly {readonly before: string; readonly after: string}[]
}

/** Compares the values of two editions by name; those that are the same are left out. */
export function compareValues(
  before: readonly KeptValue[],
  after: readonly KeptValue[],
  context: ValueContext,
): readonly ValueChange[] {
  const old = new Map(before.map((value) => [value.name, value]))
  const fresh = new Map(after.map((value) => [value.name, value]))
  const crossed = crossings(context.conditions, old, fresh)
  const kept = after.flatMap((value): ValueChange[] => {
    const was = old.get(value.name)
    if (was === undefined) return [{name: value.name, kind: 'added', before: undefined, after: value, flags: []}]
    const flags = flagsOf(was, value, {crossed: crossed.get(value.name) ?? [], context})
    if (JSON.stringify(was.raw) === JSON.stringify(value.raw) && was.text === value.text && flags.length === 0)
      return []
    return [{name: value.name, kind: 'changed', before: was, after: value, ...movement(was, value), flags}]
  })
  const removed = before
    .filter(({name}) => !fresh.has(name))
    .map((value): ValueChange => ({name: value.name, kind: 'removed', before: value, after: undefined, flags: []}))
  return [...kept, ...removed]
}

function movement(
  {raw: was}: KeptValue,
  {raw: is}: KeptValue,
): Pick<ValueChange, 'difference' | 'percent' | 'direction'> {
  if (typeof was !== 'number' || typeof is !== 'number' || was === is) return {}
  const change = subtract(decimalOf(is), decimalOf(was))
  // In per cent of what is below zero, or across it, a change has no meaning.
  const percent = was > 0 && is >= 0 ? quotient(change, decimalOf(was), 100n) : undefined
  return {difference: numberOf(change), direction: is > was ? 'up' : 'down', ...(percent !== undefined && {percent})}
}

function flagsOf(
  was: KeptValue,
  is: KeptValue,
  {crossed, context}: {readonly crossed: readonly Crossing[]; readonly context: ValueContext},
): readonly Flag[] {
  const standing = standingOf(context.definitions.get(is.name), was, is)
  const changed = (kind: 'unit' | 'as-of' | 'source' | 'format', before = '', after = ''): Flag[] =>
    before === after ? [] : [{kind, before, after}]
  return [
    ...(signOf(was) * signOf(is) < 0 ? [{kind: 'sign'} as const] : []),
    ...crossed.map((crossing) => ({kind: 'threshold' as const, ...crossing})),
    ...(standing === undefined ? [] : [{kind: 'standing' as const, ...standing}]),
    ...changed('unit', was.unit, is.unit),
    ...changed('as-of', was.asOf, is.asOf),
    ...changed('source', was.source, is.source),
    ...changed('format', was.format, is.format),
    ...(isMadeOtherwise(was, is, context) ? [{kind: 'definition'} as const] : []),
    ...(was.raw !== is.raw && was.text === is.text && typeof is.raw === 'number' ? [{kind: 'rounding'} as const] : []),
  ]
}

function isMadeOtherwise({made: was}: KeptValue, {made: is}: KeptValue, {renamed = []}: ValueContext): boolean {
  if (was === undefined || is === undefined || was === is) return false
  const names = new Map(renamed.map(({before, after}) => [before, after]))
  return was.replace(/[\p{L}\p{N}_]+/gu, (word) => names.get(word) ?? word) !== is
}

/** A value that is zero, or no number, has none: only a rise that becomes a fall flips. */
function signOf({raw}: KeptValue): number {
  return typeof raw === 'number' ? Math.sign(raw) : 0
}
