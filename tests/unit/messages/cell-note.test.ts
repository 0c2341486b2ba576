import {expect, test} from 'vitest'
import {maybeCellNote} from '../../../src/messages/cell-note.ts'

test.each([
  ['1,038', 'integer', 'Write `1038` without the comma, or set `"groupChar": ","`'],
  ['1,038.5', 'number', 'Write `1038.5` without the comma'],
  ['0,5', 'number', 'Write `0.5` with a point, or set `"decimalChar": ","`'],
  ['52%', 'number', 'Write `52` without the sign, and set `"unit": "%"`'],
  ['57.0', 'integer', 'Make the type of the field `number`, or write `57`.'],
  ['57.5', 'integer', 'Make the type of the field `number`.'],
  [' 38', 'integer', 'Remove the space before or after `38`'],
  [' ', 'integer', 'Remove the spaces'],
  ['−5', 'integer', 'Write the sign as a hyphen, `-5`'],
  ['1 038', 'integer', 'or set `"groupChar": " "`'],
  ['1\u00a0038', 'integer', 'or set `groupChar` to that character'],
  ['12 mm', 'integer', 'Write `12` alone'],
  ['$5', 'number', 'Write `5` alone'],
  ['yes', 'boolean', '`trueValues`'],
  ['1/2/2022', 'date', 'Write the date as `2022-02-01`: year, month, day (`2022-01-02` if the month came first).'],
  ['31.12.2022', 'date', 'Write the date as `2022-12-31`: year, month, day.'],
  ['2022/2/1', 'date', 'Write the date as `2022-02-01`'],
  ['2022-1', 'yearmonth', 'Write the month as `2022-01`'],
  ['10/2022', 'yearmonth', 'Write the month as `2022-10`'],
  ['2021-22', 'year', 'Make the type of the field `string`'],
  ['n/a', 'number', 'Add "n/a" to `missingValues`'],
  ['–', 'number', 'Add "–" to `missingValues`'],
] as const)('advises on %j in a column of %s', (written, type, expected) => {
  expect(maybeCellNote(written, type)).toContain(expected)
})

test.each([
  ['none', 'integer'],
  ['2022-02-30', 'date'],
  ['2022-13', 'yearmonth'],
  ['12/30/2022/1', 'date'],
  ['maybe', 'boolean'],
] as const)('has no advice on %j in a column of %s', (written, type) => {
  expect(maybeCellNote(written, type)).toBeUndefined()
})
