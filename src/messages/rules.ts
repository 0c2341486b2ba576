import {error, type Message} from './message.ts'
import {oneOf} from './candidates.ts'
import {listed} from './nearest.ts'

// Messages about the rules of values.yaml.

export interface FailedRule {
  readonly rule: string
  /** The cell or value that fails: "`attacks` of Sindh, 2021-22 in `attacks`". */
  readonly what: string
  readonly found: string
  readonly expected: string
  /** Where sentences use it: `content/x/brief.md:12`. */
  readonly used: readonly string[]
}

export function ruleFailed({rule, what, found, expected, used}: FailedRule): Message {
  const places = used.length === 0 ? 'No sentence uses it.' : `It is used in ${used.slice(0, 8).join(', ')}.`
  const note = `Correct the data, or the rule. ${places}`
  return error('rule-failed', `Unexpected ${what}: \`${found}\`, expected ${expected} by the rule \`${rule}\``, note)
}

export function ruleWithoutForm(name: string, forms: readonly string[]): Message {
  return error(
    'rule-form-missing',
    `Unexpected rule \`${name}\` without a form, expected one of ${listed(forms)}`,
    'Say what the data must meet, e.g. `equal: [text-total, table-total]`.',
  )
}

/** `kind` is what there is none of: a value, a table, a column. */
export function ruleUnknown(kind: string, name: string, known: Iterable<string>): Message {
  const reason = `Unexpected ${kind} \`${name}\` in a rule, expected ${oneOf(name, known, 'one that exists')}`
  return error('rule-unknown', reason, 'Correct the name.')
}
