import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {writeCsv} from '../../../src/editions/csv.ts'
import {makeTable} from '../../support/make-merged.ts'

test('writes a head of field names and raw values, with missing cells empty', () => {
  const table = makeTable('t', {region: {}, killed: {type: 'integer', title: 'People killed'}}, [
    {region: 'Sindh', killed: 1200},
    {region: 'Punjab', killed: null},
  ])
  expect(writeCsv(table)).toBe('region,killed\r\nSindh,1200\r\nPunjab,\r\n')
})

test('quotes commas, quotes and line breaks', () => {
  const table = makeTable('t', {a: {}}, [{a: 'x, "y"'}, {a: 'x\ny'}])
  expect(writeCsv(table)).toBe('a\r\n"x, ""y"""\r\n"x\ny"\r\n')
})

test.each(['=1+1', '+cmd', '-x', '@sum', '\tx', '\rx', '-1+2'])('takes the formula out of %j', (text) => {
  expect(
    writeCsv(makeTable('t', {a: {}}, [{a: text}]))
      .split('\r\n')
      .slice(1)
      .join(''),
  ).toMatch(/^"?'/)
})

test.each(['-14', '+79', '-1.5e3', '.5', '−14'])('leaves the number %s as it is', (text) => {
  expect(writeCsv(makeTable('t', {a: {}}, [{a: text}]))).toBe(`a\r\n${text}\r\n`)
})

test('any text comes back from a CSV reader, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), {minLength: 1}), (texts) => {
      const csv = writeCsv(
        makeTable(
          't',
          {a: {}, b: {}},
          texts.map((a) => ({a, b: 'x'})),
        ),
      )
      const rows = parse(csv, {from_line: 2})
      const read = rows.map(([a]) => a)
      expect(read.map((text, index) => text === texts[index] || text === `'${texts[index]}`)).not.toContain(false)
    }),
  )
})
