import {chartViews} from '../sources/chart-views.ts'
import type {CacheDoor, CacheKey} from '../effects/effects.ts'
import type {Brief} from '../model/brief.ts'
import type {Table} from '../model/data.ts'
import type {Sources} from '../model/sources.ts'
import type {Value, Values} from '../model/values.ts'
import {evaluate} from './evaluate.ts'

export interface EvaluateInput {
  readonly brief: Brief
  readonly sources: Sources
  readonly cache: CacheDoor
}

/** `evaluate`, or what it gave for the same data and definitions before, if it said nothing against them. */
export async function evaluateOnce({brief, sources, cache}: EvaluateInput): Promise<Values> {
  const key = keyOf(sources, brief)
  const kept = await cache.maybeGet(key)
  if (kept !== undefined) {
    brief.data?.store?.[Symbol.dispose]()
    return read(kept)
  }
  const files = [sources.narrative, sources.values, sources.package, ...sources.charts.values()].filter(
    (file) => file !== undefined,
  )
  const said = (): number => files.reduce((sum, file) => sum + file.messages.length, 0)
  const before = said()
  const values = await evaluate(brief)
  if (said() === before) cache.keep(key, written(values))
  return values
}

/** Everything that values depend on: the language, the descriptions, the data. */
function keyOf({package: described, values, data}: Sources, {frontMatter: {lang}, charts}: Brief): CacheKey {
  const texts = [described, values].map((file) => (file === undefined ? '' : String(file)))
  const files = [...data].flatMap(([path, {value}]) => [path, value ?? ''])
  const queries = JSON.stringify([...charts].map(([key, {spec}]) => [key, chartViews(spec)]))
  return {kind: 'values', parts: [lang, queries, ...texts, ...files]}
}

interface Written {
  readonly values: readonly (readonly [string, Value])[]
  readonly tables: readonly (readonly [string, Table])[]
}

function written({values, tables}: Values): string {
  return JSON.stringify({values: [...values], tables: [...tables]} satisfies Written)
}

function read(kept: Uint8Array): Values {
  const {values, tables} = JSON.parse(new TextDecoder().decode(kept)) as Written
  return {values: new Map(values), tables: new Map(tables)}
}
