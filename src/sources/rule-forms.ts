import type {DefinitionForm} from './definition-forms.ts'
import {isMap} from './shapes.ts'

const column = isText
const operands = 'two values or numbers such as `[text-total, table-total]`'

/** The ways to write a rule, by the name that stands before its argument. */
export const ruleForms: Readonly<Record<string, DefinitionForm>> = {
  equal: {fits: isPair, expected: operands},
  'at-most': {fits: isPair, expected: operands},
  between: {
    fits: (argument) => isMap(argument) && isOperand(argument['value']) && hasBound(argument),
    expected: '`{value: name, min: 0, max: 100}`',
  },
  'adds-up': {
    fits: (argument) =>
      isMap(argument) &&
      Array.isArray(argument['parts']) &&
      argument['parts'].every(isOperand) &&
      isOperand(argument['total']),
    expected: '`{parts: [a, b], total: c}`',
  },
  change: {
    fits: (argument) => isMap(argument) && ['from', 'to', 'printed'].every((name) => isOperand(argument[name])),
    expected: '`{from: a, to: b, printed: c}`',
  },
  totals: {
    fits: (argument) => isMap(argument) && column(argument['column']) && isMap(argument['total']),
    expected: '`{column: table.column, total: {region: Total}, by: year}`',
  },
  shares: {
    fits: (argument) => isMap(argument) && column(argument['column']),
    expected: '`{column: table.column, by: year}`',
  },
  subset: {
    fits: (argument) => isMap(argument) && column(argument['part']) && column(argument['whole']),
    expected: '`{part: table.column, whole: table.column}`',
  },
  bounds: {
    fits: (argument) => isMap(argument) && column(argument['column']) && hasBound(argument),
    expected: '`{column: table.column, min: 0, max: 100}`',
  },
  agree: {
    fits: (argument) => isMap(argument) && isTexts(argument['columns']) && isText(argument['by']),
    expected: '`{columns: [table.column, other.column], by: region}`',
  },
  'one-per': {
    fits: (argument) => isMap(argument) && isText(argument['table']) && isTexts(argument['by']),
    expected: '`{table: name, by: [group, year]}`',
  },
  'same-date': {fits: isTexts, expected: 'a list of tables such as `[attacks, deaths]`'},
}

function isPair(argument: unknown): boolean {
  return Array.isArray(argument) && argument.length === 2 && argument.every(isOperand)
}

function isOperand(argument: unknown): boolean {
  return isText(argument) || (typeof argument === 'number' && Number.isFinite(argument))
}

function isText(argument: unknown): boolean {
  return typeof argument === 'string' && argument !== ''
}

function isTexts(argument: unknown): boolean {
  return Array.isArray(argument) && argument.length > 0 && argument.every(isText)
}

function hasBound(argument: Readonly<Record<string, unknown>>): boolean {
  return typeof argument['min'] === 'number' || typeof argument['max'] === 'number'
}
