import type {Element, ElementContent} from 'hast'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, plainText} from './element.ts'

/** `:::recommendation`: a numbered block that says what who should do by when. */
export function placeRecommendation(directive: Directive, context: Context): Element {
  const {id, label, content} = directive
  const meta = (['actor', 'by'] as const).map((name) => ({name, text: metaText(directive, name, context)}))
  const title = element('p', {className: ['recommendation-title']}, [
    element('span', {className: ['label']}, []),
    ' ',
    element('span', {className: ['headline']}, label),
  ])
  const block = element('div', {...(id && {id}), className: ['recommendation']}, [title, ...metaLine(meta), ...content])
  const texts = meta.filter(({text}) => text.length > 0).map(({name, text}) => [name, plainText(text)])
  return {...block, data: {marks: {numbered: 'recommendation', recommendation: Object.fromEntries(texts)}}}
}

interface MetaText {
  readonly name: 'actor' | 'by'
  readonly text: readonly ElementContent[]
}

function metaText({attributes, from}: Directive, name: 'actor' | 'by', context: Context): ElementContent[] {
  const text = attributes[name]
  return text ? context.inline(text, from(name)) : []
}

function metaLine(meta: readonly MetaText[]): Element[] {
  const spans = meta
    .filter(({text}) => text.length > 0)
    .map(({name, text}) => element('span', {className: [name]}, text))
  if (spans.length === 0) return []
  const separated = spans.flatMap((span, index) => (index === 0 ? [span] : [' · ', span]))
  return [element('p', {className: ['recommendation-meta']}, separated)]
}
