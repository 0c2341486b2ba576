import type {Value, ValueDefinition} from '../model/values.ts'
import type {Printed} from '../printed.ts'
import {bracedNames} from './fill-names.ts'

/** A value with what it is now and where it is used. */
export interface ListedValue {
  readonly value: Value
  readonly form: string
  /** Places as `path:line`, each once, in order. */
  readonly used: readonly string[]
  /** The names of the values that are computed from it. */
  readonly usedBy: readonly string[]
}

export interface ListInput {
  readonly values: ReadonlyMap<string, Value>
  readonly definitions: ReadonlyMap<string, ValueDefinition>
  /** What was printed: Document.printed. */
  readonly printed: readonly Printed[]
}

/** The values of a brief in the order of their definitions. */
export function listValues({values, definitions, printed}: ListInput): ListedValue[] {
  const places = new Map<string, Set<string>>()
  for (const {origin, path, start} of printed) {
    if (origin.kind !== 'value') continue
    const known = places.get(origin.name) ?? new Set()
    places.set(origin.name, known.add(start === undefined ? path : `${path}:${start.line}`))
  }
  return [...values.values()].map((value) => ({
    value,
    form: definitions.get(value.name)?.form ?? '',
    used: [...(places.get(value.name) ?? [])],
    usedBy: [...definitions.values()].filter((other) => names(other).includes(value.name)).map(({name}) => name),
  }))
}

/** The values that a definition names: in its argument, and in double braces. */
export function names({argument, where}: ValueDefinition): readonly string[] {
  const direct = Array.isArray(argument) ? argument.filter((one): one is string => typeof one === 'string') : []
  const of = typeof argument === 'object' && argument !== null && 'of' in argument ? [String(argument.of)] : []
  return [...direct, ...of, ...bracedNames(JSON.stringify([argument, where]))]
}
