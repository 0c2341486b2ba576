import {slipGap} from '../../messages/slips.ts'
import type {Passage} from '../../prose/passage.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

/** One way of numbering the parts of a text. */
interface Numbering {
  readonly pattern: RegExp
  readonly orderOf: (text: string) => number
  readonly nameOf: (order: number, like: string) => string
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

const numberings: readonly Numbering[] = [
  {
    pattern: /(?<=(?:^|\s)\()\d{1,2}(?=\)\s)/g,
    orderOf: Number,
    nameOf: (order) => `(${order})`,
  },
  {
    pattern: /(?<=(?:^|\s)\()[a-h](?=\)\s)/g,
    orderOf: (letter) => letter.charCodeAt(0) - 96,
    nameOf: (order) => `(${String.fromCharCode(96 + order)})`,
  },
  {
    pattern: /(?<=^|[.;:] )(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?(?=, )/gi,
    orderOf: (word) => ordinals.indexOf(word.toLowerCase().replace(/ly$/, '')) + 1,
    nameOf: (order, like) => `${ordinals[order - 1]}${like.endsWith('ly') ? 'ly' : ''}`,
  },
]

/** Parts numbered "(1) ... (2) ... (4)" or "First, ... Third, ..." within one passage. */
export function checkNumbering({prose}: SlipInput): Finding[] {
  return prose.passages.flatMap((passage) => numberings.flatMap((numbering) => gapsOf(passage, numbering)))
}

function gapsOf(passage: Passage, {pattern, orderOf, nameOf}: Numbering): Finding[] {
  const parts = [...passage.text.matchAll(pattern)].map(({0: text, index}) => ({text, index, order: orderOf(text)}))
  if (parts[0]?.order !== 1) return []
  return parts.flatMap(({text, index, order}, part) => {
    const before = parts[part - 1]?.order ?? 0
    // A number in brackets that is far off counts something: "Balochistan (17)".
    if (order === before + 1 || order <= before || order > before + 3) return []
    const bracketed = /^\w{1,2}$/.test(text) ? `(${text})` : text
    const message = slipGap(bracketed, nameOf(before + 1, text))
    return [{passage, start: index, end: index + text.length, message}]
  })
}
