import type {Cell, Table} from '../model/data.ts'
import {digestOf} from './digest.ts'
import type {KeptChart, KeptTable, Snapshot} from './snapshot.ts'

/** A chart that may look different: it is drawn from other rows, or by another spec. */
export interface ChartChange {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly before: KeptChart | undefined
  readonly after: KeptChart | undefined
  /** Whether what it is drawn from is all there. */
  readonly drawable: {readonly before: boolean; readonly after: boolean}
}

/** The charts whose spec or rows changed, by their ids. Only a drawing tells whether that can be seen. */
export function compareCharts(before: Snapshot, after: Snapshot): readonly ChartChange[] {
  const old = new Map(before.charts.map((chart) => [chart.id, chart]))
  const ids = new Set(after.charts.map(({id}) => id))
  const kept = after.charts.flatMap((chart): ChartChange[] => {
    const was = old.get(chart.id)
    if (was?.drawn === chart.drawn) return []
    return [change(was, chart, {before, after})]
  })
  const removed = before.charts.filter(({id}) => !ids.has(id))
  return [...kept, ...removed.map((chart) => change(chart, undefined, {before, after}))]
}

interface Sides {
  readonly before: Snapshot
  readonly after: Snapshot
}

function change(was: KeptChart | undefined, is: KeptChart | undefined, {before, after}: Sides): ChartChange {
  return {
    id: (is ?? was)?.id ?? '',
    change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
    before: was,
    after: is,
    drawable: {before: was !== undefined && isDrawable(was, before), after: is !== undefined && isDrawable(is, after)},
  }
}

/** A digest of all that is drawn. */
export function drawnDigest({spec, tables}: Pick<KeptChart, 'spec' | 'tables'>, all: readonly KeptTable[]): string {
  const used = tablesOf(tables, all).map(({fields, digest}) => [fields.map(({name, title}) => [name, title]), digest])
  return digestOf([spec, used], 16)
}

/** Whether the rows are there that a chart was drawn from when it was kept. */
function isDrawable(chart: KeptChart, {tables}: Snapshot): boolean {
  const used = tablesOf(chart.tables, tables)
  return used.every(({rows}) => rows !== undefined) && drawnDigest(chart, tables) === chart.drawn
}

function tablesOf(names: readonly string[], tables: readonly KeptTable[]): readonly KeptTable[] {
  return names.flatMap((name) => tables.find((table) => table.name === name) ?? [])
}

/** A kept table as the stages know tables. */
export function toTable({name, title, fields, rows = [], asOf, sources}: KeptTable): Table {
  const toRow = (cells: readonly Cell[]) =>
    Object.fromEntries(fields.map((field, index) => [field.name, cells[index] ?? null]))
  return {
    name,
    title,
    fields,
    rows: rows.map(toRow),
    sources: sources.map((source) => ({title: source})),
    ...(asOf !== undefined && {asOf}),
  }
}
