import {expect, test} from 'vitest'
import {placesByExpression, placesInLines} from '../../../src/merge/source-places.ts'

test('counts lines from the first line given', () => {
  const locate = placesInLines('ab\r\nc\nd', 5)
  expect(locate(1)).toEqual({line: 5, column: 2})
  expect(locate(4)).toEqual({line: 6, column: 1})
  expect(locate(7)).toEqual({line: 7, column: 2})
})

test('finds expressions in YAML whatever its style', () => {
  const file = 'title: "A {{x}}"\nabstract: >-\n  One {{x}} and\n  two {{y}}\n'
  const locate = placesByExpression(file, 'One {{x}} and two {{y}}', {line: 2, column: 11})
  expect(locate(4)).toEqual({line: 3, column: 7})
  expect(locate(18)).toEqual({line: 4, column: 7})
})

test('finds expressions in JSON, the n-th of several', () => {
  const file = '{\n "a": "{{x}}",\n "b": "{{x}} \\"{{x}} {{format x \\"date\\"}}"\n}'
  const text = '{{x}} "{{x}} {{format x "date"}}'
  const locate = placesByExpression(file, text)
  expect(locate(0)).toEqual({line: 3, column: 8})
  expect(locate(7)).toEqual({line: 3, column: 16})
  expect(locate(13)).toEqual({line: 3, column: 22})
})

test('falls back to where the value begins', () => {
  const from = {line: 1, column: 2}
  expect(placesByExpression('a "\\u007b{x}}"', '{{x}}', from)(0)).toBe(from)
  expect(placesByExpression('a', 'b {{x}}', from)(0)).toBe(from)
})
