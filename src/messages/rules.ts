import {error, type Message} from './message.ts'
import {oneOf} from './candidates.ts'
import {listed} from './nearest.ts'

// Messages about the rules of values.yaml.

export interface FailedRule {
  readonly rule: string
  /** The cell or value that fails: "`attacks` of Sindh, 2021-22 in `attacks`". */
  readonly what: string
  /** Where the cell stands: `data/x/attacks.csv:12:3`. */
  readonly place?: string | undefined
  readonly found: string
  readonly expected: string
  /** Where sentences use it, and how they begin: `content/x/brief.md:12 “In {{year}} ...”`. */
  readonly used: readonly string[]
  /** How many more failures of the rule are not shown. */
  readonly more: number
}

export function ruleFailed({rule, what, place, found, expected, used, more}: FailedRule): Message {
  const [shown, rest] = [used.slice(0, 8), used.length - 8]
  const others = rest > 0 ? ` and ${rest} more` : ''
  const places = used.length === 0 ? 'No sentence uses it.' : `It is used in ${shown.join(', ')}${others}.`
  const last = more > 0 ? ` The rule fails in ${more} more places.` : ''
  const note = `Correct the data, or the rule. ${places}${last}`
  return error(
    'rule-failed',
    `Unexpected ${what}${place === undefined ? '' : ` (${place})`}: \`${found}\`, expected ${expected} by the rule \`${rule}\``,
    note,
  )
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
