import type {Element} from 'hast'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `:::keep`: blocks that a printed page does not cut, where they fit on one. */
export function placeKeep({content}: Directive): Element {
  return element('div', {className: ['keep']}, content)
}
