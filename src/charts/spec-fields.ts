import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {namedData} from './named-data.ts'

/**
 * Fields that a Vega-Lite spec encodes although neither its tables nor its transforms have them. Vega-Lite itself draws
 * an empty chart without a word.
 *
 * @param columns names of all columns of the tables that the spec names
 */
export function unknownFields(spec: JsonObject, columns: Iterable<string>): {unknown: string[]; known: string[]} {
  const made = new Set<string>(columns)
  for (const rows of namedData(spec).inline) {
    for (const row of rows) (isJsonObject(row) ? Object.keys(row) : ['data']).forEach((name) => made.add(name))
  }
  for (const name of namedData(spec).generated) made.add(name)
  const used = new Set<string>()
  const found = {used, made, isOpen: false}
  collect(spec, found)
  const unknown = found.isOpen ? [] : [...used].filter((name) => !made.has(name))
  return {unknown, known: [...made]}
}

interface Found {
  readonly used: Set<string>
  readonly made: Set<string>
  /** A transform makes fields whose names depend on the data. */
  isOpen: boolean
}

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) value.forEach((part) => collect(part, found))
  if (!isJsonObject(value)) return
  for (const [name, part] of Object.entries(value)) {
    if (['data', 'datasets', 'usermeta', 'config'].includes(name)) continue
    if (name === 'encoding') collectUsed(part, found.used)
    if (name === 'transform')
      [part]
        .flat()
        .filter(isJsonObject)
        .forEach((each) => collectMade(each, found))
    collect(part, found)
  }
}

function collectUsed(value: unknown, used: Set<string>): void {
  if (Array.isArray(value)) value.forEach((part) => collectUsed(part, used))
  if (!isJsonObject(value)) return
  const {field} = value
  // A path into nested data is left to Vega.
  if (typeof field === 'string' && !/[.[\\]/.test(field)) used.add(field)
  collectUsed(value['condition'], used)
  for (const channel of Object.values(value)) if (isJsonObject(channel)) collectUsed(channel, used)
}

/** The fields that transforms name by default, by a property that tells the transform. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  fold: ['key', 'value'],
  density: ['value', 'density'],
  quantile: ['prob', 'value'],
  stack: [],
}

function collectMade(transform: JsonObject, found: Found): void {
  if ('pivot' in transform || 'regression' in transform || 'loess' in transform) found.isOpen = true
  for (const [property, names] of Object.entries(DEFAULTS)) {
    if (property in transform) names.forEach((name) => found.made.add(name))
  }
  if (isJsonObject(transform['from'])) texts(transform['from']['fields']).forEach((name) => found.made.add(name))
  collectAs(transform, found.made)
}

function collectAs(value: unknown, made: Set<string>): void {
  if (Array.isArray(value)) value.forEach((part) => collectAs(part, made))
  if (!isJsonObject(value)) return
  texts(value['as']).forEach((name) => made.add(name))
  // A bin's other end.
  if (value['bin'] !== undefined) texts(value['as']).forEach((name) => made.add(`${name}_end`))
  if (value['timeUnit'] !== undefined) texts(value['as']).forEach((name) => made.add(`${name}_end`))
  Object.values(value).forEach((part) => collectAs(part, made))
}

function texts(value: unknown): readonly string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string')
}
