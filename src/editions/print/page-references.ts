import type {Root} from 'hast'
import {visit} from '../../visit.ts'
import {element, hasClass} from '../../document/element.ts'
import type {Words} from '../words.ts'

/** Writes "on page " into references to pages; the number is known when pages are. */
export function placePageReferences(tree: Root, {onPage}: Words): void {
  visit(tree, 'element', (node) => {
    if (!hasClass(node, 'page-reference')) return
    const id = node.properties.href?.slice(1) ?? ''
    const [before = '', after = ''] = onPage.split('{}')
    node.children = [
      {type: 'text', value: before},
      element('span', {className: ['page-of'], dataPageOf: id}, []),
      ...(after === '' ? [] : [{type: 'text' as const, value: after}]),
    ]
  })
}
