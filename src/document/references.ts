import type {Element, ElementContent, Root} from 'hast'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {referenceForm, unknownReference} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {headingText} from './headings.ts'
import type {Labels} from './labels.ts'
import {withoutCalls} from './note-call.ts'
import {withoutLinks} from './without-links.ts'

export interface ReferenceOptions {
  readonly labels: Labels
  readonly file: VFile
}

/** Finds what links inside the document point to, and gives those without text the name of their target: "Table 2". */
export function resolveReferences(trees: readonly Root[], {labels, file}: ReferenceOptions): void {
  const targets = targetsOf(trees)
  const empty = new Map<Element, Element>()
  for (const tree of trees) {
    visit(tree, 'element', (node) => {
      const id = fragmentOf(node)
      const bare = id === undefined ? maybeBareId(node) : undefined
      if (bare !== undefined && targets.has(bare)) report(file, node, referenceForm(bare))
      if (id === undefined) return
      const target = targets.get(id)
      if (target === undefined) report(file, node, unknownReference(id, targets.keys()))
      else node.properties.href = `#${id}`
      if (target !== undefined && node.children.length === 0) empty.set(node, target)
    })
  }
  for (const [link, target] of empty) {
    if (link.properties.title === pageTitle) {
      link.properties = {className: ['page-reference'], href: link.properties.href}
      continue
    }
    link.properties = {className: ['reference'], ...link.properties}
    link.children = nameOf(target, labels)
  }
}

/**
 * A link `[](#id "page")` names a page, which only the print edition has: it stays empty here. `{{page "id"}}` writes it.
 */
export const pageTitle = 'page'

function targetsOf(trees: readonly Root[]): Map<string, Element> {
  const targets = new Map<string, Element>()
  for (const tree of trees) {
    visit(tree, 'element', (node) => {
      const {id} = node.properties
      if (typeof id === 'string' && !targets.has(id)) targets.set(id, node)
    })
  }
  return targets
}

/** The id that a link points to; Markdown writes it percent-encoded. */
function fragmentOf({tagName, properties}: Element): string | undefined {
  const {href} = properties
  return tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? decoded(href.slice(1)) : undefined
}

/** What may be an id without its `#`. */
function maybeBareId({tagName, properties}: Element): string | undefined {
  const {href} = properties
  return tagName === 'a' && typeof href === 'string' ? decoded(href) : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function nameOf(target: Element, labels: Labels): ElementContent[] {
  const {numbered, number, section} = target.data?.marks ?? {}
  if (numbered !== undefined) return [{type: 'text', value: `${labels[numbered]} ${number ?? ''}`}]
  if (section?.number !== undefined) return [{type: 'text', value: `${labels.section} ${section.number}`}]
  const [open, close] = labels.quotes
  const words = withoutLinks(withoutCalls(headingText(target)))
  return [{type: 'text', value: open}, ...words, {type: 'text', value: close}]
}
