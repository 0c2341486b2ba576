import {slipAbbreviation} from '../../messages/slips.ts'
import type {Passage} from '../../prose/passage.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

/** Short forms that every reader of a brief knows better than their meaning. */
const known = new Set(
  (
    'UN US USA UK EU UAE USSR BBC CNN NBC CBS ABC NPR AFP TV DVD CD PDF CSV SVG HTML JSON XLSX API URL DOI ISBN ISSN ORCID ID IT OK AM PM GMT UTC PO AD BC CE BCE ' +
    'HIV AIDS DNA RNA COVID SARS NATO UNESCO UNICEF UNHCR WHO IMF FBI CIA NASA OECD GDP CEO NGO NGOs MP MPs PhD MA BA CC BY SA NC ND ISO VIP FY SDG SDGs UNSCR PM SMS SIM SIMs GPS PKR USD EUR GBP A B C Q1 Q2 Q3 Q4 ' +
    'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'
  ).split(' '),
)

/** Short forms in capitals that no part of the brief explains; each is reported once, where it is first used. */
export function checkAbbreviations({prose, frontMatter}: SlipInput): Finding[] {
  const explained = new Set(Object.keys(frontMatter.abbreviations).map(bare))
  const text = prose.passages.map((passage) => passage.text).join('\n')
  const names = [frontMatter.institution, frontMatter.series, frontMatter.license].join(' ')
  const seen = new Set<string>()
  return prose.passages.filter(isRead).flatMap((passage) =>
    [
      ...passage.text.matchAll(/(?<![\p{L}\p{N}@./-])\p{Lu}[\p{Lu}\d&]+(?:-\p{Lu}[\p{Lu}\d]*)*s?(?![\p{L}\p{N}])/gu),
    ].flatMap(({0: short, index}): Finding[] => {
      const key = bare(short)
      if (
        seen.has(key) ||
        known.has(short) ||
        known.has(key) ||
        explained.has(key) ||
        /^(?:\p{Lu}|PM|FY|CO|H1N)\d/u.test(short)
      )
        return []
      seen.add(key)
      if (isExpanded(key, text) || names.includes(key) || isHeadline(passage, short)) return []
      return [{passage, start: index, end: index + short.length, message: slipAbbreviation(short)}]
    }),
  )
}

/** Names of sources in notes and cells stand as their owners write them. */
function isRead({kind}: Passage): boolean {
  return kind !== 'note' && kind !== 'cell' && kind !== 'head' && kind !== 'source-line'
}

/** "the National Action Plan (NAP)" or "NAP (National Action Plan)". */
function isExpanded(short: string, text: string): boolean {
  const name = short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `\\p{L}[’']?s? \\((?:the )?${name}s?(?:[;,][^)]*)?\\)|\\b${name}s? \\((?:the )?\\p{L}{3,}[ -]`,
    'u',
  ).test(text)
}

/** A whole passage in capitals has no short forms. */
function isHeadline({text}: Passage, short: string): boolean {
  return text === text.toUpperCase() && text.length > short.length
}

function bare(short: string): string {
  return short.replace(/s$/, '')
}
