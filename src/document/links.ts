import type {Element, Root} from 'hast'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {linkScheme} from '../messages/document.ts'
import {report} from '../messages/message.ts'

/** Takes the address off links that lead anywhere but to the web, a mailbox, a telephone or a place near the brief. */
export function checkLinks(trees: readonly Root[], file: VFile): void {
  for (const tree of trees) {
    visit(tree, 'element', (node: Element) => {
      const {href} = node.properties
      if (node.tagName !== 'a' || typeof href !== 'string' || isAllowed(href)) return
      report(file, node, linkScheme(href.slice(0, 80)))
      delete node.properties.href
    })
  }
}

function isAllowed(href: string): boolean {
  // Browsers skip white space and control characters: `java\nscript:` is a scheme to them.
  // oxlint-disable-next-line no-control-regex -- they are what is searched
  const address = href.replace(/[\u0000-\u0020]/g, '')
  if (/^[/\\]{2}/.test(address)) return false // the scheme of wherever the page stands
  const scheme = /^([^/?#:]*):/.exec(address)?.[1]
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase())
}
