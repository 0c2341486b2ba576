import type {Cell, FieldType} from '../model/data.ts'
import {isIsoDate} from './iso-date.ts'
import type {CellReading} from './resource.ts'

/** What each type takes, for messages. */
export const expectedCell: Readonly<Record<FieldType, string>> = {
  string: 'text',
  integer: 'a whole number such as `1234`',
  number: 'a number such as `1234.5`',
  boolean: '`true` or `false`',
  date: 'a date such as `2022-10-31`',
  year: 'a year such as `2022`',
  yearmonth: 'a month such as `2022-10`',
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const INTEGER = /^[+-]?\d+$/

/**
 * A value of a data file, which is not missing, as a cell of its field's type. Years and whole numbers are numbers,
 * dates and months ISO texts.
 *
 * @returns undefined when the value is not of that type
 */
export function maybeCell(value: unknown, reading: CellReading): Cell | undefined {
  if (typeof value === 'number') return maybeNumberCell(value, reading.type)
  if (typeof value === 'boolean') return reading.type === 'boolean' ? value : undefined
  return typeof value === 'string' ? maybeTextCell(value, reading) : undefined
}

function maybeNumberCell(value: number, type: FieldType): Cell | undefined {
  if (type === 'number') return value
  if (type === 'integer') return Number.isSafeInteger(value) ? value : undefined
  return type === 'year' && Number.isInteger(value) && value >= 0 && value <= 9999 ? value : undefined
}

function maybeTextCell(text: string, reading: CellReading): Cell | undefined {
  return textReaders[reading.type](text, reading)
}

const textReaders: Readonly<Record<FieldType, (text: string, reading: CellReading) => Cell | undefined>> = {
  string: (text) => text,
  integer: (text, reading) => maybeNumber(ungrouped(text, reading), INTEGER, Number.isSafeInteger),
  number: (text, reading) => maybeNumber(withPoint(ungrouped(text, reading), reading), NUMBER, Number.isFinite),
  year: (text) => maybeNumber(text, /^\d{4}$/, Number.isFinite),
  boolean: maybeBoolean,
  date: (text) => (text.length === 10 && isIsoDate(text) ? text : undefined),
  yearmonth: (text) => (text.length === 7 && isIsoDate(text) ? text : undefined),
}

function maybeBoolean(text: string, {trueValues, falseValues}: CellReading): boolean | undefined {
  if (trueValues.includes(text)) return true
  return falseValues.includes(text) ? false : undefined
}

/** A point where the decimal character is another is not a number. */
function withPoint(text: string, {decimalChar}: CellReading): string {
  if (decimalChar === '.') return text
  return text.includes('.') ? '' : text.replace(decimalChar, '.')
}

function maybeNumber(text: string, form: RegExp, fits: (value: number) => boolean): number | undefined {
  if (!form.test(text)) return undefined
  const value = Number(text)
  return fits(value) ? value : undefined
}

function ungrouped(text: string, {groupChar}: CellReading): string {
  return groupChar === undefined ? text : text.replaceAll(groupChar, '')
}
