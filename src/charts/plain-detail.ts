import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

/**
 * What Vega-Lite says without the JSON of its inside: for each object, the field or the first name that its author knows
 * it by. `has no effect ({"field":"mm",...})` becomes "has no effect (`mm`)".
 */
export function plainDetail(detail: string): string {
  let plain = ''
  let at = 0
  for (;;) {
    const start = detail.indexOf('{', at)
    if (start < 0) return plain + detail.slice(at)
    const end = endOfObject(detail, start)
    plain += detail.slice(at, start) + nameOf(detail.slice(start, end))
    at = end
  }
}

/** Where the object that begins at a place ends; the end of the text when it was cut off. */
function endOfObject(text: string, start: number): number {
  let depth = 0
  for (const {0: mark, index} of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (index < start) continue
    if (mark === '{') depth += 1
    if (mark === '}') depth -= 1
    if (depth === 0 && mark === '}') return index + 1
  }
  return text.length
}

function nameOf(json: string): string {
  const object = maybeObject(json)
  const name = object === undefined ? undefined : (textIn(object, 'field') ?? Object.keys(object)[0])
  return name === undefined ? 'a part of it' : `\`${name}\``
}

function maybeObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function textIn(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  return typeof value === 'string' ? value : undefined
}
