import {expect, test} from 'vitest'
import {add, decimalOf, numberOf, quotient, steady, subtract} from '../../../src/values/decimal.ts'

test('adds and subtracts what binary arithmetic does not', () => {
  expect(numberOf(add(decimalOf(0.1), decimalOf(0.2)))).toBe(0.3)
  expect(numberOf(subtract(decimalOf(1000000.1), decimalOf(1000000)))).toBe(0.1)
  expect(numberOf(subtract(decimalOf(1e-7), decimalOf(1)))).toBe(-0.9999999)
})

test('divides to fifteen digits', () => {
  expect(quotient(decimalOf(1), decimalOf(3))).toBe(0.333333333333333)
  expect(quotient(decimalOf(0.3), decimalOf(0.1))).toBe(3)
  expect(quotient(decimalOf(-1), decimalOf(8), 100n)).toBe(-12.5)
  expect(quotient(decimalOf(1), decimalOf(0))).toBeUndefined()
  expect(quotient(decimalOf(0), decimalOf(7))).toBe(0)
})

test('drops the noise of binary arithmetic', () => {
  expect(steady(12.499999999999998)).toBe(12.5)
  expect(steady(9007199254740991)).toBe(9007199254740991)
})
