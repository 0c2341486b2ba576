import type {Node, Parent} from 'unist'
import {tooDeep} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Origin} from './origin.ts'
import {spanOf} from './span.ts'

/**
 * Reports a line that is inside more quotations and lists than there may be, by its marks and indents. The parser itself
 * takes long over such a line, or breaks: this is asked before it.
 */
export function isTooDeep({source, file, placeOf}: Origin): boolean {
  const open: number[] = []
  for (const {0: line, index} of source.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') continue
    const markers = markersOf(line)
    const indent = line.search(/[^ \t]/)
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop()
    open.push(...Array.from({length: Math.min(markers, maxDepth + 1)}, () => indent))
    if (open.length <= maxDepth) continue
    report(file, spanOf(placeOf, index, index + line.length), tooDeep(maxDepth))
    return true
  }
  return false
}

/**
 * Empties what stands too deep inside other things, with a message: all that follows walks trees by recursion, and would
 * run out of stack.
 */
export function limitDepth(tree: Node, {file, placeOf}: Origin): void {
  const open: {node: Node; depth: number}[] = [{node: tree, depth: 0}]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {node, depth} = next
    if (!isParent(node)) continue
    if (depth <= maxDepth) {
      const inside = nesting.has(node.type) ? depth + 1 : depth
      open.push(...node.children.map((child) => ({node: child, depth: inside})))
      continue
    }
    const {start, end} = node.position ?? {}
    report(file, spanOf(placeOf, start?.offset ?? 0, end?.offset ?? 0), tooDeep(maxDepth))
    node.children = []
  }
}

const maxDepth = 100

const nesting: ReadonlySet<string> = new Set([
  'blockquote',
  'containerDirective',
  'delete',
  'emphasis',
  'link',
  'listItem',
  'strong',
])

function markersOf(line: string): number {
  const [prefix = ''] = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line) ?? []
  return prefix.match(/[>\-+*.)]/g)?.length ?? 0
}

function isParent(node: Node): node is Parent {
  return 'children' in node
}
