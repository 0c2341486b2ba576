import type {Step} from './align.ts'

/** Larger stretches than this, items removed times items added, are paired in order without a look at them. */
const mostComparisons = 40_000

/**
 * Finds among what was removed and added the items that are the same ones, changed: in each stretch between two
 * unchanged items, the pairs in order that are most alike in sum.
 *
 * @param likeness from 0 to 1; pairs below `least` are different items
 */
export function pairUp<Item>(
  steps: readonly Step<Item>[],
  likeness: (before: Item, after: Item) => number,
  least = 0.4,
): readonly Step<Item>[] {
  const result: Step<Item>[] = []
  let stretch: Step<Item>[] = []
  const flush = (): void => {
    if (stretch.length > 0) result.push(...pairStretch(stretch, {likeness, least}))
    stretch = []
  }
  for (const step of steps) {
    if (step.kind === 'removed' || step.kind === 'added') stretch.push(step)
    else {
      flush()
      result.push(step)
    }
  }
  flush()
  return result
}

interface Judge<Item> {
  readonly likeness: (before: Item, after: Item) => number
  readonly least: number
}

function pairStretch<Item>(stretch: readonly Step<Item>[], judge: Judge<Item>): Step<Item>[] {
  const removed = stretch.flatMap((step) => (step.kind === 'removed' ? [step.before] : []))
  const added = stretch.flatMap((step) => (step.kind === 'added' ? [step.after] : []))
  if (removed.length === 0 || added.length === 0) return [...stretch]
  const pairs =
    removed.length * added.length > mostComparisons ? inOrder(removed, added, judge) : best(removed, added, judge)
  const found: Step<Item>[] = []
  let [x, y] = [0, 0]
  const upTo = (endX: number, endY: number): void => {
    for (const before of removed.slice(x, endX)) found.push({kind: 'removed', before})
    for (const after of added.slice(y, endY)) found.push({kind: 'added', after})
  }
  for (const [pairX, pairY] of pairs) {
    upTo(pairX, pairY)
    // Indices of pairs are inside both lists.
    found.push({kind: 'changed', before: removed[pairX] as Item, after: added[pairY] as Item})
    ;[x, y] = [pairX + 1, pairY + 1]
  }
  upTo(removed.length, added.length)
  return found
}

type Pair = readonly [number, number]

function inOrder<Item>(removed: readonly Item[], added: readonly Item[], {likeness, least}: Judge<Item>): Pair[] {
  return removed.flatMap((before, index): Pair[] => {
    const after = added.slice(index, index + 1)
    return after.some((each) => likeness(before, each) >= least) ? [[index, index]] : []
  })
}

/** The pairs that are most alike in sum, in order: `sums[x][y]` is the best for the items from x and y on. */
function best<Item>(removed: readonly Item[], added: readonly Item[], {likeness, least}: Judge<Item>): Pair[] {
  const scores = removed.map((before) => added.map((after) => likeness(before, after)))
  const scoreOf = (x: number, y: number): number => {
    const score = scores[x]?.[y] ?? 0
    return score >= least ? score : 0
  }
  const sums: number[][] = [...removed, undefined].map(() => Array.from({length: added.length + 1}, () => 0))
  const sumAt = (x: number, y: number): number => sums[x]?.[y] ?? 0
  for (let x = removed.length - 1; x >= 0; x--) {
    const row = sums[x] ?? []
    for (let y = added.length - 1; y >= 0; y--) {
      const paired = scoreOf(x, y) === 0 ? 0 : scoreOf(x, y) + sumAt(x + 1, y + 1)
      row[y] = Math.max(paired, sumAt(x + 1, y), sumAt(x, y + 1))
    }
  }
  return followed({rows: removed.length, columns: added.length}, scoreOf, sumAt)
}

function followed(
  {rows, columns}: {readonly rows: number; readonly columns: number},
  scoreOf: (x: number, y: number) => number,
  sumAt: (x: number, y: number) => number,
): Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [0, 0]
  while (x < rows && y < columns) {
    const score = scoreOf(x, y)
    if (score > 0 && sumAt(x, y) === score + sumAt(x + 1, y + 1)) pairs.push([x++, y++])
    else if (sumAt(x, y) === sumAt(x + 1, y)) x++
    else y++
  }
  return pairs
}
