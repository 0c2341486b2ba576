import type {Cell, Field} from '../model/data.ts'
import {alignRows, type RowStep} from './align-rows.ts'
import {matchColumns, type ColumnMatch} from './match-columns.ts'
import type {KeptTable} from './snapshot.ts'
import {maybeFactor} from './unit-factor.ts'

/** What became of a resource or view. */
export interface TableChange {
  readonly name: string
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Numbers of rows. */
  readonly before: number | undefined
  readonly after: number | undefined
  /** The columns that name a row, if some do. */
  readonly key: readonly string[]
  readonly columns: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly renamed: readonly {readonly before: string; readonly after: string}[]
  }
  readonly schema: readonly SchemaChange[]
  readonly added: readonly NamedRow[]
  readonly removed: readonly NamedRow[]
  readonly cells: readonly CellChange[]
  /** The same rows in another order. */
  readonly reordered: boolean
  /** Why rows could not be compared one by one. */
  readonly unknown?: 'not-kept'
}

export interface SchemaChange {
  /** Undefined for what is said of the whole table. */
  readonly column: string | undefined
  readonly what: 'title' | 'type' | 'unit' | 'format' | 'group' | 'description' | 'key' | 'as-of' | 'sources'
  readonly before: string
  readonly after: string
  /** Every figure of the column was multiplied by it: the unit changed and nothing else. */
  readonly factor?: number
}

export interface NamedRow {
  readonly row: string
  /** By the columns of its own table. */
  readonly cells: Readonly<Record<string, Cell>>
}

export interface CellChange {
  readonly row: string
  readonly column: string
  readonly before: Cell
  readonly after: Cell
}

/** Compares the resources of two editions by name; those that are the same are left out. Views follow from them. */
export function compareTables(
  tablesBefore: readonly KeptTable[],
  tablesAfter: readonly KeptTable[],
): readonly TableChange[] {
  const before = tablesBefore.filter(({view}) => view !== true)
  const after = tablesAfter.filter(({view}) => view !== true)
  const old = new Map(before.map((table) => [table.name, table]))
  const names = new Set(after.map(({name}) => name))
  const kept = after.flatMap((table): TableChange[] => {
    const was = old.get(table.name)
    if (was === undefined) return [whole(table, 'added')]
    const change = compareTable(was, table)
    return isChange(change) ? [change] : []
  })
  return [...kept, ...before.filter(({name}) => !names.has(name)).map((table) => whole(table, 'removed'))]
}

function compareTable(before: KeptTable, after: KeptTable): TableChange {
  const columns = matchColumns(before, after)
  const frame = {...frameOf(before, after, columns), schema: schemaChanges(before, after, columns)}
  if (before.rows === undefined || after.rows === undefined) {
    return before.digest === after.digest ? frame : {...frame, unknown: 'not-kept'}
  }
  const {steps, key, reordered} = alignRows(before, after, columns)
  const cells = steps.flatMap((step) => cellChanges(step, columns))
  const factors = unitFactors(columns, steps)
  return {
    ...frame,
    key,
    reordered,
    schema: frame.schema.map((change) => {
      const factor = change.what === 'unit' ? factors.get(change.column ?? '') : undefined
      return factor === undefined ? change : {...change, factor}
    }),
    added: steps.flatMap((step) => (step.kind === 'added' ? [named(step.row, step.after, after.fields)] : [])),
    removed: steps.flatMap((step) => (step.kind === 'removed' ? [named(step.row, step.before, before.fields)] : [])),
    cells: cells.filter(({column}) => !factors.has(column)),
  }
}

function frameOf(before: KeptTable, after: KeptTable, columns: ColumnMatch): TableChange {
  return {
    name: after.name,
    title: after.title,
    kind: 'changed',
    before: before.count,
    after: after.count,
    key: [],
    columns: {
      added: columns.added,
      removed: columns.removed,
      renamed: columns.both
        .filter((pair) => pair.before.name !== pair.after.name)
        .map((pair) => ({before: pair.before.name, after: pair.after.name})),
    },
    schema: [],
    added: [],
    removed: [],
    cells: [],
    reordered: false,
  }
}

function whole(table: KeptTable, kind: 'added' | 'removed'): TableChange {
  const empty = {fields: [], rows: []}
  const nothing = {...table, ...empty, count: 0}
  const frame = frameOf(nothing, nothing, {both: [], added: [], removed: []})
  return {
    ...frame,
    kind,
    ...(kind === 'added' ? {before: undefined, after: table.count} : {before: table.count, after: undefined}),
  }
}

function isChange({columns, schema, added, removed, cells, reordered, unknown}: TableChange): boolean {
  const lists = [columns.added, columns.removed, columns.renamed, schema, added, removed, cells]
  return reordered || unknown !== undefined || lists.some((list) => list.length > 0)
}

const described = ['title', 'type', 'unit', 'format', 'group', 'description'] as const

function schemaChanges(before: KeptTable, after: KeptTable, {both}: ColumnMatch): readonly SchemaChange[] {
  const ofColumns = both.flatMap((pair) =>
    described.flatMap((what): SchemaChange[] => {
      const [was, is] = [pair.before[what] ?? '', pair.after[what] ?? '']
      // A column without a title goes by its name, and a renamed one is named already.
      const isByName = what === 'title' && was === pair.before.name && is === pair.after.name
      return was === is || isByName ? [] : [{column: pair.after.name, what, before: was, after: is}]
    }),
  )
  const renamed = new Map(both.map((pair) => [pair.before.name, pair.after.name]))
  const oldKey = (before.key ?? []).map((name) => renamed.get(name) ?? name)
  const ofTable = [
    {what: 'title', before: before.title, after: after.title},
    {what: 'key', before: oldKey.join(', '), after: (after.key ?? []).join(', ')},
    {what: 'as-of', before: before.asOf ?? '', after: after.asOf ?? ''},
    {what: 'sources', before: before.sources.join('; '), after: after.sources.join('; ')},
  ] as const
  return [
    ...ofTable.filter((each) => each.before !== each.after).map((each) => ({column: undefined, ...each})),
    ...ofColumns,
  ]
}

function cellChanges(step: RowStep, {both}: ColumnMatch): readonly CellChange[] {
  if (step.kind !== 'changed') return []
  return both.flatMap(({after, at}): CellChange[] => {
    const [was, is] = [step.before[at.before] ?? null, step.after[at.after] ?? null]
    return was === is ? [] : [{row: step.row, column: after.name, before: was, after: is}]
  })
}

/** The columns whose unit changed and whose figures say the same in the new one. */
function unitFactors(columns: ColumnMatch, steps: readonly RowStep[]): ReadonlyMap<string, number> {
  const pairs = steps.flatMap((step) => (step.kind === 'changed' || step.kind === 'same' ? [step] : []))
  return new Map(
    columns.both.flatMap(({before, after, at}): [string, number][] => {
      if (before.unit === after.unit) return []
      const factor = maybeFactor(pairs.map((step) => [step.before[at.before] ?? null, step.after[at.after] ?? null]))
      return factor === undefined ? [] : [[after.name, factor]]
    }),
  )
}

function named(row: string, cells: readonly Cell[], fields: readonly Field[]): NamedRow {
  return {row, cells: Object.fromEntries(fields.map(({name}, index) => [name, cells[index] ?? null]))}
}
