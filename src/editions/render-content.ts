import type {ElementContent, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {removeValues} from '../document/place-values.ts'

/** Changes a tree in place: it is given a copy. */
export type Transform = (tree: Root) => void

/** Content as HTML after the transforms, which leave the document as it was: the other edition needs it too. */
export function renderContent(content: readonly ElementContent[], transforms: readonly Transform[]): string {
  const tree: Root = {type: 'root', children: structuredClone([...content])}
  removeValues(tree)
  for (const transform of transforms) transform(tree)
  // Raw nodes are the program's own drawings; the narrative's HTML was parsed and sanitised before.
  return toHtml(tree, {allowDangerousHtml: true})
}
