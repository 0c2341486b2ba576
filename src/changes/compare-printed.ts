import {align, type Step} from './align.ts'
import {pairUp} from './pair-up.ts'
import type {PrintedTable} from './snapshot.ts'

/** A table as it is printed now, with what was printed before where that differs. */
export interface PrintedChange {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly head: readonly (readonly PrintedCell[])[]
  readonly rows: readonly PrintedRow[]
}

export interface PrintedRow {
  readonly change: 'added' | 'removed' | 'changed' | 'same'
  readonly cells: readonly PrintedCell[]
}

export interface PrintedCell {
  readonly text: string
  /** What stood there before, if it was something else. */
  readonly before?: string
}

/** Compares the tables in the text by their ids; those that print the same are left out. */
export function comparePrinted(
  before: readonly PrintedTable[],
  after: readonly PrintedTable[],
): readonly PrintedChange[] {
  const old = new Map(before.map((table) => [table.id, table]))
  const ids = new Set(after.map(({id}) => id))
  const kept = after.flatMap((table): PrintedChange[] => {
    const was = old.get(table.id)
    if (was === undefined) return [whole(table, 'added')]
    return JSON.stringify([was.head, was.rows]) === JSON.stringify([table.head, table.rows])
      ? []
      : [changed(was, table)]
  })
  return [...kept, ...before.filter(({id}) => !ids.has(id)).map((table) => whole(table, 'removed'))]
}

function whole({id, head, rows}: PrintedTable, change: 'added' | 'removed'): PrintedChange {
  return {id, change, head: head.map(plain), rows: rows.map((row) => ({change: 'same', cells: plain(row)}))}
}

function changed(before: PrintedTable, after: PrintedTable): PrintedChange {
  const columns = columnsOf(before, after)
  const rows = rowSteps(before, after).map((step): PrintedRow => {
    if (step.kind === 'removed') return {change: 'removed', cells: plain(reordered(step.before, columns))}
    if (step.kind === 'added') return {change: 'added', cells: plain(step.after)}
    const cells = cellsOf(step.before, step.after, columns)
    return {change: cells.some((cell) => cell.before !== undefined) ? 'changed' : 'same', cells}
  })
  const sameHeads = before.head.length === after.head.length
  const head = after.head.map((row, index) =>
    sameHeads ? cellsOf(before.head[index] ?? [], row, columns) : plain(row),
  )
  return {id: after.id, change: 'changed', head, rows}
}

type Cells = readonly string[]

/** Rows are found again by their heads where each has one of its own, in whatever order; else by place and content. */
function rowSteps(before: PrintedTable, after: PrintedTable): readonly Step<Cells>[] {
  const byHead = (rows: readonly Cells[]): ReadonlyMap<string, Cells> => new Map(rows.map((row) => [row[0] ?? '', row]))
  const [old, fresh] = [byHead(before.rows), byHead(after.rows)]
  if (old.size !== before.rows.length || fresh.size !== after.rows.length) {
    return pairUp(
      align(before.rows, after.rows, (row) => JSON.stringify(row)),
      likeness,
      0.3,
    )
  }
  const present = after.rows.map((row): Step<Cells> => {
    const was = old.get(row[0] ?? '')
    return was === undefined ? {kind: 'added', after: row} : {kind: 'changed', before: was, after: row}
  })
  const gone = before.rows.filter((row) => !fresh.has(row[0] ?? ''))
  return [...present, ...gone.map((row): Step<Cells> => ({kind: 'removed', before: row}))]
}

/** Rows are the same when their head is; else when most cells are. */
function likeness(before: readonly string[], after: readonly string[]): number {
  const heads = before[0] === after[0] && before[0] !== '' ? 0.6 : 0
  const shared = after.filter((cell, index) => cell === before[index]).length / Math.max(1, after.length)
  return heads + shared * 0.4
}

/** The old column of each new one: by all that stands over it, where that names every column; else by place. */
function columnsOf(before: PrintedTable, after: PrintedTable): readonly (number | undefined)[] {
  const [was, is] = [headsOf(before), headsOf(after)]
  const places = (after.rows[0] ?? is).map((_, index) => index)
  const isNamed = new Set(was).size === was.length && new Set(is).size === is.length
  // As many columns as before are the same ones, under other heads.
  if (was.length === is.length || !isNamed) return places
  return is.map((head) => (was.includes(head) ? was.indexOf(head) : undefined))
}

function headsOf({head}: PrintedTable): readonly string[] {
  return (head.at(-1) ?? []).map((_, column) => head.map((row) => row[column] ?? '').join('\n'))
}

function reordered(cells: readonly string[], columns: readonly (number | undefined)[]): readonly string[] {
  return columns.map((at) => (at === undefined ? '' : (cells[at] ?? '')))
}

function cellsOf(
  before: readonly string[],
  after: readonly string[],
  columns: readonly (number | undefined)[],
): readonly PrintedCell[] {
  return after.map((text, index) => {
    const at = columns[index]
    const was = at === undefined ? '' : (before[at] ?? '')
    return was === text ? {text} : {text, before: was}
  })
}

function plain(cells: readonly string[]): readonly PrintedCell[] {
  return cells.map((text) => ({text}))
}
