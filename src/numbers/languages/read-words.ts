import type {Quantity, Unit} from '../mention.ts'
import type {NumberLanguage} from './language.ts'

/** A number in the digits or words of a language; undefined for what is none. */
export function readIn(language: NumberLanguage, text: string, of: Unit = 'count'): Quantity | undefined {
  return /\d/.test(text) ? readDigits(language, text, of) : readWords(language, text, of)
}

function readDigits({decimal, group, powers}: NumberLanguage, text: string, of: Unit): Quantity | undefined {
  const match = /^([−+-]?)(\d.*?)(?:[ \u00a0]?(\p{L}[\p{L}.]*))?$/u.exec(text.trim())
  if (match === null) return undefined
  const [, sign, number = '', word = ''] = match
  const [whole = '', fraction = ''] = number
    .replaceAll(new RegExp(`(?<=\\d)${group}(?=\\d{3})`, 'g'), '')
    .split(decimal)
  const power = word === '' ? 1 : (powers[word.toLowerCase()] ?? Number.NaN)
  const value = Number(`${whole}.${fraction}`) * power * (sign === '−' || sign === '-' ? -1 : 1)
  if (Number.isNaN(value)) return undefined
  return {value: exact(value), unit: of, step: exact(power / 10 ** fraction.length)}
}

function readWords(language: NumberLanguage, text: string, of: Unit): Quantity | undefined {
  const tokens = tokensOf(language, text.toLowerCase())
  if (tokens.length === 0) return undefined
  let [total, group, step] = [0, 0, 1]
  for (const [index, token] of tokens.entries()) {
    const power = language.powers[token]
    if (power === undefined) group += valueOf(language, token, tokens[index - 1])
    else if (power < 1000) group = Math.max(group, 1) * power
    else {
      total += Math.max(group, 1) * power
      group = 0
    }
    step = power ?? 1
  }
  const value = total + group
  return Number.isNaN(value) ? undefined : {value, unit: of, step}
}

/** "Quatre-vingt" multiplies where the other words of twenty add. */
function valueOf({words}: NumberLanguage, token: string, before: string | undefined): number {
  if (/^vingts?$/.test(token) && before === 'quatre') return 76
  if (/^(?:halbe[nr]?|medio)$/.test(token)) return 0.5
  return words[token] ?? Number.NaN
}

function tokensOf(language: NumberLanguage, text: string): readonly string[] {
  const parts = text.split(new RegExp(language.glue))
  if (!language.joined) return parts
  return parts.flatMap((part) => {
    if (part in language.words || part in language.powers || /^halbe[nr]?$|^eine[mnr]$/.test(part)) {
      return [part.replace(/^eine[mnr]$/, 'eine')]
    }
    const cut = part.match(new RegExp(`${joinedTokens(language)}|und|.`, 'gu')) ?? []
    return cut.filter((one) => one !== 'und')
  })
}

/** The words and powers that a joined number is made of, the longest first. */
export function joinedTokens({words, powers}: NumberLanguage): string {
  const joined = [...Object.keys(words), ...Object.keys(powers).filter((power) => /^(?:hundert|tausend)$/.test(power))]
  return joined.toSorted((a, b) => b.length - a.length).join('|')
}

/** Without the noise of binary arithmetic. */
function exact(number: number): number {
  return Number(number.toPrecision(15))
}
