import type {Root} from 'hast'
import {visit} from '../../visit.ts'

/** What stands within a line and has no meaning of its own. */
const inlines = new Set('span bdi bdo cite q i b u s small mark dfn var'.split(' '))

/**
 * Has the browser tell a part's language in the PDF: it does so only of elements that have a role, and these roles become
 * tags that say nothing else. The web edition needs none of it.
 */
export function placeLanguageRoles(tree: Root): void {
  visit(tree, 'element', (node) => {
    const {lang, role} = node.properties
    if (lang === undefined || role !== undefined) return
    if (inlines.has(node.tagName)) node.properties.role = 'time'
    if (node.tagName === 'div') node.properties.role = 'group'
  })
}
