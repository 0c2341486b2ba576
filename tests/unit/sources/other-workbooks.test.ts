import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import {expect, it} from 'vitest'
import {createProblems} from '../../../src/sources/problems.ts'
import {readXlsx} from '../../../src/sources/read-xlsx.ts'
import type {FieldType} from '../../../src/model/data.ts'
import {told} from '../../support/told.ts'

/** Workbooks that other programs wrote: tests/fixtures/workbooks/README.md says which. */
async function read(name: string) {
  const bytes = await readFile(new URL(`../../fixtures/workbooks/${name}.xlsx`, import.meta.url))
  const file = new VFile({path: `data/b/${name}.xlsx`})
  const types: Readonly<Record<string, FieldType>> = {
    region: 'string',
    day: 'date',
    attacks: 'integer',
    rate: 'number',
    note: 'string',
  }
  const reading = {decimalChar: '.', groupChar: undefined, trueValues: [], falseValues: [], missingValues: ['']}
  const fields = Object.entries(types).map(([field, type]) => ({
    field: {name: field, type, title: field},
    reading: {...reading, type},
    constraints: {required: false, unique: false},
  }))
  const problems = createProblems(file)
  const records = await readXlsx({sheet: undefined, fields, missingValues: ['']}, {bytes, file, problems})
  return {columns: records?.columns, rows: records?.rows, messages: told(file)}
}

const columns = ['region', 'day', 'attacks', 'rate', 'note']
const rows = [
  ['Sindh', '2022-08-14', 13, 0.5, 'a & b <c>'],
  ['Punjab', '2021-02-28', 9, 12.25, '“Śląsk” 😀'],
  ['Balochistan', '1999-12-31', 171, -3, 'two\nlines'],
]

it.each([
  ['exceljs', [...rows, ['Total', '2022-08-14', 193, 3.25, 'rich text']], ['merged', 'hidden']],
  ['xlsx-populate', rows, ['hidden']],
  ['sheetjs', rows, ['merged']],
  ['sheetjs-inline', rows, ['merged']],
])('reads what %s wrote', async (name, expected, warnings) => {
  const found = await read(name)
  expect(found.columns).toEqual(columns)
  expect(found.rows).toEqual(expected)
  for (const warning of warnings) expect(found.messages.join('\n')).toContain(warning)
})
