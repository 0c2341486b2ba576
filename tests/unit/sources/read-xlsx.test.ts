import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {createProblems} from '../../../src/sources/problems.ts'
import {readXlsx, type SheetResource} from '../../../src/sources/read-xlsx.ts'
import type {FieldType} from '../../../src/model/data.ts'
import {makeXlsx, type XlsxCell, type XlsxSheet} from '../../support/make-xlsx.ts'
import {told} from '../../support/told.ts'

interface Given extends Partial<XlsxSheet> {
  readonly types?: Readonly<Record<string, FieldType>>
  readonly sheet?: string | number
  readonly missingValues?: readonly string[]
  readonly properties?: string
}

async function readBytes(bytes: Uint8Array, {types = {}, sheet, missingValues = ['']}: Given = {}) {
  const file = new VFile({path: 'data/b/a.xlsx'})
  const reading = {decimalChar: '.', groupChar: undefined, trueValues: [], falseValues: [], missingValues}
  const fields = Object.entries(types).map(([name, type]) => ({
    field: {name, type, title: name},
    reading: {...reading, type},
    constraints: {required: false, unique: false},
  }))
  const resource: SheetResource = {sheet, fields, missingValues}
  const records = await readXlsx(resource, {bytes, file, problems: createProblems(file)})
  return {records, messages: told(file)}
}

/** Reads one sheet. */
async function read(rows: readonly (readonly XlsxCell[])[], given: Given = {}) {
  return await readBytes(makeXlsx([{...given, rows}], given.properties), given)
}

/** Reads one cell of a column `x`. */
async function cell(xml: string, given: Given = {}) {
  const {records, messages} = await read([['x'], [{xml}]], given)
  return messages.length > 0 ? messages : records?.rows[0]?.[0]
}

describe('a sheet', () => {
  it('gives its columns and rows, without empty ones, and where cells stand', async () => {
    const {records, messages} = await read([
      [],
      ['region', undefined, 'a & b'],
      ['Sindh', undefined, 1.5],
      [],
      ['<x>', undefined, 2],
    ])
    expect(messages).toEqual([])
    expect(records?.columns).toEqual(['region', 'a & b'])
    expect(records?.rows).toEqual([
      ['Sindh', 1.5],
      ['<x>', 2],
    ])
    expect([records?.numberOf(1), records?.placeOf(1, 1), records?.placeOf(-1, 0)]).toEqual([
      2,
      {line: 5, column: 3},
      {line: 2, column: 1},
    ])
  })

  it('is the first, or that of a name or number', async () => {
    const bytes = makeXlsx([{rows: [['a'], [1]]}, {name: 'Data', rows: [['b'], [2]]}])
    const columnsOf = async (sheet?: string | number) =>
      (await readBytes(bytes, {...(sheet !== undefined && {sheet})})).records?.columns
    expect([await columnsOf(), await columnsOf(2), await columnsOf('Data')]).toEqual([['a'], ['b'], ['b']])
    expect((await readBytes(bytes, {sheet: 'Dat'})).messages.join('\n')).toContain('expected `Data`')
    expect((await readBytes(bytes, {sheet: 3})).messages.join('\n')).toContain('number 3')
  })

  it.each([
    ['<c><v>0.30000000000000004</v></c>', {}, 0.3],
    ['<c><v>101</v></c>', {types: {x: 'string'}}, '101'],
    ['<c><v>-99</v></c>', {missingValues: ['-99']}, '-99'],
    ['<c t="b"><v>1</v></c>', {}, true],
    ['<c t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></is></c>', {}, 'rich'],
    ['<c t="str"><f>A1&amp;"_"</f><v>x_x000A_y&#233;</v></c>', {}, 'x\nyé'],
    ['<c><f>1+1</f><v>2</v></c>', {}, 2],
    ['<c s="1"><v>44865</v></c>', {}, '2022-10-31'],
    ['<c s="5"><v>44865.5</v></c>', {}, '2022-10-31T12:00:00'],
    ['<c s="5"><v>59</v></c>', {}, '1900-02-28'],
    ['<c s="5"><v>43403</v></c>', {properties: '<workbookPr date1904="1"/>'}, '2022-10-31'],
    ['<c s="2"><v>44835</v></c>', {}, '2022-10'],
    ['<c s="2"><v>44835</v></c>', {types: {x: 'date'}}, '2022-10-01'],
    ['<c s="1"><v>44835</v></c>', {types: {x: 'yearmonth'}}, '2022-10'],
    ['<c s="3"><v>44835</v></c>', {types: {x: 'year'}}, 2022],
    ['<c t="d"><v>2022-10-31T00:00:00</v></c>', {}, '2022-10-31'],
    ['<c t="e"><v>#N/A</v></c>', {missingValues: ['#N/A']}, '#N/A'],
  ] satisfies [string, Given, unknown][])('reads %s', async (xml, given, value) => {
    expect(await cell(xml, given)).toEqual(value)
  })

  it.each([
    ['<c t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['<c><f>1+1</f></c>', 'formula without its result'],
  ])('reports %s at its cell', async (xml, words) => {
    const messages = String(await cell(xml))
    expect(messages).toContain(words)
    expect(messages).toContain('column `x` of row 1 (cell `A2`)')
  })
})

describe('a warning', () => {
  it('says which cells are merged, where there are values', async () => {
    const {records, messages} = await read(
      [
        ['a', 'b'],
        ['x', 1],
        [undefined, 2],
      ],
      {
        after: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D9:E9"/></mergeCells>',
      },
    )
    expect(records?.rows).toEqual([
      ['x', 1],
      [undefined, 2],
    ])
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('merged cells `A2:A3` of sheet `Sheet1`')
  })

  it('says which columns, rows, cells and sheet are hidden', async () => {
    const {messages} = await read(
      [
        ['a', 'b', 'c'],
        [1, 2, 3],
        [4, 5, 6],
        [7, {xml: '<c s="4"><v>8</v></c>'}, 9],
      ],
      {
        name: 'Old',
        state: 'hidden',
        hiddenRows: [2, 3, 99],
        before: '<cols><col min="3" max="16384" hidden="1"/><col min="9" max="9" hidden="true"/></cols>',
      },
    )
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('hidden column `C`, rows 2 to 3 and cell `B4` of hidden sheet `Old`')
  })
})

describe('bytes that are no workbook', () => {
  const whole = makeXlsx([{rows: [['a'], [1]]}])
  it.each([
    ['text', new TextEncoder().encode('a,b\n1,2\n')],
    ['cut off', whole.subarray(0, whole.length / 2)],
    ['damaged', whole.map((byte, index) => (index > 60 && index < 120 ? 255 - byte : byte))],
    ['the older format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0])],
  ])('%s', async (_, bytes) => {
    const {records, messages} = await readBytes(bytes)
    expect(records).toBeUndefined()
    expect(messages.join('\n')).toContain('`.xlsx` workbook')
  })

  it('a sheet without cells is empty', async () => {
    expect((await read([])).messages.join('\n')).toContain('empty file')
    expect((await read([['a']])).messages.join('\n')).toContain('without rows')
  })
})
