import {dateFormat} from './intl-formats.ts'

/** How much of a date is shown; a date that is known less exactly shows what is known. */
export type DateDetail = 'day' | 'month' | 'year'

/**
 * An ISO date (`2022`, `2022-08` or `2022-08-14`) in words of the language: "14 August 2022".
 *
 * @returns undefined when the text is no such date
 */
export function maybeFormatDate(iso: string, detail: DateDetail, lang: string): string | undefined {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso)
  if (match === null) return undefined
  const [, year = '', month, day] = match
  if (detail === 'year' || month === undefined) return year
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day ?? 1)) return undefined
  const shown = detail === 'day' && day !== undefined ? ({day: 'numeric'} as const) : {}
  return dateFormat(lang, {
    ...shown,
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(date)
}
