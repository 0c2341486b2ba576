import {localeOf} from './locale-of.ts'

/**
 * How dates are called, where all labels are ISO dates: years when each is a first of January, months when each is the
 * first of one, else days.
 */
export function dateLabels(labels: readonly string[], lang: string): ReadonlyMap<string, string> {
  const dates = labels.map((label) => /^(\d{4})-(\d{2})-(\d{2})$/.exec(label))
  if (labels.length === 0 || dates.some((date) => date === null)) return new Map()
  const {months} = localeOf(lang).time
  const isYears = labels.every((label) => label.endsWith('-01-01'))
  const isMonths = labels.every((label) => label.endsWith('-01'))
  return new Map(
    dates.flatMap((date) => {
      const [label = '', year = '', month = '', day = ''] = date ?? []
      const name = `${months[Number(month) - 1] ?? ''} ${year}`
      if (isYears) return [[label, year]]
      return [[label, isMonths ? name : `${Number(day)} ${name}`]]
    }),
  )
}
