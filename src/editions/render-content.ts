import type {ElementContent, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {Printed} from '../printed.ts'
import {nameValues, removeValues} from '../document/place-values.ts'

/** Changes a tree in place: it is given a copy. */
export type Transform = (tree: Root) => void

/**
 * Content as HTML after the transforms, which leave the document as it was: the other edition needs it too.
 *
 * @param printed where bound numbers shall be `<data>` elements that say what they are
 */
export function renderContent(
  content: readonly ElementContent[],
  transforms: readonly Transform[],
  printed?: readonly Printed[],
): string {
  const tree: Root = {type: 'root', children: structuredClone([...content])}
  if (printed === undefined) removeValues(tree)
  else nameValues(tree, printed)
  for (const transform of transforms) transform(tree)
  // Raw nodes are the program's own drawings; the narrative's HTML was parsed and sanitised before.
  return toHtml(tree, {allowDangerousHtml: true})
}
