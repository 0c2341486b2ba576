import type {Found, Quantity, Rule, Unit} from '../mention.ts'
import {digitPattern, readNumber, wordPattern} from '../read-number.ts'

const sign = '(?<![\\p{L}\\p{N}.,])(?:[−+]|(?<=^|[\\s(])-(?=\\d))?'
const digits = `${sign}(?<![\\p{L}\\p{N}_]|\\d[.,])${digitPattern}(?![\\p{L}\\p{N}]|[.,]\\d)`
const words = `(?<![\\p{L}\\p{N}-])(?:${wordPattern})(?![\\p{L}\\p{N}])`
const any = `(?:${digits}|${words})`
const denominators: ReadonlyMap<string, number> = new Map(
  'half halve third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index): [string, number] => [word, [2, 2, 3, 4, 5, 6, 7, 8, 9, 10][index] ?? 0]),
)
const parts = 'half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?'
const superlatives =
  'largest|biggest|highest|lowest|smallest|most|least|best|worst|deadliest|poorest|richest|fastest|slowest|longest|shortest|busiest|youngest|oldest|strongest|weakest|safest|greatest|fewest|heaviest|ranked|placed|place'

/** Shares of a whole in words: "two thirds", "one in five", "half of". */
const shares: readonly Rule[] = [
  {
    kind: 'share',
    role: 'quantity',
    pattern: new RegExp(
      `${any} (?:in|out of) (?:every )?${any}(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))`,
      'giu',
    ),
    read: readRatio,
    when: ({text, after}) =>
      /out of/.test(text) ||
      (/^(?:one|two|three|four|five|six|seven|eight|nine|\d) /i.test(text) && !/^(?: (?:of|\p{Lu})|-)/u.test(after)),
  },
  {
    kind: 'share',
    role: 'quantity',
    pattern: new RegExp(
      `\\b(?:(?:a|one|two|three|four|five|six|seven|nine|\\d)[ -])(?:${parts})\\b(?! (?:time|party|parties|country|countries|round|year|day|week|term|child|phase|attempt|plan|of all time))`,
      'gi',
    ),
    read: readFraction,
    when: ({text, after}) =>
      !/^(?:a|one)[ -](?:third|fifth|sixth|seventh|eighth|ninth|tenth|quarter|half)$/i.test(text) ||
      /^(?: (?:of|in|to|as|more|less|fewer|are|is|were|was|have|had|said|say|live|lower|higher|below|above|came|come)\b|[,.;:)]|$)/.test(
        after,
      ),
  },
  {
    kind: 'share',
    role: 'quantity',
    pattern:
      /(?<=\b(?:by|about|around|almost|nearly|roughly|over|under|than|only|some|at least|up to|cut in) )half\b(?! (?:right|wrong|way|done|full|empty|true|a\b|an\b))|\bhalf (?=of\b|the (?!year|decade|century)|its\b|their\b|his\b|her\b|our\b|all\b|as (?:many|much|high|big|large))|^Half\b(?= of| the)/gi,
    read: () => ({value: 50, unit: 'percent', step: 10}),
  },
]

/** How many times as much: "twice as many", "tripled", "12-fold", "3.4 times". */
const multiples: readonly Rule[] = [
  {
    kind: 'multiple',
    role: 'quantity',
    pattern: new RegExp(
      `${any}[ -]?fold\\b|\\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|mani)fold\\b`,
      'giu',
    ),
    read: ({text}) => times(text.replace(/[ -]?fold$/i, '')),
    when: ({text}) => !/^mani/i.test(text),
  },
  {
    kind: 'multiple',
    role: 'quantity',
    pattern: new RegExp(
      `${any} times(?= (?:as|more|higher|larger|greater|bigger|the|that|over|lower|less|fewer|its|their|what|those|faster|smaller)\\b)|(?<=\\bby a factor of )${any}`,
      'giu',
    ),
    read: ({text}) => times(text.replace(/ times$/, '')),
  },
  {
    kind: 'multiple',
    role: 'quantity',
    pattern:
      /\b(?:twice|thrice)(?= (?:as|the|that|its|their|what|those|more)\b)|\b(?:doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing))\b|\b(?:double|triple|treble|quadruple)(?= (?:the|that|those|its|their|what|in)\b)/gi,
    read: ({text}) => multipleOf(text),
  },
]

/** Places in an order: "the second-largest", "ranked third", "4th highest". */
const ranks: readonly Rule[] = [
  {
    kind: 'rank',
    role: 'quantity',
    pattern: new RegExp(
      `\\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,3}(?:st|nd|rd|th))[ -](?:${superlatives})\\b|(?<=\\b(?:rank(?:s|ed|ing)?|placed|came|comes|stands?|stood|finished) (?:as |at |the )?)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,3}(?:st|nd|rd|th))\\b(?! (?:time|to))`,
      'gi',
    ),
    read: ({text}) => ({value: ordinalOf(text), unit: 'rank', step: 1}),
  },
]

/** Ordinals that count nothing: "the third time", "the 29th report". */
const ordinals: readonly Rule[] = [{kind: 'ordinal', role: 'structural', pattern: /\b\d{1,3}(?:st|nd|rd|th)\b/g}]

