import type {Element} from 'hast'
import {attributeValue} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `:::box`: a numbered box with a title, apart from the run of the text. */
export function placeBox({id, label, attributes, content, position}: Directive, {file}: Context): Element {
  const kind = attributes.kind ?? 'note'
  if (!boxKinds.includes(kind)) report(file, position, attributeValue('kind', kind, boxKinds))
  const title = element('p', {className: ['box-title']}, [
    element('span', {className: ['label']}, []),
    ' ',
    element('span', {className: ['box-heading']}, label),
  ])
  const box = element('aside', {...(id && {id}), className: ['box', `box-${kind}`]}, [title, ...content])
  return {...box, data: {marks: {numbered: 'box'}}}
}

const boxKinds = ['definition', 'method', 'note']
