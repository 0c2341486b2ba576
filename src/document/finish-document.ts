import type {Element, ElementContent, Root} from 'hast'
import {visit} from '../visit.ts'
import type {FrontMatter} from '../model/brief.ts'
import type {ChartRequest, ContentsEntry, Document, Merged, Note, Recommendation} from '../model/document.ts'
import {contentOf, hasClass, isElement, plainText} from './element.ts'
import {headingText} from './headings.ts'
import type {Draft} from './marks.ts'
import {withoutCalls} from './note-call.ts'
import {treesOf} from './trees.ts'
import {withoutLinks} from './without-links.ts'

export interface Finished {
  readonly notes: readonly Note[]
  readonly images: readonly string[]
}

/** Gathers what editions need to know of the whole document, and takes off the marks that the transforms left. */
export function finishDocument(draft: Draft, merged: Merged, {notes, images}: Finished): Document {
  const elements = treesOf(draft).flatMap(elementsOf)
  const document = {
    frontMatter: withPlainTexts(merged.frontMatter, draft.texts),
    name: merged.brief.name,
    texts: Object.fromEntries(Object.entries(draft.texts).map(([name, tree]) => [name, contentOf(tree)])),
    body: draft.body,
    keyMessages: draft.keyMessages && contentOf(draft.keyMessages),
    recommendations: elements.flatMap(recommendationOf),
    notes,
    contents: elements.flatMap(contentsEntryOf),
    charts: elements.flatMap(chartOf),
    images,
    printed: merged.printed,
    tables: [...new Set(elements.flatMap((node) => node.data?.marks?.tables ?? []))],
  }
  for (const node of elements) delete node.data
  return document
}

function elementsOf(tree: Root): Element[] {
  const elements: Element[] = []
  visit(tree, 'element', (node) => {
    elements.push(node)
  })
  return elements
}

// Titles and the like also stand where no markup can: in <title>, in metadata, in running heads.
function withPlainTexts(frontMatter: FrontMatter, texts: Draft['texts']): FrontMatter {
  const plain = (['title', 'subtitle', 'abstract'] as const).flatMap((name): [string, string][] => {
    const tree = texts[name]
    return tree === undefined ? [] : [[name, plainText(tree.children)]]
  })
  return {...frontMatter, ...Object.fromEntries(plain)}
}

function recommendationOf(node: Element): Recommendation[] {
  const {recommendation, number} = node.data?.marks ?? {}
  if (recommendation === undefined || number === undefined) return []
  const title = node.children.find((child) => isElement(child, 'p') && hasClass(child, 'recommendation-title'))
  const headline = isElement(title)
    ? title.children.find((child) => isElement(child) && hasClass(child, 'headline'))
    : undefined
  return [{id: idOf(node), number, ...recommendation, headline: isElement(headline) ? linkless(headline.children) : []}]
}

function contentsEntryOf(node: Element): ContentsEntry[] {
  const section = node.data?.marks?.section
  if (section === undefined || section.inBlock || section.depth > 2) return []
  const {depth, number} = section
  const text = linkless(headingText(node))
  return [{id: idOf(node), depth, ...(number !== undefined && {number}), text, plain: plainText(text)}]
}

function chartOf(node: Element): ChartRequest[] {
  const chart = node.data?.marks?.chart
  if (chart === undefined) return []
  const key = idOf(node)
  return [{key, ...chart}]
}

/** Words that will themselves be a link. */
function linkless(nodes: readonly ElementContent[]): ElementContent[] {
  return withoutLinks(withoutCalls(nodes))
}

function idOf(node: Element): string {
  return node.properties.id ?? ''
}
