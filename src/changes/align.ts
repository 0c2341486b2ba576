/** What became of an item of a sequence. */
export type Step<Item> =
  | {readonly kind: 'same' | 'changed'; readonly before: Item; readonly after: Item}
  | {readonly kind: 'removed'; readonly before: Item}
  | {readonly kind: 'added'; readonly after: Item}

/** More differences than this in a row are not sought out one by one: all of the stretch is replaced. */
const mostDifferences = 1000

/**
 * The shortest way from one sequence to another, in order: items with equal keys are the same, all others are removed
 * or added. The algorithm is that of Myers (1986), which is quick where little changed.
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Step<Item>[] {
  const a = before.map(keyOf)
  const b = after.map(keyOf)
  const head = commonHead(a, b)
  const tail = commonTail(a.slice(head), b.slice(head))
  const inner = middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const kept = [
    ...range(head).map((index): Pair => [index, index]),
    ...inner.map(([x, y]): Pair => [x + head, y + head]),
    ...range(tail).map((index): Pair => [a.length - tail + index, b.length - tail + index]),
  ]
  return steps(before, after, kept)
}

type Pair = readonly [number, number]

/** Everything between two kept items was removed or added, in this order. */
function steps<Item>(before: readonly Item[], after: readonly Item[], kept: readonly Pair[]): Step<Item>[] {
  const found: Step<Item>[] = []
  let [x, y] = [0, 0]
  const upTo = (endX: number, endY: number): void => {
    for (const item of before.slice(x, endX)) found.push({kind: 'removed', before: item})
    for (const item of after.slice(y, endY)) found.push({kind: 'added', after: item})
  }
  for (const [keptX, keptY] of kept) {
    upTo(keptX, keptY)
    // Indices of kept items are inside both sequences.
    found.push({kind: 'same', before: before[keptX] as Item, after: after[keptY] as Item})
    ;[x, y] = [keptX + 1, keptY + 1]
  }
  upTo(before.length, after.length)
  return found
}

/** The pairs of equal items on a shortest way, in order. */
function middle(a: readonly string[], b: readonly string[]): Pair[] {
  const reached = forward(a, b)
  if (reached === undefined) return []
  const pairs: Pair[] = []
  let [x, y] = [a.length, b.length]
  for (let depth = reached.length - 1; depth >= 0 && (x > 0 || y > 0); depth--) {
    const furthest = reached[depth] ?? new Map<number, number>()
    const from = previousDiagonal(furthest, x - y, depth)
    const startX = furthest.get(from) ?? 0
    const startY = startX - from
    while (x > Math.max(startX, 0) && y > Math.max(startY, 0) && a[x - 1] === b[y - 1]) pairs.push([--x, --y])
    if (depth > 0) [x, y] = [startX, startY]
  }
  return pairs.reverse()
}

/**
 * For each number of differences, how far each diagonal had got before it was spent.
 *
 * @returns undefined when there are too many differences
 */
function forward(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number>[] | undefined {
  const trace: ReadonlyMap<number, number>[] = []
  const furthest = new Map<number, number>([[1, 0]])
  const most = Math.min(a.length + b.length, mostDifferences)
  for (let depth = 0; depth <= most; depth++) {
    trace.push(new Map(furthest))
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const from = previousDiagonal(furthest, diagonal, depth)
      let x = (furthest.get(from) ?? 0) + (from < diagonal ? 1 : 0)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return trace
    }
  }
  return undefined
}

/** An addition comes from the diagonal above, a removal from the one below. */
function previousDiagonal(furthest: ReadonlyMap<number, number>, diagonal: number, depth: number): number {
  const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1]
  return diagonal === -depth || (diagonal !== depth && below < above) ? diagonal + 1 : diagonal - 1
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((key, index) => key !== b[index])
  return differs === -1 ? Math.min(a.length, b.length) : differs
}

function commonTail(a: readonly string[], b: readonly string[]): number {
  return commonHead(a.toReversed(), b.toReversed())
}

function range(length: number): number[] {
  return Array.from({length}, (_, index) => index)
}
