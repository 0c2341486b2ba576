import type {Element, ElementContent} from 'hast'
import type {Point} from 'unist'
import {hasClass, isElement} from '../document/element.ts'
import {printedIn} from '../document/place-values.ts'
import type {Anchor, Passage, Span} from './passage.ts'
import type {Where} from './read-passages.ts'

/** Whether a node stands within a line of text; parts of a caption or title, which read by themselves, do not. */
export function isInline(node: ElementContent): boolean {
  if (node.type === 'text') return true
  if (!isElement(node)) return false
  if (readAlone.some((name) => hasClass(node, name))) return false
  return inlineNames.has(node.tagName)
}

/** The passage that inline nodes make; none where there is nothing to read. */
export function gatherText(nodes: readonly ElementContent[], where: Where): Passage[] {
  const gathering: Gathering = {text: '', spans: [], anchors: [], calls: [], path: undefined}
  for (const node of nodes) gather(node, gathering)
  const {path, ...passage} = gathering
  if (passage.text.trim() === '') return []
  const {kind, inside} = where
  return [{...passage, kind, path: path ?? where.path, ...(inside !== undefined && {inside})}]
}

interface Gathering {
  text: string
  readonly spans: Span[]
  readonly anchors: Anchor[]
  readonly calls: {at: number; note: number}[]
  path: string | undefined
}

/** @param outer where the element begins that the node stands in, for texts of the program, which have no place */
function gather(node: ElementContent, into: Gathering, outer?: Point): void {
  if (node.type === 'text') {
    into.path ??= node.data?.path
    // A place in the narrative says nothing about another file.
    addText(node.value, node.data?.path === undefined ? (node.position?.start ?? outer) : undefined, into)
  } else if (isElement(node, 'br')) addText(' ', undefined, into)
  else if (isElement(node) && hasClass(node, 'note-call')) addCall(node, into)
  else if (isElement(node)) addElement(node, into)
}

function addElement(node: Element, into: Gathering): void {
  const start = into.text.length
  for (const child of node.children) gather(child, into, node.position?.start)
  const stretch = {start, end: into.text.length}
  const printed = printedIn(node)
  if (printed !== undefined) into.spans.push({kind: 'printed', ...stretch, printed})
  else if (node.tagName === 'code') into.spans.push({kind: 'code', ...stretch})
  else if (programNames.some((name) => hasClass(node, name))) into.spans.push({kind: 'program', ...stretch})
}

/** White space is one space, as it is shown. */
function addText(value: string, from: Point | undefined, into: Gathering): void {
  into.anchors.push({at: into.text.length, from})
  const shown = value.replace(/[ \t\r\n]+/g, ' ')
  into.text += into.text === '' || into.text.endsWith(' ') ? shown.replace(/^ /, '') : shown
}

function addCall(node: Element, into: Gathering): void {
  const link = node.children.find((child) => isElement(child, 'a'))
  const href = isElement(link) ? String(link.properties.href) : ''
  into.calls.push({at: into.text.length, note: Number(/^#note-(\d+)$/.exec(href)?.[1] ?? 0)})
}

const readAlone = ['label', 'headline', 'subtitle', 'section-number', 'actor', 'by']

/** Texts that the program makes. */
const programNames = ['reference', 'unit', 'heading-number']

const inlineNames: ReadonlySet<string> = new Set(
  [
    'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u',
    'var wbr',
  ]
    .join(' ')
    .split(' '),
)
