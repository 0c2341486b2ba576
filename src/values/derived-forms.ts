import {valuesArgument, valuesNotNumber, valuesUnknownValue} from '../messages/values.ts'
import type {ValueDefinition} from '../model.ts'
import {decimalOf, numberOf, quotient, subtract, type Decimal} from './decimal.ts'
import type {Computed, Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'

type Form = 'share' | 'difference' | 'percent-change' | 'ratio'

const operands: Readonly<Record<Form, string>> = {
  share: '`[part, whole]`',
  difference: '`[from, to]`',
  'percent-change': '`[from, to]`',
  ratio: '`[first, second]`',
}

/** The forms over two values or numbers. */
export const derivedForms: readonly string[] = Object.keys(operands)

/** Computes a form over two values, exactly on their decimal digits; what is divided by zero is missing. */
export async function derive(
  {definitions, report}: Evaluation,
  {form, argument, place}: ValueDefinition,
  operand: Operand,
): Promise<Computed | undefined> {
  if (!isForm(form)) return undefined
  if (!Array.isArray(argument) || argument.length !== 2 || !argument.every(isOperand)) {
    report(place, valuesArgument(form, `two values or numbers, ${operands[form]}`))
    return undefined
  }
  const numbers: (number | null)[] = []
  for (const each of argument) {
    if (typeof each === 'string' && !definitions.values.has(each)) {
      report(place, valuesUnknownValue(each, definitions.values.keys()))
      continue
    }
    const computed = typeof each === 'number' ? {raw: each} : await operand(each)
    if (computed === undefined) continue
    if (typeof computed.raw === 'number' || computed.raw === null) numbers.push(computed.raw)
    else report(place, valuesNotNumber(form, String(each)))
  }
  const [first, second] = numbers
  if (first === undefined || second === undefined) return undefined
  const raw = first === null || second === null ? null : combine(form, decimalOf(first), decimalOf(second))
  return {raw, type: 'number', ...(form === 'share' || form === 'percent-change' ? {format: 'percent'} : {})}
}

function combine(form: Form, first: Decimal, second: Decimal): number | null {
  switch (form) {
    case 'share':
      return quotient(first, second, 100n) ?? null
    case 'difference':
      return numberOf(subtract(second, first))
    case 'percent-change':
      return quotient(subtract(second, first), first, 100n) ?? null
    case 'ratio':
      return quotient(first, second) ?? null
  }
}

function isForm(form: string): form is Form {
  return form in operands
}

function isOperand(argument: unknown): argument is string | number {
  return typeof argument === 'string' || (typeof argument === 'number' && Number.isFinite(argument))
}
