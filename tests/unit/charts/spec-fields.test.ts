import {expect, test} from 'vitest'
import {unknownFields} from '../../../src/charts/spec-fields.ts'

test('sequences have the field that they name, or `data`', () => {
  const encoding = {x: {field: 'n'}, y: {field: 'data'}}
  const spec = (sequence: object) => ({data: {sequence: {start: 0, stop: 9, ...sequence}}, mark: 'point', encoding})
  expect(unknownFields(spec({as: 'n'}), []).unknown).toEqual(['data'])
  expect(unknownFields(spec({}), []).unknown).toEqual(['n'])
})
