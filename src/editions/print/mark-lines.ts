import type {Root} from 'hast'
import {visit} from '../../visit.ts'

/** Writes the author's line of each block into it, so that what is found wrong on a page can be found in the narrative. */
export function markLines(tree: Root): void {
  visit(tree, 'element', (node) => {
    const line = node.position?.start.line
    if (line === undefined || !blocks.has(node.tagName)) return
    node.properties.dataLine = line
  })
}

const blocks = new Set('p h1 h2 h3 h4 h5 h6 li blockquote pre figure table div aside dt dd'.split(' '))
