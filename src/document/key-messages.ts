import type {Element} from 'hast'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `:::key-messages`: marked here, taken out of the body by `takeKeyMessages`. */
export function placeKeyMessages({content}: Directive): Element {
  return {...element('div', {className: ['key-messages']}, content), data: {marks: {keyMessages: true}}}
}
