import type {Node, Parent} from 'unist'
import {tooDeep} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Origin} from './origin.ts'
import {spanOf} from './span.ts'

/**
 * Reports a line that opens more quotations and lists than there may be inside each other. The parser itself takes long
 * over such a line, or breaks: this is asked before it.
 */
export function isTooDeep({source, file, placeOf}: Origin): boolean {
  const line = source.split('\n').findIndex((text) => markersOf(text) > maxDepth)
  if (line === -1) return false
  const from = source.split('\n').slice(0, line).join('\n').length + (line === 0 ? 0 : 1)
  report(file, spanOf(placeOf, from, from + 1), tooDeep(maxDepth))
  return true
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
