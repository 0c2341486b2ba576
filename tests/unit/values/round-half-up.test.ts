import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {roundHalfUp} from '../../../src/values/round-half-up.ts'

test.each([
  ['2.345', 2, '2.35'],
  ['1.005', 2, '1.01'],
  ['-2.5', 0, '-3'],
  ['2.5', 0, '3'],
  ['-0.4', 0, '0'],
  ['999.95', 1, '1000.0'],
  ['1.5e-7', 7, '0.0000002'],
  ['1e21', 0, '1000000000000000000000'],
  ['-1.25e3', 1, '-1250.0'],
  ['.5', 0, '1'],
])('rounds %s to %i places', (decimal, digits, expected) => {
  expect(roundHalfUp(decimal, digits)).toBe(expected)
})

test('refuses what is not a decimal number', () => {
  expect(() => roundHalfUp('NaN', 0)).toThrow(RangeError)
  expect(() => roundHalfUp('.', 0)).toThrow(RangeError)
})

test('is within half a unit of the exact number, for every number', () => {
  const decimals = fc.tuple(fc.bigInt({min: -(10n ** 18n), max: 10n ** 18n}), fc.integer({min: 0, max: 12}))
  fc.assert(
    fc.property(decimals, fc.integer({min: 0, max: 12}), ([digits, scale], places) => {
      const sign = digits < 0n ? '-' : ''
      const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
      const decimal = scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`
      const rounded = BigInt(roundHalfUp(decimal, places).replace('.', '')) * 10n ** 12n
      const exact = digits * 10n ** BigInt(12 - scale + places)
      const distance = rounded > exact ? rounded - exact : exact - rounded
      expect(distance * 2n <= 10n ** 12n).toBe(true)
      const isHalf = distance * 2n === 10n ** 12n
      expect(isHalf && (rounded < 0n ? rounded > exact : rounded < exact)).toBe(false)
    }),
  )
})
