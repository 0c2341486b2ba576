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

/** `known` are the helpers that may stand there. */
export function mergeUnknownHelper(name: string, known: readonly string[]): Message {
  const near = nearest(name, known)
  const note =
    near.length === 0
      ? 'Compute the value in `values.yaml`, and print it as `{{name}}` or `{{format name "integer"}}`.'
      : 'Correct the name of the helper.'
  return error(
    'merge-unknown-helper',
    `Unexpected helper \`${name}\`, expected ${listed(near.length === 0 ? known : near)}`,
    note,
  )
}

/** `usage` is how the helper is written: `{{words name}}`. */
export function mergeHelperMisused(found: string, expected: string, usage: string): Message {
  return error('merge-helper-misused', `Unexpected ${found}, expected ${expected}`, `Write it as \`${usage}\`.`)
}

/** `condition` as the author wrote it: `(gt after before)`. */
export function mergeExpectation(condition: string): Message {
  const note = 'Rewrite the sentence for what the data say now, or correct the data.'
  return error('merge-expectation-failed', `Unexpected sentence, expected data in which \`${condition}\` holds`, note)
}

export function mergeNotPrintable(name: string, kind: string): Message {
  const note = 'Print one cell with `{{cell ...}}`, or go through the rows with `{{#each ...}}`.'
  return error('merge-helper-misused', `Unexpected ${kind} \`${name}\`, expected one value to print`, note)
}

export function mergeMissingValue(name: string): Message {
  const entry = /^meta\.(\w+)$/.exec(name)?.[1]
  const mend = entry === undefined ? 'correct what the value is computed from' : `add \`${entry}\` to the front matter`
  const note = `Put the sentence between \`{{#if ${entry === undefined ? 'name' : name}}}\` and \`{{/if}}\`, or ${mend}.`
  return error('merge-missing-value', `Unexpected missing value \`${name}\`, expected something to print`, note)
}

/** `name` is that of a table, or goes on after it. */
export function mergeTableName(name: string, table: string): Message {
  const note = `Write \`tables.${table}\`: names without it are those of values.`
  return error('merge-unknown-name', `Unexpected name \`${name}\`, expected \`tables.${table}\``, note)
}

/** `name` goes on after a table: `tables.rain.mm`. */
export function mergeColumnOfTable(
  name: string,
  {table, column}: {readonly table: string; readonly column: string},
): Message {
  const cell = `{{cell "${table}" row="..." column="${column}"}}`
  const note = `Print one cell with \`${cell}\`, or go through the rows with \`{{#each tables.${table}}}\`.`
  return error('merge-unknown-name', `Unexpected name \`${name}\`, expected one cell or all rows of \`${table}\``, note)
}

export function mergeCurlyQuote(quote: string): Message {
  const note =
    'Write texts inside of an expression between `"` or `\'`, and switch off the automatic quotes of the editor.'
  return error(
    'merge-curly-quote',
    `Unexpected curly quotation mark \`${quote}\` in an expression, expected a straight one`,
    note,
  )
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
