import {isJsonObject} from './chart-job.ts'

/** Locale definitions of d3-format and d3-time-format, as Vega takes them. */
export interface ChartLocale {
  readonly number: {
    readonly decimal: string
    readonly thousands: string
    readonly grouping: readonly number[]
    readonly currency: readonly [string, string]
    readonly percent: string
    readonly minus: string
  }
  readonly time: {
    readonly dateTime: string
    readonly date: string
    readonly time: string
    readonly periods: readonly [string, string]
    readonly days: readonly string[]
    readonly shortDays: readonly string[]
    readonly months: readonly string[]
    readonly shortMonths: readonly string[]
  }
}

/**
 * How a language writes numbers and dates in charts: Latin digits, the Gregorian calendar, a true minus sign.
 *
 * @param lang BCP 47; a tag that is not well formed counts as English
 */
export function localeOf(lang: string): ChartLocale {
  // What follows gives the same for English, but the tables of languages take long to load.
  if (lang === 'en' || lang === 'en-US') return ENGLISH
  if (lang === 'en-GB') return BRITISH
  const tag = wellFormed(lang)
  return {number: numbersOf(tag), time: timesOf(tag)}
}

/**
 * A language's numbers and dates with what a house does in its own way: parts of `number` and `time`, for all languages or
 * under the name of one. `{"number": {"thousands": " "}, "fr": {"time": {"date": "%d.%m.%Y"}}}`
 */
export function houseLocale(lang: string, house: unknown): ChartLocale {
  const {number, time} = localeOf(lang)
  const own = [house, ...[lang.split('-')[0] ?? lang, lang].map((name) => partOf(house, name))]
  const merged = (base: object, part: string): object =>
    Object.assign({}, base, ...own.map((each) => partOf(each, part)))
  return {number: merged(number, 'number') as ChartLocale['number'], time: merged(time, 'time') as ChartLocale['time']}
}

function partOf(value: unknown, name: string): object {
  const part: unknown = isJsonObject(value) ? value[name] : undefined
  return isJsonObject(part) ? part : {}
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const PATTERNS = {
  dateTime: '%-d %B %Y, %H:%M',
  date: '%-d %B %Y',
  time: '%H:%M:%S',
  periods: ['AM', 'PM'],
} as const

const ENGLISH: ChartLocale = {
  number: {decimal: '.', thousands: ',', grouping: [3, 3], currency: ['', ''], percent: '%', minus: '\u2212'},
  time: {
    ...PATTERNS,
    days: DAYS,
    shortDays: DAYS.map((day) => day.slice(0, 3)),
    months: MONTHS,
    shortMonths: MONTHS.map((month) => month.slice(0, 3)),
  },
}

const BRITISH: ChartLocale = {
  ...ENGLISH,
  time: {...ENGLISH.time, shortMonths: ENGLISH.time.shortMonths.map((month) => (month === 'Sep' ? 'Sept' : month))},
}

function wellFormed(lang: string): string {
  try {
    return new Intl.Locale(lang, {numberingSystem: 'latn', calendar: 'gregory'}).toString()
  } catch {
    return 'en-u-ca-gregory-nu-latn'
  }
}

function numbersOf(tag: string): ChartLocale['number'] {
  const parts = new Intl.NumberFormat(tag, {minimumFractionDigits: 1}).formatToParts(123456789.5)
  const text = (type: string): string | undefined => parts.find((part) => part.type === type)?.value
  const groups = parts.filter((part) => part.type === 'integer').map((part) => part.value.length)
  const percent = new Intl.NumberFormat(tag, {style: 'percent'}).formatToParts(1).slice(1)
  return {
    decimal: text('decimal') ?? '.',
    thousands: text('group') ?? ',',
    // From the right; the last one goes on to the left.
    grouping: groups.length > 1 ? groups.slice(1).reverse() : [3],
    currency: ['', ''],
    percent: percent.map((part) => part.value).join(''),
    minus: '\u2212',
  }
}

function timesOf(tag: string): ChartLocale['time'] {
  return {
    ...PATTERNS,
    days: daysOf(tag, 'long'),
    shortDays: daysOf(tag, 'short'),
    months: monthsOf(tag, 'long'),
    shortMonths: monthsOf(tag, 'short'),
  }
}

function daysOf(tag: string, weekday: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, {weekday, timeZone: 'UTC'})
  // 1 August 2021 was a Sunday, the first day of d3's week.
  return Array.from({length: 7}, (_, day) => format.format(Date.UTC(2021, 7, 1 + day)))
}

function monthsOf(tag: string, month: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, {month, timeZone: 'UTC'})
  return Array.from({length: 12}, (_, index) => format.format(Date.UTC(2021, index, 1)))
}
