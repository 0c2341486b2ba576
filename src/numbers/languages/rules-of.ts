import type {Found, Quantity, Rule, Unit} from '../mention.ts'
import {addressRules, isoRules, nameRules} from '../rules/structural.ts'
import type {NumberLanguage} from './language.ts'
import {joinedTokens, readIn} from './read-words.ts'

/** The rules of a language's numbers, the longest first, in the order of those of English. */
export function rulesOf(language: NumberLanguage): readonly Rule[] {
  const patterns = patternsOf(language)
  return [
    ...addressRules,
    ...structural(language),
    ...nameRules,
    ...shares(language, patterns),
    ...multiples(language, patterns),
    ...units(language, patterns),
    ...counts(language, patterns),
  ]
}

interface Patterns {
  readonly digits: string
  readonly words: string
  readonly any: string
}

const edge = '(?<![\\p{L}\\p{N}_.,-])'
const end = '(?![\\p{L}\\p{N}]|[.,]\\d)'
const year = '(?:1[5-9]|20)\\d{2}'
const none = '(?!)'

function patternsOf(language: NumberLanguage): Patterns {
  const {decimal, group, words, powers, article, glue, joined} = language
  const scale = alternatives(Object.keys(powers).filter((power) => !joined || !/^(?:hundert|tausend)$/.test(power)))
  const plain = `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${decimal === '.' ? '\\.' : decimal}\\d+)?`
  const digits = `${edge}[−+]?${plain}(?:[ \\u00a0](?:${scale})(?!\\p{L}))?${end}`
  const base = joined
    ? `(?:${joinedTokens(language)})(?:(?:und)?(?:${joinedTokens(language)}))*`
    : sequence([...Object.keys(words), ...Object.keys(powers)], glue)
  const scaled = joined ? `(?:(?:${base}|${article}) )+(?:${scale})|${base}` : `(?:(?:${article}) )?${base}`
  const spelled = `${edge}(?:${scaled})(?![\\p{L}\\p{N}-])`
  return {digits, words: spelled, any: `(?:${digits}|${spelled})`}
}

function sequence(words: readonly string[], glue: string): string {
  const one = alternatives(words)
  return `(?:${one})(?:(?:${glue})(?:${one}))*`
}

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|')
}

function structural(language: NumberLanguage): readonly Rule[] {
  const {months, date, periods, references, idioms} = language
  const dated = date.replaceAll('DAY', '\\d{1,2}').replaceAll('MONTH', `(?:${months})`).replaceAll('YEAR', year)
  const number = '\\d+(?:[./]\\d+)*[a-z]?(?:\\(\\w{1,3}\\))?(?:/\\p{Lu}{2,3})?'
  const numbers = `${number}(?:(?:[–-]|, | und | et | y | bis | à | a )${number})*`
  return [
    {
      kind: 'reference',
      role: 'structural',
      pattern: new RegExp(`${edge}(?:${references})[ \\u00a0]${numbers}(?!\\p{L})|§§? ?${numbers}`, 'giu'),
    },
    {kind: 'date', role: 'structural', pattern: new RegExp(`${edge}(?:${dated})(?!\\p{L})`, 'giu')},
    {kind: 'period', role: 'structural', pattern: new RegExp(`${edge}(?:${periods})(?![\\p{L}\\p{N}])`, 'giu')},
    {kind: 'idiom', role: 'structural', pattern: new RegExp(idioms, 'gu')},
    ...isoRules,
    {
      kind: 'year',
      role: 'structural',
      pattern: new RegExp(
        `(?<![\\d.,$€£−+])\\b${year}\\b(?!\\d|[.,]\\d|[ \\u00a0]?(?:${language.percent}|${language.money}))`,
        'gu',
      ),
      when: isYearIn(language),
    },
  ]
}

