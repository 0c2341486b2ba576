import {expect, test} from 'vitest'
import {fitsFormat, formatCell, formatNames, formatValue, isFormat} from '../../../src/values/format.ts'

test.each([
  ['integer', 1234.5, '1,235'],
  ['integer', -1234, '−1,234'],
  ['decimal', 3, '3.0'],
  ['decimal', 2.25, '2.3'],
  ['decimal2', 1.005, '1.01'],
  ['percent', 52.5, '53%'],
  ['percent1', -14.25, '−14.3%'],
  ['change', 79.3, '+79'],
  ['change', -14, '−14'],
  ['change', -0.4, '0'],
  ['change-percent', 79.3, '+79%'],
  ['change-percent', 0, '0%'],
  ['signed', 2.25, '+2.3'],
  ['points', 1, '1 percentage point'],
  ['points', -2.5, '−2.5 percentage points'],
  ['words', 0, 'zero'],
  ['words', 9, 'nine'],
  ['words', 10, '10'],
  ['words', 1500, '1,500'],
  ['words', 2.5, '2.5'],
  ['ordinal', 1, '1st'],
  ['ordinal', 12, '12th'],
  ['ordinal', 23, '23rd'],
  ['date', '2022-08-14', '14 August 2022'],
  ['date', '2022-08', 'August 2022'],
  ['date', '2022-02-31', '2022-02-31'],
  ['month-year', '2022-08-14', 'August 2022'],
  ['year', '2022-08-14', '2022'],
  ['year', 2022, '2022'],
  ['text', '2021-22', '2021-22'],
  [undefined, 1234, '1,234'],
  [undefined, 2.25, '2.3'],
  [undefined, 2.04, '2'],
  [undefined, 10, '10'],
  [undefined, 0, '0'],
  [undefined, 0.04, '0.04'],
  [undefined, -0.456, '−0.46'],
  [undefined, 0.5, '0.5'],
  [undefined, 0.999, '1'],
  [undefined, 0.00000004, '0'],
  [undefined, '2021-22', '2021–22'],
  [undefined, '2011-12', '2011-12'],
  [undefined, null, '[x]'],
  [undefined, true, 'true'],
  [undefined, 1e21, '1,000,000,000,000,000,000,000'],
] as const)('writes %s of %j as %s', (format, raw, expected) => {
  expect(formatValue(raw, {format, lang: 'en'})).toBe(expected)
})

test('writes lists in the language', () => {
  expect(formatValue(['a', 'b', 'c'], {format: 'list', lang: 'en'})).toBe('a, b and c')
  expect(formatValue(['a', 'b', 'c'], {format: 'list', lang: 'en-US'})).toBe('a, b, and c')
  expect(formatValue([1000, 2.5], {format: 'list', lang: 'de'})).toBe('1.000 und 2,5')
})

test('keeps the habits of the language, with Latin digits and a true minus', () => {
  expect(formatValue(-1234567.25, {format: 'decimal', lang: 'de'})).toBe('−1.234.567,3')
  expect(formatValue(52, {format: 'percent', lang: 'fr'})).toMatch(/^52[\u00a0\u202f]%$/u)
  expect(formatValue(1234, {format: 'integer', lang: 'ar-EG'})).toMatch(/^[\d.,٬]+$/u)
  expect(formatValue('2022-08-14', {format: 'date', lang: 'fr'})).toBe('14 août 2022')
  expect(formatValue('2022-08-14', {format: 'date', lang: 'th'})).toContain('2022')
  expect(formatValue(3, {format: 'words', lang: 'fr'})).toBe('trois')
  expect(formatValue(3, {format: 'words', lang: 'ar'})).toBe('3')
  expect(formatValue(3, {format: 'ordinal', lang: 'de'})).toBe('3.')
})

test('takes the format of a column, else its type', () => {
  expect(formatCell(2022, {type: 'year'}, 'en')).toBe('2022')
  expect(formatCell('2022-08', {type: 'yearmonth'}, 'en')).toBe('August 2022')
  expect(formatCell('2022-08-14', {type: 'date'}, 'en')).toBe('14 August 2022')
  expect(formatCell(79.31, {type: 'number', format: 'change'}, 'en')).toBe('+79')
})

test('tells which formats exist and fit', () => {
  expect(formatNames.every(isFormat)).toBe(true)
  expect(isFormat('perzent')).toBe(false)
  expect(fitsFormat('many', 'integer')).toBe(false)
  expect(fitsFormat(3, 'date')).toBe(false)
  expect(fitsFormat(null, 'integer')).toBe(true)
  expect(fitsFormat(['a'], 'list')).toBe(true)
  expect(fitsFormat(['a'], 'integer')).toBe(false)
})
