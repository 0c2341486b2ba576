import type {Paragraph, Root} from 'mdast'
import {visit} from '../visit.ts'
import {directiveForm, malformedDirective, unclosedDirective} from '../messages/directives.ts'
import {report, type Message} from '../messages/message.ts'
import {directiveNames} from './directives.ts'
import {isDirective, type DirectiveNode} from './mdast.ts'
import type {Origin} from './origin.ts'
import {spanOf} from './span.ts'

/**
 * Reports what looks like a directive and is none, or ends where the text ends: Markdown takes both without a word, the
 * one as text and the other as a block that holds the rest of the brief.
 */
export function reportDirectiveSyntax(tree: Root, origin: Origin): void {
  const open: string[] = []
  visit(tree, (node) => {
    if (node.type === 'paragraph') reportMalformed(node, open, origin)
    if (isDirective(node)) reportUnclosed(node, origin)
  })
}

/** @param open colons of the malformed lines so far that a line of colons may close: one message is enough for both */
function reportMalformed(node: Paragraph, open: string[], {source, file, placeOf}: Origin): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  const lines = source.slice(start, end).matchAll(/^[ \t>]*(:.*)$/gm)
  for (const line of lines) {
    const text = line[1] ?? ''
    const message = text.startsWith('::') ? maybeMalformed(text.trim(), open) : maybeOneColon(text)
    const from = start + line.index + line[0].length - text.length
    if (message !== undefined) report(file, spanOf(placeOf, from, from + text.length), message)
  }
}

function maybeMalformed(line: string, open: string[]): Message | undefined {
  const [colons = ''] = /^:+/.exec(line) ?? []
  if (line === colons && open.includes(colons)) {
    open.splice(open.lastIndexOf(colons), 1)
    return undefined
  }
  if (colons.length > 2 && line !== colons) open.push(colons)
  return malformedDirective(line.slice(0, 60))
}

// `:word` is nothing in itself, unless it is the name of a directive and looks like one.
function maybeOneColon(line: string): Message | undefined {
  const name = /^:([a-z-]+)(?:[[{].*|\s*)$/.exec(line)?.[1]
  const meant = directiveNames.filter((written) => written.replace(/^:+/, '') === name)
  return name === undefined || meant.length === 0 ? undefined : directiveForm(`:${name}`, ...meant)
}

function reportUnclosed(node: DirectiveNode, {source, file, placeOf}: Origin): void {
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