/** Four digits are a year after a word of time, at an end, and in German before a verb; else they count. */
function isYearIn({before: words, joined}: NumberLanguage): (found: Found) => boolean {
  const isAfter = new RegExp(`(?:^|[\\s(’'])(?:${words}) $|[–(-]$`, 'iu')
  const counted = joined ? /^ \p{Lu}\p{Ll}+/u : /^ \p{Ll}{3,}s\b/u
  return ({before, after}) => {
    // "Près de 2000 personnes", "von 2000 Menschen": what follows is counted.
    if (/(?:^|[\s(’'])(?:de|del|von|um|gegen|bis|y|et|und|à|a) $/i.test(before) && counted.test(after)) return false
    return isAfter.test(before) || /^(?:[.,;:)–-]|$)/.test(after) || (joined && /^ \p{Ll}/u.test(after))
  }
}

function shares(language: NumberLanguage, {any}: Patterns): readonly Rule[] {
  const {parts, shares: others, outOf} = language
  const named = new RegExp(
    `${edge}(?:${any}|une?|un|una|ein|eine[mnrs]?)[ -](?:${alternatives(Object.keys(parts))})(?!\\p{L})`,
    'giu',
  )
  return [
    {kind: 'share', role: 'quantity', pattern: named, read: readPart(language), when: isShare},
    {
      kind: 'share',
      role: 'quantity',
      pattern: new RegExp(`${edge}(?:${any}|une?|un[oa]?|eine?[rs]?) ${outOf} ${any}`, 'giu'),
      read: readRatio(language),
    },
    ...others.map(([pattern, percent]): Rule => ({
      kind: 'share',
      role: 'quantity',
      pattern: new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu'),
      read: () => ({value: percent, unit: 'percent', step: 10}),
    })),
  ]
}

/** "Un cuarto" may be a room, "ein Viertel" a part of a town: one part is one of something. */
function isShare({text, after}: Found): boolean {
  if (!/^(?:une?|una|ein|eine[mnrs]?)[ -]/i.test(text)) return true
  return /^(?: (?:der|des|dieser|aller|von|de|du|des|del|aux|aus|mehr|weniger|plus|moins|más|menos)\b| d['’]|[.,;:)]|$)/.test(
    after,
  )
}

function multiples(language: NumberLanguage, {any}: Patterns): readonly Rule[] {
  return [
    {
      kind: 'multiple',
      role: 'quantity',
      // "Dreimal" and "3-fache" are one word.
      pattern: new RegExp(
        language.joined
          ? `${edge}(?:\\d+(?:,\\d+)?|(?:${joinedTokens(language)})+)(?:${language.times})`
          : `${any}(?:${language.times})`,
        'giu',
      ),
      read: ({text}) =>
        readIn(
          language,
          text.replace(new RegExp('(?:[- ]?(?:mal|fach)|[- ]?fache[nrs]?| fois| veces)$', 'i'), ''),
          'times',
        ),
    },
    ...language.multiples.map(([pattern, times]): Rule => ({
      kind: 'multiple',
      role: 'quantity',
      pattern: new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu'),
      read: () => ({value: times, unit: 'times', step: 0.5}),
    })),
  ]
}

function units(language: NumberLanguage, {any, digits}: Patterns): readonly Rule[] {
  const {points, percent, money} = language
  const suffix = (unit: Unit, ending: string): Rule => ({
    kind: unit,
    role: 'quantity',
    pattern: new RegExp(`${any.replaceAll(end, '')}[ \\u00a0\\u202f-]?(?:${ending})(?!\\p{L})`, 'giu'),
    read: ({text}) =>
      readIn(language, text.replace(new RegExp(`[ \\u00a0\\u202f-]?(?:${ending})$`, 'iu'), '').trim(), unit),
  })
  return [
    suffix('points', points),
    suffix('percent', percent),
    {
      kind: 'money',
      role: 'quantity',
      pattern: new RegExp(`(?:US\\$|[$€£¥])[ \\u00a0]?(?:${digits.replace(edge, '')})`, 'giu'),
      read: ({text}) => readIn(language, text.replace(/^[^\d]+/, ''), 'money'),
    },
    suffix('money', `${money}|€|\\$|US\\$|CHF`),
  ]
}

function counts(language: NumberLanguage, {digits, words}: Patterns): readonly Rule[] {
  const read = ({text}: Found): Quantity | undefined => readIn(language, text)
  return [
    {kind: 'count', role: 'quantity', pattern: new RegExp(digits, 'giu'), read},
    {kind: 'count', role: 'quantity', pattern: new RegExp(words || none, 'giu'), read, when: countsIn(language)},
  ]
}

/** "One" is most often an article; small numbers after "the" point back at what was said. */
function countsIn(language: NumberLanguage): (found: Found) => boolean {
  const isDetermined = new RegExp(`(?:^|[\\s('’])(?:${language.determiners}) $`, 'iu')
  return ({text, before, after}) => {
    const value = readIn(language, text)?.value ?? 0
    if (value <= 1) return value === 1 ? false : value > 0
    if (/^neuf$/i.test(text)) return /^ \p{Ll}+[sx]\b/u.test(after)
    return value > 10 || !isDetermined.test(before)
  }
}

function readPart(language: NumberLanguage): (found: Found) => Quantity | undefined {
  const {parts} = language
  return ({text}) => {
    const lower = text.toLowerCase()
    const part = Object.keys(parts).find((name) => new RegExp(`[ -]${name}$`).test(lower))
    if (part === undefined) return undefined
    const count = readIn(language, text.slice(0, -part.length - 1).replace(/^eine[mnrs]$/i, 'eine'))
    return count && {value: (100 * count.value) / (parts[part] ?? 1), unit: 'percent', step: 10}
  }
}

function readRatio(language: NumberLanguage): (found: Found) => Quantity | undefined {
  return ({text}) => {
    const [part = '', whole = ''] = text.split(new RegExp(` ${language.outOf} `, 'i'))
    const [a, b] = [readIn(language, part.replace(/^eine[rs]$/i, 'eine')), readIn(language, whole)]
    if (a === undefined || b === undefined || b.value === 0 || a.value > b.value) return undefined
    return {value: (100 * a.value) / b.value, unit: 'percent', step: 10}
  }
}
