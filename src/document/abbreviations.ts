import type {Element} from 'hast'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `::abbreviations`: those of the front matter, in the order of the edition's language. */
export function placeAbbreviations(_directive: Directive, {merged, labels}: Context): Element {
  const {abbreviations, lang} = merged.frontMatter
  const {compare} = new Intl.Collator(lang)
  const rows = Object.entries(abbreviations)
    .sort(([a], [b]) => compare(a, b))
    .map(([short, meaning]) =>
      element('tr', {}, [element('th', {scope: 'row'}, [short]), element('td', {}, [meaning])]),
    )
  const heads = [labels.shortForm, labels.meaning].map((head) => element('th', {scope: 'col'}, [head]))
  return element('table', {className: ['abbreviations']}, [
    element('thead', {}, [element('tr', {}, heads)]),
    element('tbody', {}, rows),
  ])
}
