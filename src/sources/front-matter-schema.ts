import * as v from 'valibot'
import {isIsoDate} from './iso-date.ts'
import {listOf, map, mapOf, name, silenced, text} from './shapes.ts'

const address = v.pipe(
  text,
  v.check(
    (value) => isExpression(value) || /^https?:\/\/\S+$/.test(value),
    'an address such as `https://example.org/`',
  ),
)

const date = v.pipe(v.string('a date'), v.check(isIsoDate, 'a date that exists, as `2022`, `2022-10` or `2022-10-31`'))

const author = map({
  name,
  affiliation: v.exactOptional(text),
  role: v.exactOptional(text),
  email: v.exactOptional(v.pipe(text, v.regex(/^[^\s@]+@[^\s@]+$/, 'an address such as `name@example.org`'))),
  orcid: v.exactOptional(v.pipe(text, v.regex(/^(?:\d{4}-){3}\d{3}[\dX]$/, 'an ORCID such as `0000-0002-1825-0097`'))),
  bio: v.exactOptional(text),
})

/** Front matter after its shorthands are written out; each message is what was expected. */
export const frontMatterSchema = map({
  title: name,
  subtitle: v.exactOptional(text),
  authors: v.exactOptional(listOf(author), []),
  date: v.exactOptional(date),
  version: v.exactOptional(name),
  updated: v.exactOptional(date),
  corrections: v.exactOptional(listOf(map({date, text: name}))),
  lang: v.exactOptional(v.pipe(text, v.check(isLanguage, 'a language tag such as `en`, `en-GB` or `ur`')), 'en'),
  institution: v.exactOptional(text),
  place: v.exactOptional(text),
  series: v.exactOptional(text),
  about: v.exactOptional(text),
  number: v.exactOptional(text),
  doi: v.exactOptional(
    v.pipe(
      text,
      v.check(
        (value) => isExpression(value) || /^10\.\d{4,}(?:\.\d+)*\/\S+$/.test(value),
        'a DOI such as `10.1234/abc`',
      ),
    ),
  ),
  url: v.exactOptional(address),
  keywords: v.exactOptional(listOf(text), []),
  abstract: v.exactOptional(text),
  license: v.exactOptional(text),
  licenseUrl: v.exactOptional(address),
  disclaimer: v.exactOptional(text),
  acknowledgements: v.exactOptional(text),
  contact: v.exactOptional(text),
  shortTitle: v.exactOptional(text),
  abbreviations: v.exactOptional(mapOf(text), {}),
  numberSections: v.exactOptional(
    v.pipe(
      v.number('a number from 0 to 3'),
      v.check((depth) => [0, 1, 2, 3].includes(depth), 'a number from 0 to 3'),
    ),
    2,
  ),
  translations: v.exactOptional(mapOf(text)),
  template: v.exactOptional(name, 'policy-brief'),
  options: v.exactOptional(
    mapOf(v.union([v.string(), v.number(), v.boolean()], 'text, a number, `true` or `false`')),
    {},
  ),
  silence: v.exactOptional(silenced),
})

/** An expression is resolved by the merge; what it gives cannot be known here. */
function isExpression(value: string): boolean {
  return value.includes('{{')
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
