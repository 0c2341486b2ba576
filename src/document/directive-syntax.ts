import type {Paragraph, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {malformedDirective, unclosedDirective} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {isDirective, type DirectiveNode} from './mdast.ts'
import {spanOf, type PlaceOf} from './span.ts'

/**
 * Reports what looks like a directive and is none, or ends where the text ends: Markdown takes both without a word, the
 * one as text and the other as a block that holds the rest of the brief.
 */
export function reportDirectiveSyntax(tree: Root, options: SyntaxOptions): void {
  visit(tree, (node) => {
    if (node.type === 'paragraph') reportMalformed(node, options)
    if (isDirective(node)) reportUnclosed(node, options)
  })
}

export interface SyntaxOptions {
  /** The text that the tree was parsed from; positions of the tree are offsets in it. */
  readonly source: string
  readonly file: VFile
  readonly placeOf: PlaceOf
}

function reportMalformed(node: Paragraph, {source, file, placeOf}: SyntaxOptions): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  const lines = source.slice(start, end).matchAll(/^[ \t>]*(::.*)$/gm)
  for (const line of lines) {
    const text = line[1] ?? ''
    const from = start + line.index + line[0].length - text.length
    report(file, spanOf(placeOf, from, from + text.length), malformedDirective(text.trim().slice(0, 60)))
  }
}

function reportUnclosed(node: DirectiveNode, {source, file, placeOf}: SyntaxOptions): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (node.type !== 'containerDirective' || start === undefined || end === undefined) return
  const typed = source.slice(start, end)
  const opening = /^:+/.exec(typed)?.[0].length ?? 3
  const closing = /\n[ \t>]*(:{3,})[ \t]*$/.exec(typed)?.[1]?.length ?? 0
  if (closing >= opening) return
  const firstLine = typed.search(/\n|$/)
  report(file, spanOf(placeOf, start, start + firstLine), unclosedDirective(node.name))
}
