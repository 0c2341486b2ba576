import type {Element} from 'hast'
import {element} from './element.ts'

/** `::page-break`: what follows begins a new page. Print takes it as a hint, and the web edition leaves it out. */
export function placePageBreak(): Element {
  return element('div', {className: ['page-break']}, [])
}
