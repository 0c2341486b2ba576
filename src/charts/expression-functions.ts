export type Evaluate<Node> = (node: Node) => unknown

export const constants: Readonly<Record<string, number | undefined>> = {
  NaN: Number.NaN,
  E: Math.E,
  LN2: Math.LN2,
  LN10: Math.LN10,
  LOG2E: Math.LOG2E,
  LOG10E: Math.LOG10E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
  MIN_VALUE: Number.MIN_VALUE,
  MAX_VALUE: Number.MAX_VALUE,
}

/**
 * The functions of the expression language that are not Vega's own: those that its compiler writes as plain JavaScript.
 * Dates are read in UTC whatever name is used, because the zone of a machine must not reach a drawing; for the same
 * reason there is no clock.
 */
export const expressionFunctions: Readonly<Record<string, ((...values: readonly unknown[]) => unknown) | undefined>> = {
  ...numbers(),
  ...texts(),
  ...dates(''),
  ...dates('utc'),
  now: () => {
    throw new Error('now() is not available: a chart is the same whenever it is drawn')
  },
  utc: (...parts) => Date.UTC(...(parts.map(Number) as [number])),
  datetime: (...parts) => newDate(parts),
  timezoneoffset: () => 0,
  time: (value) => asDate(value).getTime(),
}

/** Vega's own functions that would read the zone of the machine, and those that do the same in UTC. */
export const inUtc: Readonly<Record<string, string | undefined>> = {
  timeFormat: 'utcFormat',
  timeParse: 'utcParse',
  timeOffset: 'utcOffset',
  timeSequence: 'utcSequence',
  quarter: 'utcquarter',
  week: 'utcweek',
  isoweek: 'utcisoweek',
  dayofyear: 'utcdayofyear',
}

type Functions = Record<string, (...values: readonly unknown[]) => unknown>

function numbers(): Functions {
  const ofMath =
    (compute: (...values: number[]) => number) =>
    (...values: readonly unknown[]) =>
      compute(...values.map(Number))
  const {abs, acos, asin, atan, atan2, ceil, cos, exp, floor, hypot, log, max, min, pow, round, sin, sqrt, tan} = Math
  const plain = {abs, acos, asin, atan, atan2, ceil, cos, exp, floor, hypot, log, max, min, pow, round, sin, sqrt, tan}
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, compute]) => [name, ofMath(compute)])),
    isNaN: (value) => Number.isNaN(value),
    isFinite: (value) => Number.isFinite(value),
    clamp: (value, low, high) => Math.max(Number(low), Math.min(Number(high), Number(value))),
    parseFloat: (text) => Number.parseFloat(String(text)),
    parseInt: (text, radix) => Number.parseInt(String(text), radix === undefined ? undefined : Number(radix)),
  }
}

function texts(): Functions {
  return {
    length: (value) => (value as {length?: unknown} | undefined)?.length,
    upper: (text) => String(text).toUpperCase(),
    lower: (text) => String(text).toLowerCase(),
    substring: (text, from, to) => String(text).substring(Number(from), to === undefined ? undefined : Number(to)),
    split: (text, separator, limit) =>
      String(text).split(separator as string | RegExp, limit === undefined ? undefined : Number(limit)),
    trim: (text) => String(text).trim(),
    btoa: (text) => btoa(String(text)),
    atob: (text) => atob(String(text)),
    encodeURIComponent: (text) => encodeURIComponent(String(text)),
    regexp: (pattern, flags) => new RegExp(pattern as string | RegExp, flags as string | undefined),
    test: (pattern, text) => new RegExp(pattern as string | RegExp).test(String(text)),
  }
}

function dates(prefix: '' | 'utc'): Functions {
  const parts: Record<string, (date: Date) => number> = {
    date: (date) => date.getUTCDate(),
    day: (date) => date.getUTCDay(),
    year: (date) => date.getUTCFullYear(),
    month: (date) => date.getUTCMonth(),
    hours: (date) => date.getUTCHours(),
    minutes: (date) => date.getUTCMinutes(),
    seconds: (date) => date.getUTCSeconds(),
    milliseconds: (date) => date.getUTCMilliseconds(),
  }
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [prefix + name, (value: unknown) => part(asDate(value))]),
  )
}

function newDate(parts: readonly unknown[]): Date {
  if (parts.length === 0) throw new Error('datetime() without a date is not available: a chart has no clock')
  if (parts.length === 1) return asDate(parts[0])
  return new Date(Date.UTC(...(parts.map(Number) as [number])))
}

/** A text without a zone is a time in UTC. */
function asDate(value: unknown): Date {
  if (typeof value !== 'string') return new Date(value as number | Date)
  return new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value)
}
