/** A day as a workbook shows it: all of it, its month, or its year only. */
export interface SheetDate {
  /** ISO, with a time where there is one. */
  readonly date: string
  readonly shown: DateForm
}

export type DateForm = 'date' | 'yearmonth' | 'year'

/** The formats that have a number and no code. */
const BUILT_IN: Readonly<Record<number, DateForm>> = {14: 'date', 15: 'date', 16: 'date', 17: 'yearmonth', 22: 'date'}

/** How a number of this format shows as a day; undefined when it does not. */
export function dateFormOf(id: number, code: string | undefined): DateForm | undefined {
  if (code === undefined) return BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined)
  // Texts in quotes, characters after a backslash, colours and languages in brackets say nothing of days.
  const letters = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, '').toLowerCase()
  if (letters.includes('d')) return 'date'
  if (!letters.includes('y')) return undefined
  return letters.includes('m') ? 'yearmonth' : 'year'
}

/** Whether cells of this format show nothing. */
export function hidesCells(code: string | undefined): boolean {
  return code !== undefined && /^;;;*$/.test(code.trim())
}

const DAY = 86_400_000

/** The day that a number stands for. The count of days begins before 1900, and knows a 29 February in that year. */
export function dateOfSerial(serial: number, {is1904}: {readonly is1904: boolean}): string | undefined {
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (days < 1 || days >= 2_958_466) return undefined
  // To the second: a time is a fraction that no binary number has.
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * (DAY / 86_400)).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
