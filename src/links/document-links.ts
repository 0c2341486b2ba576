import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {Position} from 'unist'
import type {Document} from '../model/document.ts'

/** A link that leads to the web, and where the author wrote it. */
export interface WebLink {
  readonly address: string
  readonly position: Position | undefined
}

/** All content of a document as trees: body, key messages, notes, texts of the front matter. */
export function treesOf({body, keyMessages, notes, texts}: Document): Root[] {
  const parts = [keyMessages ?? [], ...Object.values(texts), ...notes.map(({content}) => content)]
  return [body, ...parts.map((children): Root => ({type: 'root', children: [...children]}))]
}

/** The links of a document to the web, in order, each place of each. */
export function webLinks(document: Document): WebLink[] {
  const links: WebLink[] = []
  for (const tree of treesOf(document)) {
    visit(tree, 'element', (node) => {
      const {href} = node.properties
      if (typeof href === 'string' && /^https?:/i.test(href)) links.push({address: href, position: node.position})
    })
  }
  return links
}

/** Where the author wrote a link. */
export function placesOf(address: string, document: Document): Element[] {
  const places: Element[] = []
  for (const tree of treesOf(document)) {
    visit(tree, 'element', (node) => {
      if (node.properties.href === address && node.position !== undefined) places.push(node)
    })
  }
  return places
}
