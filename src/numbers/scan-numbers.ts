import {nearestLanguage} from '../document/nearest-language.ts'
import {markEchoes} from './echoes.ts'
import {french} from './languages/french.ts'
import {german} from './languages/german.ts'
import {rulesOf} from './languages/rules-of.ts'
import {spanish} from './languages/spanish.ts'
import type {Found, Mention, Rule} from './mention.ts'
import {quantityRules} from './rules/quantities.ts'
import {structuralRules} from './rules/structural.ts'

/**
 * The numbers of a text in the order in which they stand: those that name or date something, and those that say how
 * much. The words are those of the language, or English ones where it has no table; digits are found in every language.
 */
export function scanNumbers(text: string, lang = 'en'): Mention[] {
  const mentions: Mention[] = []
  for (const rule of nearestLanguage(lang, rules)?.() ?? english) {
    for (const match of text.matchAll(rule.pattern)) {
      const mention = maybeMention(text, rule, match)
      if (mention !== undefined && !mentions.some((other) => overlaps(other, mention))) mentions.push(mention)
    }
  }
  return markEchoes(
    text,
    mentions.sort((a, b) => a.start - b.start),
  )
}

const english: readonly Rule[] = [...structuralRules, ...quantityRules]

/** Made when a brief is in the language. */
const rules: Readonly<Record<string, () => readonly Rule[]>> = {
  de: memo(() => rulesOf(german)),
  es: memo(() => rulesOf(spanish)),
  fr: memo(() => rulesOf(french)),
}

function memo<Result>(make: () => Result): () => Result {
  let made: {readonly result: Result} | undefined
  return () => (made ??= {result: make()}).result
}

function maybeMention(text: string, {kind, role, read, when}: Rule, match: RegExpExecArray): Mention | undefined {
  const [whole] = match
  const trimmed = whole.trim()
  const start = match.index + whole.indexOf(trimmed)
  const end = start + trimmed.length
  const found: Found = {
    text: trimmed,
    before: text.slice(Math.max(0, start - 60), start),
    after: text.slice(end, end + 60),
  }
  if (trimmed === '' || when?.(found) === false) return undefined
  if (read === undefined) return {start, end, text: trimmed, role, kind}
  const quantity = read(found)
  return quantity && {start, end, text: trimmed, role, kind, quantity}
}

function overlaps(a: Pick<Mention, 'start' | 'end'>, b: Pick<Mention, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end
}
