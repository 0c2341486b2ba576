import {localeOf} from './locale-of.ts'

/** A number in a sentence, as the language writes it: to the hundredth, small ones to three digits. */
export function writtenNumber(value: number, lang: string): string {
  const {minus, decimal, thousands} = localeOf(lang).number
  const [whole = '', fraction] = String(roughly(Math.abs(value))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${value < 0 ? minus : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
}

function roughly(value: number): number {
  return value < 1 ? Number(value.toPrecision(3)) : Math.round(value * 100) / 100
}