const units: readonly Rule[] = [
  {
    kind: 'points',
    role: 'quantity',
    pattern: new RegExp(
      `${any}[ \u00a0-](?:(?:percentage|basis)[ -]points?|pp\\b|points?(?= (?:higher|lower|more|less|up|down|above|below|rise|fall|gain|lead|drop|increase|decrease|gap|difference|swing|to \\d+(?:\\.\\d+)? ?(?:%|per ?cent))))|(?<=\\b(?:dropped|fell|rose|gained|lost|slipped|climbed|up|down|by) )${any} points?(?! (?:of|in|on|from|for|plan)\\b)`,
      'giu',
    ),
    read: ({text}) => readPoints(text),
  },
  {
    // The lower end of "70–80%".
    kind: 'percent',
    role: 'quantity',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,])\\d+(?:\\.\\d+)?(?= ?[–-] ?\\d+(?:\\.\\d+)?[ \u00a0\u202f]?(?:%|per ?cent))`,
      'gu',
    ),
    read: unitOf('percent', /%$/),
  },
  {
    kind: 'percent',
    role: 'quantity',
    pattern: new RegExp(`${any}(?:[ \u00a0\u202f-]?(?:%|٪)|[ \u00a0-]per ?cent\\b)`, 'giu'),
    read: unitOf('percent', /[ \u00a0\u202f-]?(?:%|٪|per ?cent)$/i),
  },
  {
    kind: 'money',
    role: 'quantity',
    pattern: new RegExp(`(?:US\\$|A\\$|C\\$|[$€£¥₹]|\\b(?:Rs|PKR|USD|EUR|GBP|AFN|INR)\\.? ?)(?:${digitPattern})`, 'gu'),
    read: ({text}) => readNumber(text.replace(/^[^\d]+/, ''), 'money'),
  },
  {
    kind: 'money',
    role: 'quantity',
    pattern: new RegExp(
      `${any} (?:dollars?|euros?|rupees?|pounds?|yen|afghanis?|francs?|kroner|cents|pence)\\b`,
      'giu',
    ),
    read: unitOf('money', / \p{L}+$/u),
  },
]

/** All other numbers. */
const counts: readonly Rule[] = [
  {kind: 'money', role: 'quantity', pattern: /(?<![\p{L}\p{N}.,])\d+p\b/gu, read: unitOf('money', /p$/)},
  {
    kind: 'measure',
    role: 'quantity',
    pattern: new RegExp(`${digits.replace(/\(\?!\[[^)]*\)$/, '')}[ \u00a0]?°[CF]\\b`, 'gu'),
    read: unitOf('count', /[ \u00a0]?°[CF]$/),
  },
  {kind: 'count', role: 'quantity', pattern: new RegExp(digits, 'gu'), read: ({text}) => readNumber(text)},
  {
    kind: 'count',
    role: 'quantity',
    pattern: new RegExp(words, 'giu'),
    read: ({text}) => readNumber(text),
    when: countsSomething,
  },
]

/** The rules of numbers that say how much, the longest first; they come after the structural ones. */
export const quantityRules: readonly Rule[] = [...shares, ...multiples, ...units, ...ranks, ...ordinals, ...counts]

function unitOf(unit: Unit, ending: RegExp): (found: Found) => Quantity | undefined {
  return ({text}) => readNumber(text.replace(ending, '').trim(), unit)
}

/** A hundred basis points are a percentage point. */
function readPoints(text: string): Quantity | undefined {
  const read = readNumber(text.replace(/[ \u00a0-](?:percentage|basis|pp|points?).*$/i, '').trim(), 'points')
  if (read === undefined || !/basis/i.test(text)) return read
  return {...read, value: read.value / 100, step: read.step / 100}
}

function times(text: string): Quantity | undefined {
  return readNumber(text.trim(), 'times')
}

function multipleOf(text: string): Quantity {
  const word = text.toLowerCase()
  const value = /^(?:twice|doub)/.test(word)
    ? 2
    : /^(?:thrice|tri|treb)/.test(word)
      ? 3
      : word.startsWith('quad')
        ? 4
        : 0.5
  return {value, unit: 'times', step: 0.5}
}

function readRatio({text}: Found): Quantity | undefined {
  const [part = '', whole = ''] = text.split(/ (?:in|out of) (?:every )?/i)
  const [a, b] = [readNumber(part), readNumber(whole)]
  if (a === undefined || b === undefined || b.value === 0 || a.value > b.value) return undefined
  return {value: (100 * a.value) / b.value, unit: 'percent', step: 10}
}

function readFraction({text}: Found): Quantity | undefined {
  const [count = '', part = ''] = text.toLowerCase().split(/[ -]/)
  const below = denominators.get(part.replace(/ves$/, 've').replace(/s$/, ''))
  const above = readNumber(count)?.value
  if (below === undefined || above === undefined) return undefined
  return {value: (100 * above) / below, unit: 'percent', step: 10}
}

const ordinalWords = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

function ordinalOf(text: string): number {
  const [word = ''] = text.toLowerCase().split(/[ -]/)
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ordinalWords.indexOf(word)
}

/** "One" is a number only before what it counts; small numbers after "the" point back at what was said. */
function countsSomething({text, before, after}: Found): boolean {
  if (/^one$/i.test(text)) return /^ (?:hundred|thousand|million|billion|per ?cent)/i.test(after)
  if (/^zero$/i.test(text)) return /^ \p{Ll}+s\b/u.test(after)
  // "The five years to 2023" are said here; "the five years" were said before.
  const isSaid = /^ (?:days|weeks|months|years|decades) (?:to|from|since|until|between|after|before|up to)\b/.test(
    after,
  )
  if (
    !isSaid &&
    /^(?:two|three|four|five|six|seven|eight|nine|ten)$/i.test(text) &&
    /\b(?:the|these|those|all|other|both|last|its|their|our|his|her|whose|which) $/i.test(before)
  )
    return false
  return !/^(?:-(?:year-olds?)?$)/.test(after)
}
