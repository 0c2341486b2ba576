import type {Element} from 'hast'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, isElement} from './element.ts'

/** `:::pull-quote`: a quotation set large; it may be typed as plain paragraphs or as a Markdown quote. */
export function placePullQuote({attributes, from, content}: Directive, context: Context): Element {
  const [first, ...others] = content
  const quote = isElement(first, 'blockquote') && others.length === 0 ? first : element('blockquote', {}, content)
  const by = attributes.by ? context.inline(attributes.by, from('by')) : []
  const attribution = by.length > 0 ? [element('p', {className: ['attribution']}, by)] : []
  return element('aside', {className: ['pull-quote']}, [quote, ...attribution])
}
