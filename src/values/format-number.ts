import {numberFormat} from './intl-formats.ts'

const minus = '−'

/** A rounded decimal string with the language's thousands separators and decimal mark, and a true minus. */
export function grouped(decimal: string, lang: string): string {
  return withMinus(decimal, (digits, options) => numberFormat(lang, options).format(digits))
}

/** The same with the language's percent sign where the language puts it; the number is in percent units. */
export function percentage(decimal: string, lang: string): string {
  return withMinus(decimal, (digits, options) =>
    numberFormat(lang, {...options, style: 'unit', unit: 'percent'}).format(digits),
  )
}

/** A number as a change: with a plus unless it is negative or rounds to zero. */
export function signed(text: string): string {
  return text.startsWith(minus) || !/[1-9]/.test(text) ? text : `+${text}`
}

/** Intl writes a hyphen for a minus in most languages, so it is given no sign to write. */
function withMinus(
  decimal: string,
  format: (digits: Intl.StringNumericLiteral, options: Intl.NumberFormatOptions) => string,
): string {
  const negative = decimal.startsWith('-')
  const digits = negative ? decimal.slice(1) : decimal
  const places = digits.split('.')[1]?.length ?? 0
  // A string, not a number: Intl takes its digits exactly.
  const text = format(digits as Intl.StringNumericLiteral, {
    numberingSystem: 'latn',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return negative ? minus + text : text
}
