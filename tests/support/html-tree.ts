import type {ElementContent, Root} from 'hast'
import {toHtml as stringify} from 'hast-util-to-html'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {createContext, type Context} from '../../src/document/context.ts'
import {definedLabels, takeDefinitions} from '../../src/document/definitions.ts'
import {takeSuffixes} from '../../src/document/heading-suffixes.ts'
import {parseBody} from '../../src/document/markdown.ts'
import {placePositions} from '../../src/document/place-positions.ts'
import {toHtml} from '../../src/document/to-html.ts'
import type {Merged} from '../../src/model/document.ts'
import {makeMerged, type MergedOptions} from './make-merged.ts'

/** A body as it is before any transform of HTML has worked on it. */
export function makeHtmlTree(
  markdown: string,
  options?: MergedOptions,
): {tree: Root; context: Context; merged: Merged} {
  const merged = makeMerged(markdown, options)
  const mdast = parseBody(markdown)
  const context = createContext(merged, definedLabels(mdast))
  takeSuffixes(mdast, {source: markdown, file: context.file, placeOf: merged.placeOf})
  placePositions(mdast, merged.placeOf)
  takeDefinitions(mdast, context.file)
  return {tree: toHtml(mdast, context), context, merged}
}

/** HTML of some nodes, without the line breaks between blocks. */
export function htmlOf(nodes: Root | readonly ElementContent[] | undefined): string {
  const root: Root = nodes === undefined || !('type' in nodes) ? {type: 'root', children: [...(nodes ?? [])]} : nodes
  return stringify(root).replace(/\n/g, '')
}

/** The same tree without positions, as made by a program that has no source. */
export function withoutPositions<Tree extends Node>(tree: Tree): Tree {
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}
