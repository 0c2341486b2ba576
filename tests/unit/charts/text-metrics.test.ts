import {expect, test} from 'vitest'
import {loadTextMetrics} from '../../../src/charts/text-metrics.ts'
import {readChartFonts} from './chart-fonts.ts'

const measure = loadTextMetrics(await readChartFonts())
const item = {font: 'Source Sans 3', fontSize: 11}

// Widths as Chromium gives them for SVG text with `text-rendering: geometricPrecision`.
test.each([
  ['Tehrik-i-Taliban Pakistan', 400, 111.85],
  ['1,234,567', 400, 43.75],
  ['−14', 600, 16.93],
  ['AVATAR To Ye fi ffl', 400, 79.63],
  ['Łódź Šibenik', 600, 60.49],
])('measures `%s` at weight %d', (text, fontWeight, width) => {
  expect(measure({...item, fontWeight}, text)).toBeCloseTo(width, 1)
})

test('takes the nearest face for what is not there', () => {
  expect(measure({...item, fontWeight: 'bold'}, 'Sindh')).toBe(measure({...item, fontWeight: 600}, 'Sindh'))
  expect(measure({...item, fontStyle: 'italic'}, 'Sindh')).toBe(measure(item, 'Sindh'))
  expect(measure({...item, font: 'Nowhere, sans-serif'}, 'Sindh')).toBe(measure(item, 'Sindh'))
})

test('takes letters that no face has for half an em', () => {
  expect(measure(item, '上海')).toBe(11)
})

test('gives nothing for no text, and no more than the limit', () => {
  expect(measure(item, undefined)).toBe(0)
  expect(measure(item, ' ')).toBe(0)
  expect(measure({...item, fontSize: 0}, 'Sindh')).toBe(0)
  expect(measure({...item, limit: 10}, 'Balochistan')).toBe(10)
})
