import {itemsOf, type Changes} from './compare.ts'
import type {Baseline} from './baseline.ts'

/** The report for a machine: what was compared, how many changes, the names that they can be accepted by, all of them. */
export function renderJson(changes: Changes, {kind, name}: Pick<Baseline, 'kind' | 'name'>): unknown {
  const items = itemsOf(changes).map(({item}) => item)
  const {charts, ...others} = changes
  return {
    against: {kind, name},
    count: items.length,
    items,
    ...others,
    // Specs are long, and are in the lock and the brief.
    charts: charts.map(({item, where, id, change, unchanged}) => ({item, where, id, change, unchanged})),
  }
}
