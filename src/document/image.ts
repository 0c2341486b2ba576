import type {Element} from 'hast'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, plainText} from './element.ts'
import {figureElement, readFigureTexts} from './figure.ts'

/** `::image`: a numbered figure with an image; `placeImages` checks its path and its text alternative. */
export function placeImage(directive: Directive, context: Context): Element {
  const {src = '', alt} = directive.attributes
  const {position} = directive
  const image = element('img', {src, ...(alt !== undefined && {alt: plainText(context.inline(alt, {position}))})}, [])
  const content = element('div', {className: ['image']}, [image])
  return figureElement(
    directive.id,
    {texts: readFigureTexts(directive, context), content, className: 'image-figure'},
    context,
  )
}
