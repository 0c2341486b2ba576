import {describe, expect, it} from 'vitest'
import {comparePrinted, type PrintedChange} from '../../../src/changes/compare-printed.ts'
import {readPrinted} from '../../../src/changes/read-printed.ts'
import type {PrintedTable} from '../../../src/changes/snapshot.ts'
import {toDocument} from '../../../src/document/to-document.ts'
import {makeMerged, makeTable} from '../../support/make-merged.ts'

function table(head: readonly string[], ...rows: readonly (readonly string[])[]): PrintedTable {
  return {id: 't', head: [head], rows}
}

/** Rows as an author would type them: `KP 1>2`, with a sign for those that came and went. */
function typed(change: PrintedChange | undefined): readonly string[] {
  const signs = {added: '+', removed: '-', changed: '', same: ''}
  return (change?.rows ?? []).map(({change: kind, cells}) => {
    const texts = cells.map(({text, before}) => (before === undefined ? text : `${before}>${text}`))
    return `${signs[kind]}${texts.join(' ')}`
  })
}

function compared(before: PrintedTable, after: PrintedTable): readonly string[] {
  return typed(comparePrinted([before], [after])[0])
}

describe('comparePrinted', () => {
  it('leaves out what prints the same', () => {
    expect(comparePrinted([table(['A'], ['1'])], [table(['A'], ['1'])])).toEqual([])
  })

  it('finds rows by their heads, in whatever order', () => {
    const before = table(['Region', 'n'], ['KP', '1'], ['Sindh', '2'], ['Punjab', '3'])
    const after = table(['Region', 'n'], ['Sindh', '5'], ['KP', '1'], ['GB', '0'])
    expect(compared(before, after)).toEqual(['Sindh 2>5', 'KP 1', '+GB 0', '-Punjab 3'])
  })

  it('finds rows without heads of their own by place and content', () => {
    const before = table(['A', 'B', 'C'], ['x', '1', '1'], ['x', '2', '2'])
    const after = table(['A', 'B', 'C'], ['x', '1', '1'], ['x', '2', '3'], ['x', '9', '9'])
    expect(compared(before, after)).toEqual(['x 1 1', 'x 2 2>3', '+x 9 9'])
  })

  it('finds columns by what stands over them', () => {
    const before = table(['Region', 'n'], ['KP', '1'])
    const after = table(['Region', 'm', 'n'], ['KP', '7', '1'])
    expect(compared(before, after)).toEqual(['KP >7 1'])
  })

  it('names tables that came and went', () => {
    const found = comparePrinted([{...table(['A']), id: 'old'}], [{...table(['A']), id: 'new'}])
    expect(found.map(({id, change}) => [id, change])).toEqual([
      ['new', 'added'],
      ['old', 'removed'],
    ])
  })
})

describe('readPrinted', () => {
  it('reads tables as they print, heads over several columns in each, typed ones by their place', async () => {
    const fields = {region: {}, a: {title: 'A', group: '2021'}, b: {title: 'B', group: '2021'}} as const
    const rows = [{region: 'KP', a: '1', b: null}]
    const text = '::table[T]{#tab data="t"}\n\n| X |\n| - |\n| y |\n'
    const document = await toDocument(makeMerged(text, {tables: [makeTable('t', fields, rows)]}))
    expect(readPrinted(document)).toEqual([
      {
        id: 'tab',
        head: [
          ['', '2021', '2021'],
          ['region', 'A', 'B'],
        ],
        rows: [['KP', '1', '[x]']],
      },
      {id: 'table-2', head: [['X']], rows: [['y']]},
    ])
  })
})
