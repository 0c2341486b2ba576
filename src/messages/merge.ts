import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

export function mergeUnknownName(name: string, known: Iterable<string>): Message {
  const near = nearest(name, known)
  const expected = near.length === 0 ? 'the name of a value, `tables.` or `meta.`' : listed(near)
  const note = 'Correct the name, or define the value in `values.yaml`; to print braces, write `\\{{`.'
  return error('merge-unknown-name', `Unexpected name \`${name}\`, expected ${expected}`, note)
}

export function mergeUnknownColumn(name: string, known: Iterable<string>): Message {
  const near = nearest(name, known)
  const expected = near.length === 0 ? 'one of the names inside the block' : listed(near)
  const note = 'Inside `#each` and `#with`, reach the values of the brief as `@root.name`.'
  return error('merge-unknown-name', `Unexpected name \`${name}\`, expected ${expected}`, note)
}

export function mergeUnknownHelper(name: string, known: readonly string[]): Message {
  const near = nearest(name, known)
  const expected = near.length === 0 ? 'a helper' : listed(near)
  const note = `Use one of ${known.map((each) => `\`${each}\``).join(', ')}.`
  return error('merge-unknown-helper', `Unexpected helper \`${name}\`, expected ${expected}`, note)
}

/** `usage` is how the helper is written: `{{words name}}`. */
export function mergeHelperMisused(found: string, expected: string, usage: string): Message {
  return error('merge-helper-misused', `Unexpected ${found}, expected ${expected}`, `Write it as \`${usage}\`.`)
}

export function mergeNotPrintable(name: string, kind: string): Message {
  const note = 'Print one cell with `{{cell ...}}`, or go through the rows with `{{#each ...}}`.'
  return error('merge-helper-misused', `Unexpected ${kind} \`${name}\`, expected one value to print`, note)
}

export function mergeMissingValue(name: string): Message {
  const note = 'Put the sentence between `{{#if name}}` and `{{/if}}`, or correct what the value is computed from.'
  return error('merge-missing-value', `Unexpected missing value \`${name}\`, expected something to print`, note)
}

export function mergeUnescaped(): Message {
  const reason = 'Unexpected unescaped expression, expected two braces'
  return warning('merge-unescaped', reason, 'Write `{{name}}`: values always print as the text that they are.')
}

export function mergePartial(kind: string): Message {
  const reason = `Unexpected ${kind} in a brief, expected values and helpers`
  return error('merge-partial', reason, 'Write the text out here; partials belong to templates.')
}

export function mergeSyntax(found: string, expected: string, note: string): Message {
  return error('merge-syntax', `Unexpected ${found}, expected ${expected}`, note)
}
