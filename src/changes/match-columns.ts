import type {Cell, Field} from '../model/data.ts'
import type {KeptTable} from './snapshot.ts'

/** The columns of two tables that are the same ones, and the names of the others. */
export interface ColumnMatch {
  readonly both: readonly ColumnPair[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export interface ColumnPair {
  readonly before: Field
  readonly after: Field
  /** Their indices. */
  readonly at: {readonly before: number; readonly after: number}
}

/** As much of a renamed column's cells must be found again, by position or as a set. */
const leastShared = 0.5

/**
 * Columns are the same when they have the same name. One that went and one that came are the same too, renamed, when
 * their content says so: of one type, and most cells alike.
 */
export function matchColumns(before: KeptTable, after: KeptTable): ColumnMatch {
  const pairs: ColumnPair[] = after.fields.flatMap((field, index): ColumnPair[] => {
    const at = before.fields.findIndex(({name}) => name === field.name)
    const was = before.fields[at]
    return was === undefined ? [] : [{before: was, after: field, at: {before: at, after: index}}]
  })
  const renamed = renamedColumns(before, after, pairs)
  const both = [...pairs, ...renamed].toSorted((a, b) => a.at.after - b.at.after)
  return {
    both,
    added: after.fields.map(({name}) => name).filter((name) => both.every((pair) => pair.after.name !== name)),
    removed: before.fields.map(({name}) => name).filter((name) => both.every((pair) => pair.before.name !== name)),
  }
}

function renamedColumns(before: KeptTable, after: KeptTable, same: readonly ColumnPair[]): readonly ColumnPair[] {
  const gone = indices(before.fields).filter((index) => same.every(({at}) => at.before !== index))
  const come = indices(after.fields).filter((index) => same.every(({at}) => at.after !== index))
  const candidates = gone
    .flatMap((from) =>
      come.map((to) => ({from, to, score: sameness({table: before, at: from}, {table: after, at: to})})),
    )
    .filter(({score}) => score >= leastShared)
    .toSorted((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const taken = {from: new Set<number>(), to: new Set<number>()}
  return candidates.flatMap(({from, to}): ColumnPair[] => {
    const [was, is] = [before.fields[from], after.fields[to]]
    if (taken.from.has(from) || taken.to.has(to) || was === undefined || is === undefined) return []
    taken.from.add(from)
    taken.to.add(to)
    return [{before: was, after: is, at: {before: from, after: to}}]
  })
}

interface Column {
  readonly table: KeptTable
  readonly at: number
}

/** From 0 to 1, and a little above for a column in the same place. */
function sameness(from: Column, to: Column): number {
  const [was, is] = [from.table.fields[from.at], to.table.fields[to.at]]
  if (was?.type !== is?.type) return 0
  const shared = sharedCells(cellsOf(from), cellsOf(to))
  return shared + (from.at === to.at ? 0.02 : 0) + (was?.title === is?.title ? 0.01 : 0)
}

/** How many of the cells of the shorter column the other has too. Cells that repeat count as often as they do. */
function sharedCells(before: readonly Cell[], after: readonly Cell[]): number {
  const counts = new Map<string, number>()
  for (const cell of before) counts.set(JSON.stringify(cell), (counts.get(JSON.stringify(cell)) ?? 0) + 1)
  let shared = 0
  for (const cell of after) {
    const left = counts.get(JSON.stringify(cell)) ?? 0
    if (left > 0) shared++
    counts.set(JSON.stringify(cell), left - 1)
  }
  const fewest = Math.min(before.length, after.length)
  return fewest === 0 ? 0 : shared / fewest
}

function cellsOf({table, at}: Column): readonly Cell[] {
  return (table.rows ?? []).map((row) => row[at] ?? null)
}

function indices(list: readonly unknown[]): number[] {
  return list.map((_, index) => index)
}
