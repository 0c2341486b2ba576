import type {Cell, Field, FieldType} from '../model/data.ts'
import {maybeFormatDate} from './format-date.ts'
import {grouped, percentage, signed} from './format-number.ts'
import {localeOf} from './locale-of.ts'
import {ordinal, spelled} from './number-words.ts'
import {plainDecimal, roundHalfUp} from './round-half-up.ts'

export interface FormatOptions {
  /** A named format; without one the value's type decides. */
  readonly format?: string | undefined
  /** What the column is, where the value comes from one. */
  readonly type?: FieldType | undefined
  readonly unit?: string | undefined
  /** BCP 47. */
  readonly lang: string
  /** Of the house style: whole numbers below it can be words. */
  readonly wordsBelow?: number | undefined
}

/** What a missing value prints as, as in official statistics: "not available". */
export const missingText = '[x]'

interface NumberToFormat {
  readonly raw: number
  readonly decimal: string
  readonly lang: string
  readonly wordsBelow: number | undefined
}

type NumberFormat = (number: NumberToFormat) => string

const numberFormats: Readonly<Record<string, NumberFormat>> = {
  integer: ({decimal, lang}) => grouped(roundHalfUp(decimal, 0), lang),
  decimal: ({decimal, lang}) => grouped(roundHalfUp(decimal, 1), lang),
  decimal2: ({decimal, lang}) => grouped(roundHalfUp(decimal, 2), lang),
  percent: ({decimal, lang}) => percentage(roundHalfUp(decimal, 0), lang),
  percent1: ({decimal, lang}) => percentage(roundHalfUp(decimal, 1), lang),
  change: ({decimal, lang}) => signed(grouped(roundHalfUp(decimal, 0), lang)),
  'change-percent': ({decimal, lang}) => signed(percentage(roundHalfUp(decimal, 0), lang)),
  signed: ({decimal, lang}) => signed(plain(decimal, lang)),
  points: ({decimal, lang}) => points(plain(decimal, lang), lang),
  words: ({raw, decimal, lang, wordsBelow}) => spelled(raw, lang, wordsBelow) ?? plain(decimal, lang),
  ordinal: ({raw, decimal, lang}) => ordinal(raw, lang) ?? plain(decimal, lang),
  year: ({decimal}) => roundHalfUp(decimal, 0),
}

const otherFormats = ['date', 'month-year', 'text', 'list', 'range']

/** The named formats. */
export const formatNames: readonly string[] = Object.keys(numberFormats).concat(otherFormats)

/**
 * A value as it stands in a text. Numbers are rounded half up on their decimal digits, with a true minus and the
 * language's thousands separators. A value that the format does not fit prints as it is; `fitsFormat` tells beforehand.
 */
export function formatValue(raw: Cell | readonly Cell[], options: FormatOptions): string {
  if (raw === null) return missingText
  if (isList(raw)) return options.format === 'range' ? formatRange(raw, options) : formatList(raw, options)
  if (typeof raw === 'number') return formatNumber(raw, options)
  if (typeof raw === 'boolean') return String(raw)
  return formatText(raw, options)
}

/** A cell as its column's format and type want it. */
export function formatCell(cell: Cell, field: Pick<Field, 'format' | 'type' | 'unit'>, lang: string): string {
  return formatValue(cell, {format: field.format, type: field.type, unit: field.unit, lang})
}

/** Whether a named format exists. */
export function isFormat(name: string): boolean {
  return formatNames.includes(name)
}

/** Whether a value can be written in a format: no words as numbers, no numbers as dates. Missing values fit all. */
export function fitsFormat(raw: Cell | readonly Cell[], format: string): boolean {
  if (raw === null || format === 'text' || format === 'list') return true
  if (format === 'range') return isList(raw)
  if (isList(raw)) return false
  if (format === 'year') return typeof raw === 'number' || maybeFormatDate(String(raw), 'year', 'en') !== undefined
  if (format === 'date' || format === 'month-year') {
    return typeof raw === 'string' && maybeFormatDate(raw, 'day', 'en') !== undefined
  }
  return typeof raw === 'number'
}

function formatNumber(raw: number, {format, type, lang, wordsBelow}: FormatOptions): string {
  const decimal = String(raw)
  if (!Number.isFinite(raw)) return decimal
  const name = format ?? (type === 'year' ? 'year' : '')
  const write = Object.hasOwn(numberFormats, name) ? numberFormats[name] : undefined
  return write === undefined ? plain(decimal, lang) : write({raw, decimal, lang, wordsBelow})
}

/** Beyond these decimals stands only what computing left over. */
const mostDecimals = 6

/** A number without a format: whole numbers whole, those below one with two digits that count, others with one decimal. */
function plain(decimal: string, lang: string): string {
  const {whole, fraction} = plainDecimal(decimal)
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0
  const places = /[1-9]/.test(whole) ? 1 : Math.min(zeros + 2, mostDecimals)
  return grouped(roundHalfUp(decimal, places).replace(/\.?0+$/, ''), lang)
}

function points(number: string, lang: string): string {
  if (!localeOf(lang).startsWith('en')) return `${number} pp`
  return /^−?1$/.test(number) ? `${number} percentage point` : `${number} percentage points`
}

function formatText(raw: string, {format, type, lang}: FormatOptions): string {
  if (format === 'date' || (format === undefined && type === 'date')) return maybeFormatDate(raw, 'day', lang) ?? raw
  if (format === 'month-year' || (format === undefined && type === 'yearmonth')) {
    return maybeFormatDate(raw, 'month', lang) ?? raw
  }
  if (format === 'year') return maybeFormatDate(raw, 'year', lang) ?? raw
  return format === undefined ? withRangeDash(raw) : raw
}

/** `2021-22` is a range of years and takes an en dash; `2021-08` may be a month and stays. */
function withRangeDash(text: string): string {
  const match = /^(\d{4})-(\d{2}|\d{4})$/.exec(text)
  if (match === null) return text
  const [, from = '', to = ''] = match
  return Number(to) > Number(from.slice(-to.length)) && Number(to) > 12 ? `${from}–${to}` : text
}

function formatList(raw: readonly Cell[], {lang, format, ...options}: FormatOptions): string {
  const itemFormat = format === 'list' ? undefined : format
  const items = raw.map((item) => formatValue(item, {...options, format: itemFormat, lang}))
  return new Intl.ListFormat(localeOf(lang), {type: 'conjunction'}).format(items)
}

/** From the lowest to the highest, with an en dash; one figure where both are the same. */
function formatRange(raw: readonly Cell[], {lang}: FormatOptions): string {
  const texts = raw.map((item) => formatValue(item, {lang}))
  return [...new Set(texts)].join('–')
}

function isList(raw: Cell | readonly Cell[]): raw is readonly Cell[] {
  return Array.isArray(raw)
}
