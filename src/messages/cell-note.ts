import type {FieldType} from '../model/data.ts'
import {isIsoDate} from '../sources/iso-date.ts'

type Advice = (written: string) => string | undefined

/** What to do about a cell that is not of its field's type, where its text tells what went wrong. */
export function maybeCellNote(written: string, type: FieldType): string | undefined {
  const advisers = [marker, ...(type === 'string' ? [] : [spaces]), ...byType[type]]
  for (const advise of advisers) {
    const note = advise(written)
    if (note !== undefined) return note
  }
  return undefined
}

const number: readonly Advice[] = [minus, percent, spacedGroups, commaGroups, decimalComma, unit]

const byType: Readonly<Record<FieldType, readonly Advice[]>> = {
  string: [],
  number,
  integer: [...number, fraction],
  boolean: [answer],
  date: [writtenDate],
  yearmonth: [writtenMonth],
  year: [rangeOfYears],
}

function marker(written: string): string | undefined {
  if (!/^\[\w+\]$|^(?:n\/?a|[-–—]+|\.+)$/i.test(written.trim())) return undefined
  return `Add "${written}" to \`missingValues\` of the schema if it marks a missing value, or correct the cell.`
}

function spaces(written: string): string | undefined {
  const bare = written.trim()
  if (bare === written) return undefined
  return bare === ''
    ? 'Remove the spaces, so that the cell is empty.'
    : `Remove the space before or after \`${bare}\`: cells are read as they are.`
}

/** Word processors and typographers write a minus or a dash. */
function minus(written: string): string | undefined {
  return /^[−–—]\d/.test(written)
    ? `Write the sign as a hyphen, \`-${written.slice(1)}\`; the brief prints a true minus.`
    : undefined
}

function percent(written: string): string | undefined {
  const figure = /^(.*\d)\s*%$/.exec(written)?.[1]
  return figure === undefined
    ? undefined
    : `Write \`${figure}\` without the sign, and set \`"unit": "%"\` on the field, or the format \`percent\`.`
}

function spacedGroups(written: string): string | undefined {
  const match = /^[+-]?\d{1,3}(?:(\s)\d{3})+(?:[.,]\d+)?$/u.exec(written)
  if (match === null) return undefined
  const plain = written.replace(/\s/gu, '')
  const space = match[1] === ' ' ? '`"groupChar": " "`' : '`groupChar` to that character'
  return `Write \`${plain}\` without the space, or set ${space} on the field.`
}

function commaGroups(written: string): string | undefined {
  return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)
    ? `Write \`${written.replaceAll(',', '')}\` without the comma, or set \`"groupChar": ","\` on the field.`
    : undefined
}

function decimalComma(written: string): string | undefined {
  return /^[+-]?\d+,\d+$/.test(written)
    ? `Write \`${written.replace(',', '.')}\` with a point, or set \`"decimalChar": ","\` on the field.`
    : undefined
}

/** `57 mm`, `$57`, `~57`, `57*`. */
function unit(written: string): string | undefined {
  const match = /^([^\d\s.,+-]*)\s?([+-]?\d+(?:\.\d+)?)\s?([^\d\s.,+-]*)$/.exec(written)
  const [, before = '', figure = '', after = ''] = match ?? []
  if (before + after === '' || /^e$/i.test(after)) return undefined
  return `Write \`${figure}\` alone; what it counts belongs in \`unit\` of the field, a remark in a column of its own.`
}

function fraction(written: string): string | undefined {
  const whole = /^([+-]?\d+)\.(\d+)$/.exec(written)
  if (whole === null) return undefined
  const orWhole = /^0+$/.test(whole[2] ?? '') ? `, or write \`${whole[1]}\`` : ''
  return `Make the type of the field \`number\`${orWhole}.`
}

function answer(written: string): string | undefined {
  return /^(?:yes|no|y|n|t|f)$/i.test(written)
    ? 'Write `true` or `false`, or name the words in `trueValues` and `falseValues` of the field: `"trueValues": ["yes"]`.'
    : undefined
}

/** `1/2/2022` is a day in February to most of the world, and one in January to some. */
function writtenDate(written: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written) ?? []
  if (year !== '') return maybeDates([iso(year, month, day)])
  const [, first = '', second = '', last = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written) ?? []
  return last === '' ? undefined : maybeDates([iso(last, second, first), iso(last, first, second)])
}

function maybeDates(dates: readonly (string | undefined)[]): string | undefined {
  const [date, other] = [...new Set(dates.filter((each) => each !== undefined))]
  if (date === undefined) return undefined
  return other === undefined
    ? `Write the date as \`${date}\`: year, month, day.`
    : `Write the date as \`${date}\`: year, month, day (\`${other}\` if the month came first).`
}

function iso(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(text) ? text : undefined
}

function writtenMonth(written: string): string | undefined {
  const [, year = '', month = ''] = /^(\d{4})[-/.](\d{1,2})$/.exec(written) ?? []
  const [, before = '', after = ''] = /^(\d{1,2})[-/.](\d{4})$/.exec(written) ?? []
  const text = iso(year === '' ? after : year, year === '' ? before : month, '1')?.slice(0, 7)
  return text === undefined || text === written ? undefined : `Write the month as \`${text}\`: year, month.`
}

function rangeOfYears(written: string): string | undefined {
  return /^\d{4}\s?[-–/]\s?(?:\d{2}|\d{4})$/.test(written)
    ? 'Make the type of the field `string`: a range of years is not one year.'
    : undefined
}
