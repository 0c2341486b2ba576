import type {Element, ElementContent} from 'hast'
import {correctionsId} from '../document/change-notice.ts'
import {hasClass, plainText} from '../document/element.ts'
import type {Document} from '../model/document.ts'
import {visit} from '../visit.ts'

/** What a brief tells of its corrections, and where. */
export interface Corrections {
  /** The id of the place that tells of them, as the template or the author placed it. */
  readonly id: string
  /** Latest first. */
  readonly list: readonly {readonly date: string | undefined; readonly text: string}[]
}

/** The corrections that a document tells of; undefined where there are none. */
export function maybeCorrections({body, texts}: Document): Corrections | undefined {
  const placed = texts['corrections']
  if (placed !== undefined) return {id: correctionsId, list: listed(placed)}
  let notice: Element | undefined
  visit(body, 'element', (node) => {
    if (node.properties.dataNotice === 'corrections') notice ??= node
  })
  const list = listed(notice?.children ?? [])
  return list.length === 0 ? undefined : {id: notice?.properties.id ?? correctionsId, list}
}

function listed(content: readonly ElementContent[]): Corrections['list'] {
  const found: {date: string | undefined; text: string}[] = []
  visit({type: 'root', children: [...content]}, 'element', (node) => {
    if (!hasClass(node, 'correction')) return
    const {dataDate} = node.properties
    const text = node.children.map((child) => plainText([child])).join(' ')
    found.push({date: typeof dataDate === 'string' ? dataDate : undefined, text})
  })
  return found
}
