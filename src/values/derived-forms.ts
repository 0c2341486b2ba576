import {valuesArgument, valuesNotNumber, valuesUnknownValue} from '../messages/values.ts'
import type {ValueDefinition} from '../model/values.ts'
import {decimalOf, numberOf, quotient, subtract, type Decimal} from './decimal.ts'
import type {Computed, Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'

type Pair = readonly [string | number, string | number]

type Form = 'share' | 'difference' | 'percent-change' | 'ratio' | 'points' | 'range'

const operands: Readonly<Record<Form, string>> = {
  share: '`[part, whole]`',
  difference: '`[from, to]`',
  'percent-change': '`[from, to]`',
  ratio: '`[first, second]`',
  points: '`[from, to]`',
  range: '`[lowest, highest]`',
}

const formats: Readonly<Partial<Record<Form, string>>> = {
  share: 'percent',
  'percent-change': 'percent',
  points: 'points',
  range: 'range',
}

/** Computes a form over two values or numbers, exactly on their decimal digits; what is divided by zero is missing. */
export async function derive(
  evaluation: Evaluation,
  definition: ValueDefinition,
  operand: Operand,
): Promise<Computed | undefined> {
  const {form, argument} = definition
  if (!isForm(form)) return undefined
  if (!isPair(argument)) {
    evaluation.report(placeIn(definition, [form]), valuesArgument(form, `two values or numbers, ${operands[form]}`))
    return undefined
  }
  const first = await maybeNumber(evaluation, definition, {argument, index: 0, operand})
  const second = await maybeNumber(evaluation, definition, {argument, index: 1, operand})
  if (first === undefined || second === undefined) return undefined
  const format = formats[form]
  if (first === null || second === null) return {raw: null, type: 'number', format}
  if (form === 'range') return {raw: [first, second].toSorted((a, b) => a - b), type: 'number', format}
  return {raw: combine(form, decimalOf(first), decimalOf(second)), type: 'number', format}
}

/** An operand's number, null where it is missing; undefined, after a message, where there is none. */
async function maybeNumber(
  {definitions, report}: Evaluation,
  definition: ValueDefinition,
  {argument, index, operand}: {readonly argument: Pair; readonly index: 0 | 1; readonly operand: Operand},
): Promise<number | null | undefined> {
  const name = argument[index]
  const place = placeIn(definition, [definition.form, index])
  if (typeof name === 'number') return name
  if (!definitions.values.has(name)) {
    report(place, valuesUnknownValue(name, definitions.values.keys()))
    return undefined
  }
  const computed = await operand(name)
  if (computed === undefined) return undefined
  if (computed.raw === null || typeof computed.raw === 'number') return computed.raw
  report(place, valuesNotNumber(definition.form, name))
  return undefined
}

function combine(form: Form, first: Decimal, second: Decimal): number | null {
  if (form === 'difference' || form === 'points') return numberOf(subtract(second, first))
  if (form === 'ratio') return quotient(first, second) ?? null
  if (form === 'share') return quotient(first, second, 100n) ?? null
  return quotient(subtract(second, first), first, 100n) ?? null
}

function isForm(form: string): form is Form {
  return form in operands
}

function isPair(argument: unknown): argument is Pair {
  return Array.isArray(argument) && argument.length === 2 && argument.every(isOperand)
}

function isOperand(argument: unknown): argument is string | number {
  return typeof argument === 'string' || (typeof argument === 'number' && Number.isFinite(argument))
}
