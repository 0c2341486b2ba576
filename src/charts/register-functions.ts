import type {DrawingTools} from './load-drawing-tools.ts'
import {wrapText} from './wrap-labels.ts'

/**
 * Replaces those functions of Vega's expression language that would let the machine into a drawing: dates are read in
 * UTC by whatever name, and there is no clock. Adds `wrapLabel(text, width, style)`, which gives a text's lines.
 *
 * Vega keeps its functions for all charts of a thread: a second call replaces the first.
 */
export function registerFunctions({vega, measure}: Pick<DrawingTools, 'vega' | 'measure'>): void {
  for (const [name, read] of Object.entries({...dateParts, ...clock})) vega.expressionFunction(name, read)
  for (const [local, utc] of inUtc) vega.expressionFunction(local, vega.expressionFunction(utc))
  vega.expressionFunction('wrapLabel', (text: unknown, limit: unknown, style: unknown) =>
    wrapText(String(text), Number(limit), (part) => measure(Object(style), part)),
  )
}

const dateParts: Readonly<Record<string, (value: unknown) => number>> = {
  date: (value) => asDate(value).getUTCDate(),
  day: (value) => asDate(value).getUTCDay(),
  year: (value) => asDate(value).getUTCFullYear(),
  month: (value) => asDate(value).getUTCMonth(),
  hours: (value) => asDate(value).getUTCHours(),
  minutes: (value) => asDate(value).getUTCMinutes(),
  seconds: (value) => asDate(value).getUTCSeconds(),
  milliseconds: (value) => asDate(value).getUTCMilliseconds(),
  time: (value) => asDate(value).getTime(),
  timezoneoffset: () => 0,
}

const clock: Readonly<Record<string, (...parts: readonly unknown[]) => Date>> = {
  now() {
    throw new Error('now() is not available: a chart is the same whenever it is drawn')
  },
  datetime(...parts) {
    if (parts.length === 0) throw new Error('datetime() is not available without a date: a chart has no clock')
    if (parts.length === 1) return asDate(parts[0])
    return new Date(Date.UTC(...(parts.map(Number) as [number])))
  },
}

/** Vega's own functions that read the zone of the machine, and those that do the same in UTC. */
const inUtc = [
  ['timeFormat', 'utcFormat'],
  ['timeParse', 'utcParse'],
  ['timeOffset', 'utcOffset'],
  ['timeSequence', 'utcSequence'],
  ['quarter', 'utcquarter'],
  ['week', 'utcweek'],
  ['isoweek', 'utcisoweek'],
  ['dayofyear', 'utcdayofyear'],
] as const

/** A text with a time but without a zone is a time in UTC. */
function asDate(value: unknown): Date {
  if (typeof value !== 'string') return new Date(value as number | Date)
  return new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value)
}
