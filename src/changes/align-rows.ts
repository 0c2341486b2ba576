import type {Cell} from '../model/data.ts'
import {align, type Step} from './align.ts'
import type {ColumnMatch, ColumnPair} from './match-columns.ts'
import {pairUp} from './pair-up.ts'
import type {KeptTable} from './snapshot.ts'

/** What became of a row; `row` names it for a reader. */
export type RowStep = Step<readonly Cell[]> & {readonly row: string}

export interface AlignedRows {
  readonly steps: readonly RowStep[]
  /** The columns that name a row, by their new names. */
  readonly key: readonly string[]
  readonly reordered: boolean
}

interface Sides {
  readonly before: KeptTable
  readonly after: KeptTable
  readonly columns: ColumnMatch
}

/**
 * Finds each row again: by the primary key, else by the first columns that name every row on both sides, else by its
 * content and place.
 */
export function alignRows(before: KeptTable, after: KeptTable, columns: ColumnMatch): AlignedRows {
  const sides = {before, after, columns}
  const key = maybeKey(sides)
  return key === undefined ? byContent(sides) : byKey(sides, key)
}

function byKey({before, after, columns}: Sides, key: readonly ColumnPair[]): AlignedRows {
  const oldKey = (row: readonly Cell[]): string => JSON.stringify(key.map(({at}) => row[at.before] ?? null))
  const newKey = (row: readonly Cell[]): string => JSON.stringify(key.map(({at}) => row[at.after] ?? null))
  const old = new Map((before.rows ?? []).map((row) => [oldKey(row), row]))
  const fresh = new Set((after.rows ?? []).map(newKey))
  const label = (row: readonly Cell[], side: 'before' | 'after'): string =>
    key.map(({at}) => String(row[at[side]] ?? '')).join(', ')
  const steps = (after.rows ?? []).map((row): RowStep => {
    const was = old.get(newKey(row))
    if (was === undefined) return {kind: 'added', after: row, row: label(row, 'after')}
    return {kind: sameCells(was, row, columns) ? 'same' : 'changed', before: was, after: row, row: label(row, 'after')}
  })
  const removed = (before.rows ?? [])
    .filter((row) => !fresh.has(oldKey(row)))
    .map((row): RowStep => ({kind: 'removed', before: row, row: label(row, 'before')}))
  const oldOrder = (before.rows ?? []).map(oldKey).filter((each) => fresh.has(each))
  const newOrder = (after.rows ?? []).map(newKey).filter((each) => old.has(each))
  return {
    steps: [...steps, ...removed],
    key: key.map((pair) => pair.after.name),
    reordered: oldOrder.some((each, index) => each !== newOrder[index]),
  }
}

/** Rows without a name of their own go by their first cell. */
function byContent({before, after, columns}: Sides): AlignedRows {
  interface Side {
    readonly row: readonly Cell[]
    readonly shared: readonly Cell[]
  }
  const of = (rows: KeptTable['rows'], side: 'before' | 'after'): Side[] =>
    (rows ?? []).map((row) => ({row, shared: columns.both.map(({at}) => row[at[side]] ?? null)}))
  const aligned = align(of(before.rows, 'before'), of(after.rows, 'after'), ({shared}) => JSON.stringify(shared))
  const likeness = (a: Side, b: Side): number =>
    a.shared.filter((cell, index) => cell === b.shared[index]).length / Math.max(1, a.shared.length)
  const steps = pairUp(aligned, likeness, 0.5).map((step): RowStep => {
    const row = 'after' in step ? step.after.row : step.before.row
    const name = String(row[0] ?? '')
    if (step.kind === 'added') return {kind: 'added', after: step.after.row, row: name}
    if (step.kind === 'removed') return {kind: 'removed', before: step.before.row, row: name}
    return {kind: step.kind, before: step.before.row, after: step.after.row, row: name}
  })
  return {steps, key: [], reordered: false}
}

function sameCells(before: readonly Cell[], after: readonly Cell[], {both}: ColumnMatch): boolean {
  return both.every(({at}) => (before[at.before] ?? null) === (after[at.after] ?? null))
}

function maybeKey({before, after, columns}: Sides): readonly ColumnPair[] | undefined {
  const declared = (after.key ?? []).map((name) => columns.both.find((pair) => pair.after.name === name))
  const key = declared.filter((pair) => pair !== undefined)
  if (key.length > 0 && key.length === declared.length && isUnique({before, after, columns}, key)) return key
  // Figures name nothing: they are what changes.
  const naming = columns.both.filter(({after: field}) => field.type !== 'number' && field.type !== 'integer')
  const prefixes = naming.map((_, index) => naming.slice(0, index + 1))
  return prefixes.find((prefix) => isUnique({before, after, columns}, prefix))
}

function isUnique({before, after}: Sides, key: readonly ColumnPair[]): boolean {
  return (['before', 'after'] as const).every((side) => {
    const rows = (side === 'before' ? before : after).rows ?? []
    return new Set(rows.map((row) => JSON.stringify(key.map(({at}) => row[at[side]] ?? null)))).size === rows.length
  })
}
