import type {Heading, Root, Text} from 'mdast'
import {visit} from '../visit.ts'
import {headingClass} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Origin} from './origin.ts'
import {spanOf} from './span.ts'

/**
 * Takes `{#id .unnumbered}` off the end of headings: the element that a heading becomes has the id and the class. Only
 * braces that the author typed count, not those of a merged value.
 */
export function takeSuffixes(tree: Root, origin: Origin): void {
  visit(tree, 'heading', (node) => {
    const last = node.children.at(-1)
    const suffix = last?.type === 'text' ? maybeSuffix(last, origin) : undefined
    if (last?.type !== 'text' || suffix === undefined) return
    last.value = last.value.slice(0, suffix.index)
    if (last.value === '') node.children.pop()
    readSuffix(node, suffix.inner, origin)
  })
}

function maybeSuffix(text: Text, {source}: Origin): {readonly inner: string; readonly index: number} | undefined {
  const typed = source.slice(text.position?.start.offset ?? 0, text.position?.end.offset)
  const slashes = /(\\*)\{[^{}]*\}\s*$/.exec(typed)?.[1]?.length ?? 1
  const match = slashes % 2 === 0 ? /\s*\{([^{}]*)\}\s*$/.exec(text.value) : null
  return match ? {inner: match[1] ?? '', index: match.index} : undefined
}

function readSuffix(node: Heading, inner: string, {file, placeOf}: Origin): void {
  const parts = inner.split(/\s+/).filter((part) => part !== '')
  const ids = parts.filter((part) => /^#[^#.]/.test(part))
  const others = parts.filter((part) => part !== ids[0] && part !== '.unnumbered')
  const place = spanOf(placeOf, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  for (const part of parts.length === 0 ? ['{}'] : others) report(file, place, headingClass(part))
  const id = ids[0]?.slice(1)
  const hProperties = {
    ...(id !== undefined && {id}),
    ...(parts.includes('.unnumbered') && {className: ['unnumbered']}),
  }
  node.data = {...node.data, hProperties}
}
