import type {Point} from 'unist'
import {isMap, isScalar, isSeq, type Document, type LineCounter, type Pair} from 'yaml'
import type {Path, Placed} from './placed.ts'

/** Finds the places of a parsed YAML (or JSON) document's parts. `value` is what the document says. */
export function placeDocument(document: Document, lines: LineCounter, value: unknown): Placed {
  const pointOf = (node: unknown): Point | undefined => {
    const offset = startOf(node)
    if (offset === undefined) return undefined
    const {line, col} = lines.linePos(offset)
    return {line, column: col, offset}
  }
  return {
    value,
    at: (path) => pointOf(follow(document.contents, path).nearest),
    nameAt(path) {
      const {pair, nearest} = follow(document.contents, path)
      return pointOf(pair?.key ?? nearest)
    },
    written(path) {
      const {found} = follow(document.contents, path)
      return isScalar(found) ? found.source : undefined
    },
  }
}

interface Followed {
  /** The node at the end of the path, if it is there. */
  readonly found: unknown
  /** The last node on the path that has a place. */
  readonly nearest: unknown
  /** The pair of the path's last name, if it is there. */
  readonly pair: Pair | undefined
}

function follow(root: unknown, path: Path): Followed {
  let node = root
  let nearest = root
  let pair: Pair | undefined
  for (const step of path) {
    pair = isMap(node) ? node.items.find((item) => nameOf(item) === String(step)) : undefined
    const next = isSeq(node) ? node.items[Number(step)] : pair?.value
    if (next === undefined) return {found: undefined, nearest: pair?.key ?? nearest, pair}
    // An empty value (`title:`) is a node without a length: its name is the better place.
    nearest = isScalar(next) && next.value === null && pair ? pair.key : (next ?? nearest)
    node = next
  }
  return {found: node, nearest, pair}
}

function nameOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : undefined
}
