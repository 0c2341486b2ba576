import {isJsonObject} from './chart-job.ts'

interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** By how much the boxes of two labels may lie over each other: letters do not fill theirs. */
const SLACK = 1.5

/**
 * Pairs of labels of a drawn scene that lie over each other, as texts. Labels that are set at an angle are left out.
 *
 * @param root the root of Vega's scenegraph, after a run
 */
export function touchingLabels(root: unknown): readonly (readonly [string, string])[] {
  const labels: Label[] = []
  collect(root, {x: 0, y: 0}, labels)
  const sorted = labels.toSorted((a, b) => a.top - b.top)
  return sorted.flatMap((label, index) => {
    const pairs: (readonly [string, string])[] = []
    for (const other of sorted.slice(index + 1)) {
      if (other.top > label.bottom - SLACK) break
      if (isOver(label, other)) pairs.push([label.text, other.text])
    }
    return pairs
  })
}

function isOver(a: Label, b: Label): boolean {
  const isSame = a.text === b.text && Math.abs(a.left - b.left) < SLACK && Math.abs(a.top - b.top) < SLACK
  return (
    !isSame &&
    a.left < b.right - SLACK &&
    b.left < a.right - SLACK &&
    a.top < b.bottom - SLACK &&
    b.top < a.bottom - SLACK
  )
}

interface Origin {
  readonly x: number
  readonly y: number
}

/** A mark holds items; the item of a group mark holds marks, and moves what is in it. */
function collect(mark: unknown, origin: Origin, labels: Label[]): void {
  if (!isJsonObject(mark) || !Array.isArray(mark['items'])) return
  for (const item of mark['items']) {
    if (!isItem(item) || item.opacity === 0) continue
    if (mark['marktype'] === 'text') labels.push(...labelOf(item, origin))
    const inner = {x: origin.x + (item.x ?? 0), y: origin.y + (item.y ?? 0)}
    if (mark['marktype'] === 'group') item.items?.forEach((part) => collect(part, inner, labels))
  }
}

interface Item {
  readonly x?: number
  readonly y?: number
  readonly opacity?: number
  readonly angle?: number
  readonly text?: unknown
  readonly bounds?: {readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number}
  readonly items?: readonly unknown[]
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null
}

function labelOf({text, bounds, angle}: Item, origin: Origin): readonly Label[] {
  const said = [text].flat().join(' ').trim()
  if (said === '' || bounds === undefined || (angle ?? 0) % 90 !== 0) return []
  return [
    {
      text: said,
      left: bounds.x1 + origin.x,
      right: bounds.x2 + origin.x,
      top: bounds.y1 + origin.y,
      bottom: bounds.y2 + origin.y,
    },
  ]
}
