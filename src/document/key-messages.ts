import type {Element} from 'hast'
import {keyMessagesWithoutList} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, isElement} from './element.ts'

/** `:::key-messages`: marked here, taken out of the body by `takeKeyMessages`. */
export function placeKeyMessages({content, position}: Directive, {file}: Context): Element {
  const hasList = content.some((node) => isElement(node, 'ul') || isElement(node, 'ol'))
  if (!hasList) report(file, position, keyMessagesWithoutList())
  return {...element('div', {className: ['key-messages']}, content), data: {marks: {keyMessages: true}}}
}
