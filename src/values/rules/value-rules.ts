import {ruleUnknown} from '../../messages/rules.ts'
import {add, decimalOf, numberOf as numberOfDecimal, quotient, subtract} from '../decimal.ts'
import {roundHalfUp} from '../round-half-up.ts'
import {above, type Check, type Failure, type RuleBasis} from './rule.ts'

/** Rules over values and numbers. */
export const valueRules: Readonly<Record<string, Check>> = {
  equal: (basis) => compared(basis, (a, b, within) => Math.abs(above(a, b)) <= within, ''),
  'at-most': (basis) => compared(basis, (a, b, within) => above(a, b) <= within, 'at most '),
  between,
  'adds-up': addsUp,
  change,
}

interface Operand {
  readonly name: string
  readonly value: number
  readonly text: string
}

function compared(
  basis: RuleBasis,
  holds: (a: number, b: number, within: number) => boolean,
  words: string,
): readonly Failure[] {
  const [first, second] = (basis.rule.argument as unknown[]).map((operand) => maybeOperand(basis, operand))
  if (first === undefined || second === undefined || holds(first.value, second.value, basis.rule.within ?? 0)) return []
  return [failure([first, second], first, `${words}\`${second.text}\`, which \`${second.name}\` is,`)]
}

function between(basis: RuleBasis): readonly Failure[] {
  const {value, min = -Infinity, max = Infinity} = basis.rule.argument as {value: unknown; min?: number; max?: number}
  const operand = maybeOperand(basis, value)
  if (operand === undefined || (operand.value >= min && operand.value <= max)) return []
  return [failure([operand], operand, boundText(min, max))]
}

/** "at least 0", "at most 100", "from 0 to 100". */
export function boundText(min: number, max: number): string {
  if (max === Infinity) return `at least \`${min}\``
  return min === -Infinity ? `at most \`${max}\`` : `from \`${min}\` to \`${max}\``
}

function addsUp(basis: RuleBasis): readonly Failure[] {
  const {parts, total} = basis.rule.argument as {parts: unknown[]; total: unknown}
  const found = parts.map((part) => maybeOperand(basis, part))
  const whole = maybeOperand(basis, total)
  const known = found.filter((part) => part !== undefined)
  if (whole === undefined || known.length < found.length) return []
  const sum = numberOfDecimal(known.map(({value}) => decimalOf(value)).reduce(add, decimalOf(0)))
  if (Math.abs(above(sum, whole.value)) <= (basis.rule.within ?? 0)) return []
  return [failure([whole, ...known], whole, `\`${sum}\`, which ${known.map(({text}) => text).join(' + ')} add up to,`)]
}

/** A printed change must be the computed one, rounded to its own decimals. */
function change(basis: RuleBasis): readonly Failure[] {
  const argument = basis.rule.argument as {from: unknown; to: unknown; printed: unknown}
  const [from, to, printed] = [argument.from, argument.to, argument.printed].map((one) => maybeOperand(basis, one))
  if (from === undefined || to === undefined || printed === undefined) return []
  const before = decimalOf(from.value)
  const computed = quotient(subtract(decimalOf(to.value), before), before, 100n)
  const places = String(printed.value).split('.')[1]?.length ?? 0
  const rounded = computed === undefined ? undefined : Number(roundHalfUp(String(computed), places))
  if (rounded === undefined || Math.abs(above(rounded, printed.value)) <= (basis.rule.within ?? 0)) return []
  return [failure([printed, from, to], printed, `\`${rounded}\`, from ${from.text} to ${to.text},`)]
}

function failure(operands: readonly Operand[], {name, text}: Operand, expected: string): Failure {
  return {what: `\`${name}\``, names: operands.map((operand) => operand.name), found: text, expected}
}

function maybeOperand({values, report}: RuleBasis, operand: unknown): Operand | undefined {
  if (typeof operand === 'number') return {name: String(operand), value: operand, text: String(operand)}
  const name = String(operand)
  const value = values.get(name)
  if (value === undefined || typeof value.raw !== 'number') {
    report(ruleUnknown('value', name, values.keys()))
    return undefined
  }
  return {name, value: value.raw, text: value.text}
}
