import {describe, expect, it} from 'vitest'
import {compareTables, type TableChange} from '../../../src/changes/compare-tables.ts'
import type {KeptTable} from '../../../src/changes/snapshot.ts'
import {maybeFactor} from '../../../src/changes/unit-factor.ts'
import type {Cell, Field} from '../../../src/model/data.ts'

type Said = Partial<Omit<KeptTable, 'fields' | 'rows'>> & {readonly fields?: Readonly<Record<string, Partial<Field>>>}

function kept(rows: readonly (readonly Cell[])[], {fields = {}, ...said}: Said = {}): KeptTable {
  const shown = Object.keys(fields).length > 0 ? fields : {region: {}, attacks: {type: 'integer'} as const}
  return {
    name: 't',
    title: 'T',
    fields: Object.entries(shown).map(([name, more]) => ({name, type: 'string', title: name, ...more})),
    sources: [],
    count: rows.length,
    digest: JSON.stringify(rows),
    rows,
    ...said,
  }
}

function change(before: KeptTable, after: KeptTable): TableChange | undefined {
  const [first] = compareTables([before], [after])
  return first
}

describe('compareTables', () => {
  it('is silent where nothing changed', () => {
    expect(compareTables([kept([['KP', 1]])], [kept([['KP', 1]])])).toEqual([])
  })

  it('finds rows by their key wherever they stand', () => {
    const found = change(
      kept([
        ['KP', 1],
        ['Sindh', 2],
      ]),
      kept([
        ['Sindh', 2],
        ['KP', 5],
        ['Punjab', 9],
      ]),
    )
    expect(found?.cells).toEqual([{row: 'KP', column: 'attacks', before: 1, after: 5}])
    expect(found?.added).toEqual([{row: 'Punjab', cells: {region: 'Punjab', attacks: 9}}])
    expect(found).toMatchObject({key: ['region'], removed: [], reordered: true, before: 2, after: 3})
  })

  it('takes the primary key, of several columns if need be', () => {
    const fields = {year: {type: 'integer'}, region: {}, n: {type: 'integer'}} as const
    const key = ['year', 'region']
    const found = change(
      kept(
        [
          [2021, 'KP', 1],
          [2022, 'KP', 2],
        ],
        {fields, key},
      ),
      kept(
        [
          [2021, 'KP', 1],
          [2022, 'KP', 3],
        ],
        {fields, key},
      ),
    )
    expect(found?.cells).toEqual([{row: '2022, KP', column: 'n', before: 2, after: 3}])
  })

  it('finds rows without a key by their content', () => {
    const fields = {n: {type: 'integer'}, m: {type: 'integer'}, o: {type: 'integer'}} as const
    const found = change(
      kept(
        [
          [1, 1, 1],
          [2, 2, 2],
          [3, 3, 3],
        ],
        {fields},
      ),
      kept(
        [
          [1, 1, 1],
          [2, 9, 2],
          [4, 5, 6],
          [3, 3, 3],
        ],
        {fields},
      ),
    )
    expect(found?.cells).toEqual([{row: '2', column: 'm', before: 2, after: 9}])
    expect(found?.added.map(({row}) => row)).toEqual(['4'])
  })

  it('knows a renamed column by its content, and no other', () => {
    const before = kept([
      ['KP', 1],
      ['Sindh', 2],
      ['Punjab', 3],
    ])
    const renamed = kept(
      [
        ['KP', 1],
        ['Sindh', 2],
        ['Punjab', 4],
      ],
      {fields: {region: {}, incidents: {type: 'integer'}}},
    )
    const other = kept(
      [
        ['KP', 70],
        ['Sindh', 80],
        ['Punjab', 90],
      ],
      {fields: {region: {}, incidents: {type: 'integer'}}},
    )
    expect(change(before, renamed)).toMatchObject({
      columns: {added: [], removed: [], renamed: [{before: 'attacks', after: 'incidents'}]},
      cells: [{row: 'Punjab', column: 'incidents', before: 3, after: 4}],
    })
    expect(change(before, other)?.columns).toEqual({added: ['incidents'], removed: ['attacks'], renamed: []})
  })

  it('tells a change of unit from a change of figures', () => {
    const of = (unit: string): Said => ({fields: {year: {}, rain: {type: 'number', unit}}})
    const before = kept(
      [
        ['2024', 57],
        ['2025', 38],
      ],
      of('mm'),
    )
    expect(
      change(
        before,
        kept(
          [
            ['2024', 5.7],
            ['2025', 3.8],
          ],
          of('cm'),
        ),
      ),
    ).toMatchObject({
      schema: [{column: 'rain', what: 'unit', before: 'mm', after: 'cm', factor: 0.1}],
      cells: [],
    })
    const both = change(
      before,
      kept(
        [
          ['2024', 5.7],
          ['2025', 9],
        ],
        of('cm'),
      ),
    )
    expect(both?.schema[0]).not.toHaveProperty('factor')
    expect(both?.cells).toHaveLength(2)
  })

  it('says what changed in the schema and in what is said of the table', () => {
    const found = change(
      kept([['KP', 1]], {asOf: '2022-08', key: ['region']}),
      kept([['KP', 1]], {asOf: '2022-09', fields: {region: {title: 'Province'}, attacks: {type: 'number'}}}),
    )
    expect(found?.schema).toEqual([
      {column: undefined, what: 'key', before: 'region', after: ''},
      {column: undefined, what: 'as-of', before: '2022-08', after: '2022-09'},
      {column: 'region', what: 'title', before: 'region', after: 'Province'},
      {column: 'attacks', what: 'type', before: 'integer', after: 'number'},
    ])
  })

  it('says when the rows were not kept', () => {
    const {rows: _, ...large} = kept([['KP', 1]])
    expect(change(large, kept([['KP', 2]]))?.unknown).toBe('not-kept')
    expect(change(large, kept([['KP', 1]]))).toBeUndefined()
  })

  it('names tables that came and went', () => {
    const found = compareTables([kept([], {name: 'old'})], [kept([['KP', 1]], {name: 'new'})])
    expect(found.map(({name, kind, before, after}) => [name, kind, before, after])).toEqual([
      ['new', 'added', undefined, 1],
      ['old', 'removed', 0, undefined],
    ])
  })
})

describe('maybeFactor', () => {
  it('allows for rounding', () => {
    expect(
      maybeFactor([
        [1234, 1.2],
        [5678, 5.7],
      ]),
    ).toBe(0.001)
    expect(
      maybeFactor([
        [10, 16.09],
        [100, 160.93],
      ]),
    ).toBeCloseTo(1.6093, 3)
  })

  it('finds none where figures changed, or where there is nothing to tell by', () => {
    expect(
      maybeFactor([
        [10, 1],
        [20, 3],
      ]),
    ).toBeUndefined()
    expect(
      maybeFactor([
        [10, 1],
        ['a', 'b'],
      ]),
    ).toBeUndefined()
    expect(
      maybeFactor([
        [10, 10],
        [20, 20],
      ]),
    ).toBeUndefined()
    expect(maybeFactor([[0, 0]])).toBeUndefined()
  })
})
