import {describe, expect, it} from 'vitest'
import {readToUnicode} from '../../../../src/pdf/content/read-fonts.ts'
import {readWidths, writeWidths} from '../../../../src/pdf/join/font-widths.ts'
import {maybeJoinPrograms, readProgram, type FontProgram} from '../../../../src/pdf/join/join-programs.ts'
import {writeToUnicode} from '../../../../src/pdf/join/write-to-unicode.ts'
import {dictOf} from '../../../../src/pdf/objects/values.ts'
import {makeProgram} from '../../../support/make-program.ts'

describe('maybeJoinPrograms', () => {
  it('has every glyph of either font, with its own width', () => {
    const [a, b] = [part([1, 2]), part([2, 3])]
    const joined = maybeJoinPrograms([a, b])
    const {glyphs, metrics, tables} = readProgram(joined ?? Buffer.alloc(0))
    expect(glyphs.map((glyph) => glyph.toString('latin1'))).toEqual(['', outline(1), outline(2), outline(3)])
    expect(metrics).toEqual([[0, 0], ...[1, 2, 3].map((glyph) => [100 * glyph, glyph])])
    expect(tables.get('maxp')?.readUInt16BE(4)).toBe(4)
  })

  it('has sums that programs check', () => {
    const joined = maybeJoinPrograms([part([1]), part([2])]) ?? Buffer.alloc(0)
    let sum = 0
    for (let at = 0; at < joined.length; at += 4) sum = (sum + joined.readUInt32BE(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  it('leaves fonts apart that draw a glyph in two ways', () => {
    const other = part([1])
    const strange = {...other, glyphs: other.glyphs.map((glyph) => (glyph.length > 0 ? Buffer.from('else') : glyph))}
    expect(maybeJoinPrograms([part([1]), strange])).toBeUndefined()
  })
})

describe('writeWidths', () => {
  it('writes what readWidths reads', () => {
    const widths = new Map([
      [1, 500],
      [2, 250.5],
      [7, 300],
    ])
    const runs = writeWidths(widths)
    expect(runs).toEqual([1, [500, 250.5], 7, [300]])
    expect(readWidths(dictOf({W: runs, DW: 400}))).toEqual({written: widths, others: 400})
    expect(readWidths(dictOf({W: [3, 5, 600]})).written).toEqual(
      new Map([
        [3, 600],
        [4, 600],
        [5, 600],
      ]),
    )
  })
})

describe('writeToUnicode', () => {
  it('writes what readToUnicode reads', () => {
    const texts = new Map(Array.from({length: 250}, (_, index) => [index + 1, String.fromCodePoint(0x1f300 + index)]))
    texts.set(300, 'ffi')
    expect(readToUnicode(writeToUnicode(texts))).toEqual(texts)
  })
})

function part(glyphs: readonly number[]): FontProgram & {readonly used: ReadonlySet<number>} {
  const program = readProgram(
    makeProgram(glyphs.map((glyph) => ({glyph, outline: outline(glyph), width: 100 * glyph}))),
  )
  return {...program, used: new Set(glyphs)}
}

function outline(glyph: number): string {
  return `glyph ${glyph} `
}
