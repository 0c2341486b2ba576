import {expect, test} from 'vitest'
import {houseLocale, localeOf} from '../../../src/charts/locale-of.ts'

test('writes English, French, Hindi and German numbers', () => {
  expect(localeOf('en').number).toMatchObject({decimal: '.', thousands: ',', grouping: [3, 3], percent: '%'})
  expect(localeOf('fr').number).toMatchObject({
    decimal: ',',
    thousands: '\u202f',
    percent: expect.stringMatching(/^\s%$/) as string,
  })
  expect(localeOf('de').number).toMatchObject({decimal: ',', thousands: '.', percent: '\u00a0%'})
  expect(localeOf('hi').number.grouping.slice(0, 2)).toEqual([3, 2])
})

test('begins weeks on Sunday and years in January', () => {
  const {days, shortDays, months, shortMonths} = localeOf('en').time
  expect([days[0], shortDays[6], months[0], shortMonths[11]]).toEqual(['Sunday', 'Sat', 'January', 'Dec'])
  expect(localeOf('ur').time.months).toHaveLength(12)
})

test('counts a tag that is not well formed as English', () => {
  expect(localeOf('not a language')).toEqual(localeOf('en'))
})

test.each(['en', 'en-US', 'en-GB'])('says %s from memory as from the tables', (tag) => {
  expect(localeOf(tag)).toEqual(localeOf(`${tag}-u-nu-latn`))
})

test('a house writes parts of numbers and dates in its own way, for all languages or for one', () => {
  const house = {number: {thousands: "'"}, fr: {number: {decimal: '.'}, time: {date: '%d.%m.%Y'}}}
  expect(houseLocale('en', house).number).toEqual({...localeOf('en').number, thousands: "'"})
  expect(houseLocale('fr-CH', house)).toMatchObject({number: {thousands: "'", decimal: '.'}, time: {date: '%d.%m.%Y'}})
  expect(houseLocale('en', undefined)).toEqual(localeOf('en'))
})
