import {localeOf} from './locale-of.ts'

/**
 * Intl's formats by language and options. Making one takes a hundred times longer than using it, and equal ones do the
 * same: keeping them changes nothing but the time.
 */
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** A format of numbers, the same one for the same language and options. */
export function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, [lang, options], () => new Intl.NumberFormat(localeOf(lang), options))
}

/** A format of dates, the same one for the same language and options. */
export function dateFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, [lang, options], () => new Intl.DateTimeFormat(localeOf(lang), options))
}

function kept<Format>(formats: Map<string, Format>, input: unknown, make: () => Format): Format {
  const key = JSON.stringify(input)
  const format = formats.get(key) ?? make()
  formats.set(key, format)
  return format
}
