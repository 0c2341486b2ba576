import type {ElementContent, Root} from 'hast'
import {SKIP, visit} from '../../visit.ts'
import {hasClass, isElement} from '../../document/element.ts'

/** Leaves out what only a printed edition has: page breaks, and references to pages with the space before them. */
export function dropPages(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (!hasClass(node, 'page-break') && !hasClass(node, 'page-reference')) return undefined
    const before = parent.children[index - 1] as ElementContent | undefined
    if (before?.type === 'text' && !isElement(node, 'div')) before.value = before.value.trimEnd()
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
