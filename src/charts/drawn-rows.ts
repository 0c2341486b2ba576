import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

/** What is said of a chart needs no more. */
const MOST_ROWS = 500

/** Marks that stand for data by themselves; texts and rules are additions to others. */
const ADDITIONS = ['text', 'rule', 'group']

/**
 * The rows that a drawn chart shows: those of the first of its marks that are neither texts nor rules, after all
 * transforms, in every plot.
 *
 * @param root the root of Vega's scenegraph, after a run
 */
export function drawnRows(root: unknown): readonly JsonObject[] {
  const marks: NamedMark[] = []
  collect(root, marks)
  const main = marks.find(({type}) => !ADDITIONS.includes(type)) ?? marks[0]
  if (main === undefined) return []
  return marks
    .filter(({name, type}) => name === main.name && type === main.type)
    .flatMap(({rows}) => rows)
    .slice(0, MOST_ROWS)
}

interface NamedMark {
  readonly name: string
  readonly type: string
  readonly rows: readonly JsonObject[]
}

function collect(mark: unknown, found: NamedMark[]): void {
  if (!isNode(mark) || !Array.isArray(mark.items)) return
  // Axes and legends have roles of their own.
  if (typeof mark.name === 'string' && mark.role === 'mark' && mark.marktype !== 'group') {
    const rows = mark.items.flatMap((item) => (isNode(item) && isNode(item.datum) ? [plain(item.datum)] : []))
    found.push({name: mark.name, type: String(mark.marktype), rows})
  }
  for (const item of mark.items) if (isNode(item)) item.items?.forEach((part) => collect(part, found))
}

interface Node {
  readonly items?: readonly unknown[]
  readonly datum?: unknown
  readonly name?: unknown
  readonly role?: unknown
  readonly marktype?: unknown
}

/** Vega's items are objects of its own. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** Texts, numbers and truths; a date as ISO text. What else a row holds cannot be told. */
function plain(datum: object): JsonObject {
  const entries = Object.entries(datum).flatMap(([name, value]): [string, unknown][] => {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [[name, value.toISOString().slice(0, 10)]]
    return isJsonObject(value) || Array.isArray(value) ? [] : [[name, value]]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && typeof value !== 'function'))
}
