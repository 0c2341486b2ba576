import type {Node} from 'unist'
import {visit} from '../visit.ts'
import {spanOf, type PlaceOf} from './span.ts'

/**
 * Turns the positions of a tree, which are offsets in the text that it was parsed from, into places in the author's
 * file. From here on messages need no more than a node.
 */
export function placePositions(tree: Node, placeOf: PlaceOf): void {
  visit(tree, (node: Node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    const place = start === undefined || end === undefined ? undefined : spanOf(placeOf, start, end)
    if (place === undefined) delete node.position
    else node.position = place
  })
}
