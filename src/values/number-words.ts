import {localeOf} from './locale-of.ts'

const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A whole number below ten as a word; undefined for other numbers and for languages without a table. */
export function spelled(number: number, lang: string): string | undefined {
  return isEnglish(lang) ? english[number] : undefined
}

/** A whole number as an ordinal, "22nd"; undefined for other numbers and for languages without a rule. */
export function ordinal(number: number, lang: string): string | undefined {
  if (!isEnglish(lang) || !Number.isSafeInteger(number) || number < 0) return undefined
  const endings: Readonly<Record<string, string>> = {one: 'st', two: 'nd', few: 'rd'}
  const rule = new Intl.PluralRules('en', {type: 'ordinal'}).select(number)
  return `${number}${endings[rule] ?? 'th'}`
}

function isEnglish(lang: string): boolean {
  return localeOf(lang).split('-')[0] === 'en'
}
