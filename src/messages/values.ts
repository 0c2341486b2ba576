import {error, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

export function valuesUnknownTable(name: string, known: Iterable<string>): Message {
  const reason = `Unexpected table \`${name}\`, ${expectedOneOf(name, known, 'a resource of the data package or a view')}`
  return error('values-unknown-table', reason, 'Correct the name, or add the resource to `datapackage.json`.')
}

export function valuesUnknownField(name: string, table: string, known: Iterable<string>): Message {
  const reason = `Unexpected column \`${name}\`, ${expectedOneOf(name, known, 'a column')} of \`${table}\``
  return error('values-unknown-field', reason, 'Correct the name of the column.')
}

export function valuesUnknownValue(name: string, known: Iterable<string>): Message {
  const reason = `Unexpected value \`${name}\`, ${expectedOneOf(name, known, 'the name of a value')}`
  return error('values-unknown-value', reason, 'Correct the name, or define the value under `values`.')
}

export function valuesUnknownFormat(format: string, known: Iterable<string>): Message {
  const reason = `Unexpected format \`${format}\`, ${expectedOneOf(format, known, 'a named format')}`
  return error('values-unknown-format', reason, `Use one of ${[...known].map((name) => `\`${name}\``).join(', ')}.`)
}

export function valuesFormatMisfit(name: string, format: string, raw: unknown): Message {
  const reason = `Unexpected format \`${format}\` for \`${name}\`, expected one that fits \`${JSON.stringify(raw)}\``
  return error('values-format-misfit', reason, 'Choose another format, or correct what the value is computed from.')
}

export function valuesCycle(chain: readonly string[]): Message {
  const reason = `Unexpected circle ${chain.map((name) => `\`${name}\``).join(' → ')}, expected an order to compute them in`
  return error('values-cycle', reason, 'Let one of them depend on data only.')
}

/** `said` is what DuckDB says, `hyphenated` a name with a hyphen that the statement has without quotes. */
export function valuesSqlFailed(name: string, said: string, hyphenated?: string): Message {
  const [first = ''] = said.replace(/^Failed to extract statements: /, '').split('\n')
  const place = /^LINE (\d+): (.*)$/m.exec(said)
  const near = place === null ? '' : ` (line ${place[1]} of the statement: \`${place[2]?.trim()}\`)`
  const reason =
    maybeUnknownColumn(name, said) ?? `Unexpected SQL of \`${name}\`, expected a query that DuckDB runs: ${first}`
  const correct = /Permission Error/.test(said)
    ? 'SQL sees the tables of the data package and nothing else: put the file into `data/`, and describe it in `datapackage.json`.'
    : 'Correct the statement.'
  const note =
    hyphenated === undefined
      ? correct
      : `Write \`"${hyphenated}"\` with double quotes: a hyphen in a name is a minus without them.`
  return error('values-sql-failed', reason + near, note)
}

function maybeUnknownColumn(name: string, said: string): string | undefined {
  const [, column] = /Referenced (?:column|table) "(.+?)" not found/.exec(said) ?? []
  const candidates = [...(/^Candidate (?:bindings|tables): (.*)$/m.exec(said)?.[1] ?? '').matchAll(/"(.+?)"/g)]
  if (column === undefined || candidates.length === 0) return undefined
  const known = candidates.map(([, candidate = '']) => candidate)
  const near = nearest(column, known)
  const expected = listed(near.length === 0 ? known : near)
  return `Unexpected column \`${column}\` in the SQL of \`${name}\`, expected ${expected}`
}

export function valuesClock(name: string, word: string): Message {
  const reason = `Unexpected \`${word}\` in the SQL of \`${name}\`, expected what depends on the data only`
  return error('values-clock', reason, 'Write the date or number out, so that the brief is the same on every day.')
}

/** `form` is how the value is computed. */
export function valuesNoRow(name: string, form: string): Message {
  const reason = `Unexpected empty result of \`${name}\`, expected one row`
  const what = form === 'sql' ? 'statement' : 'conditions under `where`'
  return error(
    'values-no-row',
    reason,
    `Correct the ${what}, so that a row of the data meets ${form === 'sql' ? 'it' : 'them'}.`,
  )
}

export function valuesNoMatch(field: string, wanted: unknown, known: Iterable<string>): Message {
  const text = String(wanted)
  const near = nearest(text, known)
  const expected = near.length === 0 ? `one of its cells` : listed(near)
  const reason = `Unexpected \`${text}\` for the column \`${field}\`, expected ${expected}`
  return error('values-no-match', reason, 'Correct the condition under `where`, so that a row of the data meets it.')
}

/** `of` is what `rank` should place, `column` the one whose cells name the rows. */
export function valuesNotRanked(of: string, column: string, known: Iterable<string>): Message {
  const near = nearest(of, known)
  const expected = near.length === 0 ? `a cell of the column \`${column}\` or a value` : listed(near)
  const note = `Name a row by its cell in \`${column}\`, or a value, or write a number.`
  return error('values-no-match', `Unexpected \`${of}\` in \`rank\`, expected ${expected}`, note)
}

/** `form` is how the value is computed. */
export function valuesSeveralRows(name: string, count: number, form: string): Message {
  const reason = `Unexpected ${count} rows for \`${name}\`, expected one`
  const note =
    form === 'sql'
      ? 'Narrow the statement, aggregate, or give the value the format `list`.'
      : 'Narrow the conditions under `where`, or aggregate with `sum`, `max` or another form.'
  return error('values-several-rows', reason, note)
}

export function valuesSeveralColumns(name: string, columns: readonly string[]): Message {
  const names = columns.map((column) => `\`${column}\``).join(', ')
  const reason = `Unexpected ${columns.length} columns (${names}) for \`${name}\`, expected one`
  return error('values-several-columns', reason, 'Select one column, or make the statement a view.')
}

export function valuesArgument(form: string, expected: string): Message {
  const reason = `Unexpected argument of \`${form}\`, expected ${expected}`
  return error('values-argument', reason, `Write it as \`${form}: ${example(form)}\`.`)
}

export function valuesNotNumber(form: string, name: string): Message {
  const reason = `Unexpected \`${name}\` in \`${form}\`, expected numbers`
  return error('values-not-a-number', reason, 'Choose a value or a column that holds numbers.')
}

export function valuesNameTaken(name: string): Message {
  const reason = `Unexpected view \`${name}\`, expected a name that no resource of the data package and no other view has`
  return error('values-name-taken', reason, 'Rename the view.')
}

function expectedOneOf(name: string, known: Iterable<string>, kind: string): string {
  const near = nearest(name, known)
  return near.length === 0 ? `expected ${kind}` : `expected ${listed(near)}`
}

function example(form: string): string {
  if (form === 'rank') return '{of: Sindh, in: table.column}'
  if (form === 'text' || form === 'sql') return '"..."'
  return ['share', 'difference', 'percent-change', 'ratio'].includes(form) ? '[first, second]' : 'table.column'
}
