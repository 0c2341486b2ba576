import type {LinkPlace} from '../pages/measured.ts'
import {extentOf} from './boxes.ts'

/**
 * An address for places in the document. The browser looks at every place that a link leads to again for each page that
 * it prints, which at a thousand pages takes longer than all else; and a part of a document cannot lead to another one.
 * So links go to addresses of our own, and the PDF is given the places where they lead: see src/pdf/join/.
 */
export function linkScheme(): string {
  return 'brief-place:'
}

/** Diverts all links within the document that are left, and says where everything with an id stands. */
export function divertAll(): LinkPlace[] {
  const places = [...document.querySelectorAll('#galley [id], #notes [id]')].map((element) => {
    return {id: element.id, left: element.getBoundingClientRect().left + scrollX, top: extentOf(element).top}
  })
  for (const link of document.querySelectorAll('a[href^="#"]')) divert(link)
  return places
}

export function divert(link: Element): void {
  link.setAttribute('href', linkScheme() + encodeURIComponent(idOf(link)))
}

/** The id of the element that a link within the document leads to. */
export function idOf(link: Element): string {
  return decodeURIComponent(link.getAttribute('href') ?? '').slice(1)
}
