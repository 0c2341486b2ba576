import {nearestLanguage} from '../document/nearest-language.ts'
import {localeOf} from './locale-of.ts'

interface NumberWords {
  /** From zero on. */
  readonly cardinals: readonly string[]
  readonly ordinal: (number: number) => string
}

const english: NumberWords = {
  cardinals: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ordinal: (number) => {
    const endings: Readonly<Record<string, string>> = {one: 'st', two: 'nd', few: 'rd'}
    return `${number}${endings[new Intl.PluralRules('en', {type: 'ordinal'}).select(number)] ?? 'th'}`
  },
}

const languages: Readonly<Record<string, NumberWords>> = {
  de: {
    cardinals: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
    ordinal: (number) => `${number}.`,
  },
  en: english,
  es: {
    cardinals: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
    ordinal: (number) => `${number}.º`,
  },
  fr: {
    cardinals: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
    ordinal: (number) => (number === 1 ? '1er' : `${number}e`),
  },
}

/** House styles write whole numbers as words below this one, if they say nothing else. */
export const usualLimit = 10

/** A whole number below `limit` as a word; undefined for other numbers and for languages without a table. */
export function spelled(number: number, lang: string, limit = usualLimit): string | undefined {
  return number < limit ? wordsOf(lang)?.cardinals[number] : undefined
}

/** A whole number as an ordinal, "22nd"; undefined for other numbers and for languages without a rule. */
export function ordinal(number: number, lang: string): string | undefined {
  return Number.isSafeInteger(number) && number >= 0 ? wordsOf(lang)?.ordinal(number) : undefined
}

function wordsOf(lang: string): NumberWords | undefined {
  return nearestLanguage(localeOf(lang), languages)
}
