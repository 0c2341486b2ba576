/** More is not a chart that a reader can read, and fills the page's memory. */
export const MOST_MARKS = 20_000

/** Thrown before such a chart is drawn. Its message says how many marks there are. */
export class TooManyMarks extends Error {
  override readonly name = 'TooManyMarks'
}

/**
 * Counts the marks of a scene: bars, points, texts, those of axes and legends too.
 *
 * @param root the root of Vega's scenegraph, after a run
 */
export function countMarks(root: unknown): number {
  if (!isNode(root) || !Array.isArray(root.items)) return 0
  if (root.marktype !== 'group') return root.items.length
  let count = 0
  for (const item of root.items) if (isNode(item)) for (const part of item.items ?? []) count += countMarks(part)
  return count
}

interface Node {
  readonly items?: readonly unknown[]
  readonly marktype?: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
