import {error, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

// Messages about the shape of values.yaml; what its values compute to is the concern of messages/values.ts.

export function definitionName(name: string): Message {
  return error(
    'definition-name',
    `Unexpected name \`${name}\`, expected letters, digits, \`-\` and \`_\`, beginning with a letter`,
    'Rename it, so that `{{name}}` can call it.',
  )
}

export function noForm(name: string, forms: readonly string[]): Message {
  return error(
    'definition-form-missing',
    `Unexpected value \`${name}\` without a form, expected one of ${listed(forms)}`,
    'Say how the value is computed, e.g. `sum: table.column`, or `sql: SELECT ...`.',
  )
}

export function severalForms(name: string, found: readonly string[]): Message {
  return error(
    'definition-form-several',
    `Unexpected ${listed(found).replace(' or ', ' and ')} in the value \`${name}\`, expected one form`,
    'Keep one of them, or make two values.',
  )
}

export function unknownForm(form: string, name: string, known: readonly string[]): Message {
  const candidates = nearest(form, known)
  return error(
    'definition-entry-unknown',
    `Unexpected \`${form}\` in \`${name}\`, expected ${listed(candidates.length > 0 ? candidates : known)}`,
    'Correct the name, or remove the entry.',
  )
}

/** `found` is what stands there in words or code marks, `expected` what the form takes. */
export function definitionArgument(form: string, found: string, expected: string): Message {
  return error(
    'definition-argument',
    `Unexpected ${found} after \`${form}\`, expected ${expected}`,
    `Write \`${form}\` with ${expected}.`,
  )
}

/** A name at the top of the file, where only the parts stand. */
export function unknownPart(name: string, known: readonly string[]): Message {
  const candidates = nearest(name, known)
  return error(
    'definition-part-unknown',
    `Unexpected \`${name}\` in \`values.yaml\`, expected ${listed(candidates.length > 0 ? candidates : known)}`,
    'Values stand under `values:`, views under `views:`; indent the entry if it is one of them.',
  )
}

/** `rest` is what YAML takes for an entry of its own: the `b` of `{sql: SELECT a, b}`. */
export function commaWithoutQuotes(rest: string, form: string): Message {
  return error(
    'definition-comma',
    `Unexpected comma before \`${rest}\`, expected ${form === 'sql' ? 'the SQL' : 'the text'} in quotes`,
    `Put ${form === 'sql' ? 'the SQL' : 'the text'} in quotes: in braces a comma begins a new entry.`,
  )
}
