import {isJsonObject} from './chart-job.ts'
import type {JsonObject, Spot} from './chart-job.ts'

/** What is said of a chart needs no more. */
const MOST_ROWS = 500

/** Marks that stand for data by themselves; texts and rules are additions to others. */
const ADDITIONS = ['text', 'rule', 'group']

/** The rows that a drawn chart shows, and where each stands in the drawing. */
export interface DrawnRows {
  readonly rows: readonly JsonObject[]
  readonly spots: readonly Spot[]
  /** The mark that shows them, as Vega names it, where its shapes and not their boxes are to be told apart. */
  readonly shapes: string | undefined
}

/**
 * The rows that a drawn chart shows: those of the first of its marks that are neither texts nor rules nor the land below
 * others, after all transforms, in every plot.
 *
 * @param root the root of Vega's scenegraph, after a run
 * @param origin where its plot begins in the drawing
 */
export function drawnRows(root: unknown, origin: Origin): DrawnRows {
  const marks: NamedMark[] = []
  collect(root, origin, marks)
  const main = marks.find((mark) => !ADDITIONS.includes(mark.type) && !mark.isGround) ?? marks[0]
  if (main === undefined) return {rows: [], spots: [], shapes: undefined}
  const drawn = marks
    .filter(({name, type}) => name === main.name && type === main.type)
    .flatMap(({items}) => items)
    .slice(0, MOST_ROWS)
  return {
    rows: drawn.map(({row}) => row),
    spots: drawn.map(({spot}) => spot),
    shapes: ['shape', 'arc'].includes(main.type) ? main.name : undefined,
  }
}

export interface Origin {
  readonly x: number
  readonly y: number
}

interface NamedMark {
  /** Shapes of one colour: the land of a map on which others stand. */
  readonly isGround: boolean
  readonly name: string
  readonly type: string
  readonly items: readonly {readonly row: JsonObject; readonly spot: Spot}[]
}

/** A mark holds items; the item of a group mark holds marks, and moves what is in it. */
function collect(mark: unknown, origin: Origin, found: NamedMark[]): void {
  if (!isNode(mark) || !Array.isArray(mark.items)) return
  const type = String(mark.marktype)
  // Axes and legends have roles of their own.
  if (mark.role === 'mark' && type !== 'group') {
    const items = mark.items.flatMap((item) =>
      isNode(item) && isNode(item.datum) ? [{row: plain(item.datum), spot: spotOf(item, type, origin)}] : [],
    )
    const fills = new Set(mark.items.map((item) => (isNode(item) ? item.fill : undefined)))
    found.push({
      name: typeof mark.name === 'string' ? mark.name : '',
      type,
      items,
      isGround: type === 'shape' && fills.size < 2,
    })
  }
  for (const item of mark.items) {
    if (!isNode(item)) continue
    const inner = {x: origin.x + (item.x ?? 0), y: origin.y + (item.y ?? 0)}
    item.items?.forEach((part) => collect(part, inner, found))
  }
}

interface Node {
  readonly items?: readonly unknown[]
  readonly datum?: unknown
  readonly name?: unknown
  readonly role?: unknown
  readonly marktype?: unknown
  readonly fill?: unknown
  readonly x?: number
  readonly y?: number
  readonly startAngle?: number
  readonly endAngle?: number
  readonly innerRadius?: number
  readonly outerRadius?: number
  readonly bounds?: {readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number}
}

/** Vega's items are objects of its own. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** A line is one shape: of its items only the points count. */
function spotOf(item: Node, type: string, {x, y}: Origin): Spot {
  const {bounds} = item
  if (['line', 'area', 'trail'].includes(type) || bounds === undefined) {
    return [x + (item.x ?? 0), y + (item.y ?? 0)].map(tenths)
  }
  const box = [x + bounds.x1, y + bounds.y1, x + bounds.x2, y + bounds.y2]
  const middle =
    type === 'arc' ? middleOfArc(item, {x, y}) : [x + (bounds.x1 + bounds.x2) / 2, y + (bounds.y1 + bounds.y2) / 2]
  return [...middle, ...box].map(tenths)
}

function middleOfArc(item: Node, {x, y}: Origin): readonly number[] {
  const angle = ((item.startAngle ?? 0) + (item.endAngle ?? 0)) / 2 - Math.PI / 2
  const radius = ((item.innerRadius ?? 0) + (item.outerRadius ?? 0)) / 2
  return [x + (item.x ?? 0) + radius * Math.cos(angle), y + (item.y ?? 0) + radius * Math.sin(angle)]
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10
}

/** Texts, numbers and truths; a date as ISO text. What else a row holds cannot be told. */
function plain(datum: object): JsonObject {
  const entries = Object.entries(datum).flatMap(([name, value]): [string, unknown][] => {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [[name, value.toISOString().slice(0, 10)]]
    return isJsonObject(value) || Array.isArray(value) ? [] : [[name, value]]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && typeof value !== 'function'))
}
