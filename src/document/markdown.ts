import type {Root} from 'mdast'
import type {CompileContext, Token} from 'mdast-util-from-markdown'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {isDirective} from './mdast.ts'
import {identifierOf} from './note-call.ts'

/** The Markdown of a narrative: CommonMark, GFM with footnotes, and block directives. */
export function parseBody(text: string): Root {
  const markdown = unified().use(remarkParse).use(remarkGfm).use(withoutTextSearch)
  return markdown.use(remarkDirective).use(withoutTextDirectives).use(withTypedAttributes).parse(text)
}

/**
 * Markdown that stands outside the narrative's body, as in front matter. Calls of notes that the body defines are calls
 * here too.
 *
 * @param known identifiers of the notes that the body defines
 */
export function parseBlocks(text: string, known: ReadonlySet<string>): Root {
  return parseOutside(unified().use(remarkParse).use(remarkGfm).use(withoutTextSearch), text, known)
}

/** One line of Markdown, as in an attribute: what would begin a list, a heading or a quote is text. Gives paragraphs. */
export function parseInline(text: string, known: ReadonlySet<string>): Root {
  // Most captions and heads have no sign of Markdown in them; setting up the parser takes longer than all their words.
  if (isPlain(text)) return {type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value: text}]}]}
  return parseOutside(unified().use(remarkParse).use(remarkGfm).use(withoutTextSearch).use(withoutBlocks), text, known)
}

function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}\uFDD0-\uFDEF ,.;()%’“”–—-]+$/u.test(text) && text === text.trim() && !/www\.| {2}/i.test(text)
}

/** Every `[^label]` in some source, escaped ones left out, with its offset. */
export function callsIn(source: string): {label: string; offset: number}[] {
  return [...source.matchAll(/(\\*)\[\^([^\]\s]+)\]/g)]
    .filter(([, slashes = '']) => slashes.length % 2 === 0)
    .map((match) => ({label: match[2] ?? '', offset: match.index + (match[1] ?? '').length}))
}

// A call is only a call where the same text defines its note, so a text from outside the body is given definitions.
function parseOutside(processor: {parse: (text: string) => Root}, text: string, known: ReadonlySet<string>): Root {
  const called = callsIn(text).filter(({label}) => known.has(identifierOf(label)))
  const definitions = [...new Set(called.map(({label}) => `\n\n[^${label}]: .`))]
  const tree = processor.parse(text + definitions.join(''))
  tree.children = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  return tree
}

// GFM looks for addresses twice: where they are typed, and once more in all text. The second search makes links of
// merged values, and takes the places off the text around them.
function withoutTextSearch(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((one) => ({...one, transforms: []}))
}

// `:word` is nothing here, and would take "10:30" or ":smile" apart; so only directives that are blocks are read.
function withoutTextDirectives(this: Processor): void {
  const data = this.data()
  const [others, directives] = [data.micromarkExtensions?.slice(0, -1) ?? [], data.micromarkExtensions?.at(-1)]
  data.micromarkExtensions = [...others, {flow: directives?.flow ?? {}}]
}

// The parser gives attributes decoded. Those that are Markdown are parsed again, where `&#42;` must still be no `*`.
function withTypedAttributes(this: Processor): void {
  const data = this.data()
  const enter = {directiveLeafAttributeValue: keepTyped, directiveContainerAttributeValue: keepTyped}
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {enter}]
}

function keepTyped(this: CompileContext, token: Token): void {
  const node = this.stack.findLast((open) => isDirective(open))
  const name = this.data.directiveAttributes?.at(-1)?.[0]
  if (node === undefined || name === undefined) return
  const typed = {text: this.sliceSerialize(token), at: token.start.offset}
  node.data = {...node.data, typed: {...node.data?.typed, [name]: typed}}
}

function withoutBlocks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: blockConstructs}}]
}

const blockConstructs = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
]
