import type {Element} from 'hast'
import {emptyListing} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `::abbreviations`: those of the front matter, in the order of the edition's language. */
export function placeAbbreviations({written, position}: Directive, {merged, labels, file}: Context): Element {
  const {abbreviations, lang} = merged.frontMatter
  if (Object.keys(abbreviations).length === 0)
    report(file, position, emptyListing(written, '`abbreviations:` in the front matter'))
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
