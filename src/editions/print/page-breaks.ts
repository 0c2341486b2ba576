import type {ElementContent, Root} from 'hast'
import {hasClass, isElement} from '../../document/element.ts'
import {addHint} from './break-hints.ts'

/** Takes the author's page breaks out, and has the element after each begin a page. One after the last does nothing. */
export function takePageBreaks(tree: Root): void {
  takeAmong(tree.children as ElementContent[], false)
}

/** @returns whether a break still waits for the element that it is before */
function takeAmong(siblings: ElementContent[], before: boolean): boolean {
  let waiting = before
  for (const node of siblings.slice()) {
    if (!isElement(node)) continue
    if (hasClass(node, 'page-break')) {
      siblings.splice(siblings.indexOf(node), 1)
      waiting = true
      continue
    }
    if (waiting) addHint(node, 'before')
    waiting = takeAmong(node.children, false)
  }
  return waiting
}
