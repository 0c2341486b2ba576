import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseValue} from '../../../../src/pdf/objects/parse-value.ts'
import {readTextString, textString} from '../../../../src/pdf/objects/text-strings.ts'
import type {PdfValue} from '../../../../src/pdf/objects/values.ts'
import {writeNumber, writeValue} from '../../../../src/pdf/objects/write-value.ts'

const parse = (text: string): PdfValue => parseValue({text, at: 0})

describe('parseValue', () => {
  it('reads what stands in the files of the browser', () => {
    expect(parse('<</Type /Page\n/Kids [1 0 R 2 0 R]\n/Rect [.5 -2. 3 4]>>')).toEqual(
      new Map<string, PdfValue>([
        ['Type', 'Page'],
        ['Kids', [{ref: 1}, {ref: 2}]],
        ['Rect', [0.5, -2, 3, 4]],
      ]),
    )
    expect(parse(String.raw`(a\(b\) (c) \101\n)`)).toEqual({bytes: 'a(b) (c) A\n'})
    expect(parse('<FEFF 0041 3>')).toEqual({bytes: '\u00FE\u00FF\u0000A0'})
    expect(parse('/A#20b')).toBe('A b')
    expect(parse('[true false null 1 0 0]')).toEqual([true, false, null, 1, 0, 0])
  })

  it.each(['', '>>', '<</A', '(open', '<41', 'BT', '<<1 2>>'])('does not read `%s`', (text) => {
    expect(() => parse(text)).toThrow('expected a value')
  })
})

describe('writeValue', () => {
  const byte = fc.integer({min: 0, max: 255}).map((code) => String.fromCharCode(code))
  const bytes = fc.string({unit: byte})
  const name = fc.string({unit: byte, minLength: 1}).filter((text) => !text.includes('\0'))
  const {value} = fc.letrec<{value: PdfValue}>((tie) => ({
    value: fc.oneof(
      {maxDepth: 4},
      fc.constantFrom<PdfValue>(null, true, false),
      fc.integer({min: -1e6, max: 1e6}),
      fc.integer({min: -1e6, max: 1e6}).map((number) => number / 1000 + 0),
      name,
      bytes.map((text) => ({bytes: text})),
      fc.integer({min: 1, max: 99_999}).map((ref) => ({ref})),
      fc.array(tie('value'), {maxLength: 4}),
      fc.array(fc.tuple(name, tie('value')), {maxLength: 4}).map((entries) => new Map(entries)),
    ),
  }))

  it('is read back as it was', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(parse(writeValue(written))).toEqual(written)
      }),
    )
  })

  it('writes numbers without an exponent', () => {
    expect([1e-9, 0.5, -0.25, 12.3456789, -3, 0.1 + 0.2].map((number) => writeNumber(number))).toEqual([
      '0',
      '.5',
      '-.25',
      '12.345679',
      '-3',
      '.3',
    ])
  })
})

describe('textString', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(readTextString(textString(text))).toBe(text)
      }),
    )
  })
})
