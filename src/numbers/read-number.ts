import type {Quantity, Unit} from './mention.ts'

/** Words of numbers in English, as a pattern: "two", "twenty-one", "three hundred and fifty", "a million". */
const small = 'zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const teens = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const scales = 'hundred|thousand|million|billion|trillion|lakh|crore'
const unit = `(?:(?:${tens})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|${teens}|${small})`
const scale = `[ -](?:${scales})`
const scaled = `(?:${unit}|a|half a)(?:${scale})+(?:(?:,? and |, | )${unit}(?:${scale})*)*`
export const wordPattern = `(?:${scaled}|(?:half )?a dozen|${unit})`

/** Digits with thousands separators and decimals, with a scale after it: "1,234.5", "14 million", "3bn". */
export const digitPattern =
  '(?:\\d{1,3}(?:[,\u00a0\u202f]\\d{3})+|\\d+)(?:\\.\\d+)?(?:[ \u00a0]?(?:hundred|thousand|million|billion|trillion|lakh|crore|mn|bn|tn)\\b|(?:k|m|K|M)\\b)?'

const words: ReadonlyMap<string, number> = new Map([
  ...`${small}|${teens}`
    .split('|')
    .filter((word) => word !== 'nought')
    .map((word, index): [string, number] => [word, index]),
  ['nought', 0],
  ...tens.split('|').map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['a', 1],
])

const powers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['lakh', 100_000],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

/** A number in digits or English words; undefined for what is none. */
export function readNumber(text: string, of: Unit = 'count'): Quantity | undefined {
  return /\d/.test(text) ? readDigits(text, of) : readWords(text, of)
}

function readDigits(text: string, of: Unit): Quantity | undefined {
  const match = /^([−+-]?)([\d,\u00a0\u202f]+?)(?:\.(\d+))?[ \u00a0]?([a-z]*)$/i.exec(text.trim())
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', scale = ''] = match
  const power = scale === '' ? 1 : (powers.get(scale.toLowerCase()) ?? Number.NaN)
  const digits = Number(`${whole.replace(/\D/g, '')}.${fraction}`)
  if (Number.isNaN(digits * power)) return undefined
  const value = exact(digits * power) * (sign === '−' || sign === '-' ? -1 : 1)
  return {value, unit: of, step: exact(power / 10 ** fraction.length)}
}

function readWords(text: string, of: Unit): Quantity | undefined {
  const half = /^half a /i.test(text)
  const parts = text
    .toLowerCase()
    .replace(/^half a /, 'a ')
    .split(/[ -]|, /)
    .filter((part) => part !== '' && part !== 'and')
  let total = 0
  let group = 0
  let step = 1
  for (const part of parts) {
    const power = powers.get(part)
    if (part === 'dozen') group = Math.max(group, 1) * 12
    else if (power === 100) group = Math.max(group, 1) * 100
    else if (power !== undefined) {
      total += Math.max(group, 1) * power
      group = 0
    } else group += words.get(part) ?? Number.NaN
    step = power ?? 1
  }
  const value = (total + group) * (half ? 0.5 : 1)
  return Number.isNaN(value) ? undefined : {value, unit: of, step}
}

/** Without the noise of binary arithmetic. */
function exact(number: number): number {
  return Number(number.toPrecision(15))
}
