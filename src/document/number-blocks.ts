import type {Element, Root} from 'hast'
import {EXIT, visit} from '../visit.ts'
import {hasClass} from './element.ts'
import type {Labels} from './labels.ts'
import type {Numbered} from './marks.ts'

/** Numbers figures, tables, boxes and recommendations, each kind in a row of its own, and writes their labels. */
export function numberBlocks(trees: readonly Root[], labels: Labels): void {
  const counts: Record<Numbered, number> = {figure: 0, table: 0, box: 0, recommendation: 0}
  for (const tree of trees) {
    visit(tree, 'element', (node) => {
      const kind = node.data?.marks?.numbered
      if (kind === undefined) return
      counts[kind] += 1
      node.data = {...node.data, marks: {...node.data?.marks, number: counts[kind]}}
      fillLabel(node, `${labels[kind]} ${counts[kind]}`)
    })
  }
}

// The first label inside a block is its own: blocks begin with their caption or title.
function fillLabel(block: Element, text: string): void {
  visit(block, 'element', (node) => {
    if (!hasClass(node, 'label')) return undefined
    node.children = [{type: 'text', value: text}]
    return EXIT
  })
}
