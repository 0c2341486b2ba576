import {isMap} from './shapes.ts'

/** What a form of a value takes: whether an argument is of that shape, and how to say so. */
export interface DefinitionForm {
  readonly fits: (argument: unknown) => boolean
  readonly expected: string
}

const column: DefinitionForm = {
  fits: (argument) => typeof argument === 'string' && /^[^.\s]+\.[^.]+$/.test(argument),
  expected: 'a column such as `attacks.killed`',
}

const pair: DefinitionForm = {
  fits: (argument) => Array.isArray(argument) && argument.length === 2 && argument.every(isOperand),
  expected: 'two values or numbers such as `[before, after]`',
}

/** The ways to define a value, by the name that stands before the argument. */
export const definitionForms: Readonly<Record<string, DefinitionForm>> = {
  sum: column,
  count: column,
  min: column,
  max: column,
  first: column,
  last: column,
  mean: column,
  median: column,
  cell: column,
  value: column,
  share: pair,
  difference: pair,
  points: pair,
  range: pair,
  'percent-change': pair,
  ratio: pair,
  rank: {
    fits: (argument) => isMap(argument) && isOperand(argument['of']) && column.fits(argument['in']),
    expected: '`{of: value, in: table.column}`',
  },
  top: {
    fits: (argument) => isMap(argument) && column.fits(argument['of']) && column.fits(argument['by']),
    expected: '`{of: table.column, by: table.column, count: 3}`',
  },
  text: {fits: isOperand, expected: 'a text'},
  sql: {
    fits: (argument) => typeof argument === 'string' && argument.trim() !== '',
    expected: 'a query such as `"SELECT ..."`',
  },
}

function isOperand(argument: unknown): boolean {
  return typeof argument === 'string' || (typeof argument === 'number' && Number.isFinite(argument))
}
