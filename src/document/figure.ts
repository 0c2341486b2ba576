import type {Element, ElementContent} from 'hast'
import {attributeValue} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** The texts around a figure or table; those that are empty have no line. */
export interface FigureTexts {
  readonly headline: readonly ElementContent[]
  readonly subtitle: readonly ElementContent[]
  readonly notes: readonly (readonly ElementContent[])[]
  readonly source: readonly ElementContent[]
}

/** The texts that the directive itself gives; an attribute that is there but empty counts, and hides a default. */
export function readFigureTexts({label, attributes, from}: Directive, context: Context): FigureTexts {
  const inline = (name: 'note' | 'subtitle' | 'source'): ElementContent[] => {
    const text = attributes[name]
    return text ? context.inline(text, from(name)) : []
  }
  const note = inline('note')
  return {
    headline: label,
    subtitle: inline('subtitle'),
    notes: note.length > 0 ? [note] : [],
    source: inline('source'),
  }
}

/**
 * How a figure or table fits its page, as its directive says: `scale` makes it as small as it must be without a word,
 * `turn` gives it a page that is read from the side, `page` a page of its own. Print reads it off the element.
 */
export function readFit({attributes: {fit}, position}: Directive, {file}: Context): {dataFit?: string} {
  if (fit === undefined) return {}
  if (!fits.includes(fit)) report(file, position, attributeValue('fit', fit, fits))
  return {dataFit: fit}
}

const fits = ['scale', 'turn', 'page']

/** A numbered figure: caption, content, lines. `numberBlocks` fills its label. */
export function figureElement(
  directive: Directive,
  parts: {readonly texts: FigureTexts; readonly content: Element; readonly className?: string},
  context: Context,
): Element {
  const {texts, content, className} = parts
  const {id} = directive
  const caption = element('figcaption', {}, [element('p', {className: ['label']}, []), ...captionLines(texts, 'p')])
  return {
    ...element(
      'figure',
      {...(id && {id}), className: ['figure', ...(className ? [className] : [])], ...readFit(directive, context)},
      [caption, content, ...footLines(texts, context)],
    ),
    data: {marks: {numbered: 'figure'}},
  }
}

/** Headline and subtitle as elements of one kind. */
export function captionLines({headline, subtitle}: FigureTexts, tagName: 'p' | 'span'): Element[] {
  return [
    ...(headline.length > 0 ? [element(tagName, {className: ['headline']}, headline)] : []),
    ...(subtitle.length > 0 ? [element(tagName, {className: ['subtitle']}, subtitle)] : []),
  ]
}

/** The lines under a figure or table: notes, then the source. */
export function footLines({notes, source}: FigureTexts, {labels}: Context): Element[] {
  return [
    ...notes.map((note) => element('p', {className: ['note-line']}, note)),
    ...(source.length > 0
      ? [element('p', {className: ['source-line']}, [`${labels.source}${labels.colon}`, ...source])]
      : []),
  ]
}
