import type {Element} from 'hast'
import {hasMarks} from '../merge/value-marks.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, markedText, plainText} from './element.ts'
import {figureElement, readFigureTexts} from './figure.ts'

/** `::image`: a numbered figure with an image; `placeImages` checks its path and its text alternative. */
export function placeImage(directive: Directive, context: Context): Element {
  const {src = '', alt} = directive.attributes
  const words = alt === undefined ? [] : context.inline(alt, directive.from('alt'))
  const dataMarkedAlt = markedText(words)
  const isMarked = hasMarks(dataMarkedAlt)
  const texts = alt === undefined ? {} : {alt: plainText(words), ...(isMarked && {dataMarkedAlt})}
  const image = element('img', {src, ...texts}, [])
  const content = element('div', {className: ['image']}, [image])
  return figureElement(
    directive,
    {texts: readFigureTexts(directive, context), content, className: 'image-figure'},
    context,
  )
}
