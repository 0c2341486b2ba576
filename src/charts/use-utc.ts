import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

/**
 * A compiled Vega spec whose times are all in UTC: scales, time units, formats of axes, parsing of dates. What an author
 * writes as `"timeUnit": "yearmonth"` would otherwise be cut at midnights of the machine's zone.
 */
export function useUtc(spec: JsonObject): JsonObject {
  return visited(spec) as JsonObject
}

function visited(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(visited)
  if (!isJsonObject(value)) return value
  // Rows are not part of the spec; nothing in them is to be touched.
  const entries = Object.entries(value).map(([name, part]) => [name, name === 'values' ? part : visited(part)])
  return inUtc(Object.fromEntries(entries))
}

function inUtc(part: JsonObject): JsonObject {
  if (part['type'] === 'timeunit') return {...part, timezone: 'utc'}
  if (part['type'] === 'time') return {...part, type: 'utc'}
  if (part['formatType'] === 'time') return {...part, formatType: 'utc'}
  if (isJsonObject(part['parse'])) return {...part, parse: parseInUtc(part['parse'])}
  return part
}

function parseInUtc(parse: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(parse).map(([field, type]) => [field, String(type).replace(/^date:/, 'utc:')]),
  )
}
