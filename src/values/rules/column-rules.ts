import {largeTable} from '../../messages/data.ts'
import {ruleUnknown} from '../../messages/rules.ts'
import type {Row, Table} from '../../model/data.ts'
import {add, decimalOf, numberOf as numberOfDecimal} from '../decimal.ts'
import {meets} from '../where.ts'
import {above, cellName, keyOf, numberOf, type Check, type Failure, type RuleBasis, type RuleColumn} from './rule.ts'
import {boundText} from './value-rules.ts'

/** Rules over the rows of tables. */
export const columnRules: Readonly<Record<string, Check>> = {
  totals,
  shares,
  subset,
  bounds,
  agree,
  'one-per': onePer,
  'same-date': sameDate,
}

/** The row that `total` picks holds the sum of the others, in each group. */
function totals(basis: RuleBasis): readonly Failure[] {
  const {column: name, total, by} = basis.rule.argument as {column: string; total: Record<string, unknown>; by?: string}
  const column = maybeColumn(basis, name)
  if (column === undefined) return []
  const {table, field} = column
  return [...groups(table, by).values()].flatMap((rows) => {
    const isTotal = (row: Row): boolean => Object.entries(total).every(([key, cell]) => meets(row[key] ?? null, cell))
    const sum = sumOf(
      rows.filter((row) => !isTotal(row)),
      field.name,
    )
    return rows.filter(isTotal).flatMap((row): Failure[] => {
      const stated = numberOf(row[field.name])
      if (stated === undefined || Math.abs(above(stated, sum)) <= (basis.rule.within ?? 0)) return []
      return [failed(column, row, `\`${sum}\`, the sum of the other rows,`)]
    })
  })
}

/** Shares add up to 100 in each group, within what rounding each of them may make. */
function shares(basis: RuleBasis): readonly Failure[] {
  const {column: name, by} = basis.rule.argument as {column: string; by?: string}
  const column = maybeColumn(basis, name)
  if (column === undefined) return []
  const {table, field} = column
  return [...groups(table, by)].flatMap(([group, rows]) => {
    const sum = sumOf(rows, field.name)
    if (Math.abs(above(sum, 100)) <= (basis.rule.within ?? roundingOf(rows, field.name))) return []
    const what = `the sum of \`${field.name}\`${group === '' ? '' : ` of ${group}`} in \`${table.name}\``
    return [{what, names: [name], found: String(sum), expected: '`100` within rounding'}]
  })
}

/** No cell of one column is above that of another in its row. */
function subset(basis: RuleBasis): readonly Failure[] {
  const argument = basis.rule.argument as {part: string; whole: string}
  const [part, whole] = [maybeColumn(basis, argument.part), maybeColumn(basis, argument.whole)]
  if (part === undefined || whole === undefined) return []
  return part.table.rows.flatMap((row): Failure[] => {
    const other =
      part.table === whole.table
        ? row
        : whole.table.rows.find((one) => keyOf(whole.table, one) === keyOf(part.table, row))
    const [a, b] = [numberOf(row[part.field.name]), numberOf(other?.[whole.field.name])]
    if (a === undefined || b === undefined || above(a, b) <= (basis.rule.within ?? 0)) return []
    return [failed(part, row, `at most \`${b}\`, which \`${whole.field.name}\` is,`)]
  })
}

function bounds(basis: RuleBasis): readonly Failure[] {
  const {
    column: name,
    min = -Infinity,
    max = Infinity,
  } = basis.rule.argument as {
    column: string
    min?: number
    max?: number
  }
  const column = maybeColumn(basis, name)
  return (column?.table.rows ?? []).flatMap((row): Failure[] => {
    const number = column && numberOf(row[column.field.name])
    if (column === undefined || number === undefined || (number >= min && number <= max)) return []
    return [failed(column, row, boundText(min, max))]
  })
}

/** Two tables have the same figure for the same key. */
function agree(basis: RuleBasis): readonly Failure[] {
  const {columns, by} = basis.rule.argument as {columns: string[]; by: string}
  const [first, second] = columns.map((name) => maybeColumn(basis, name))
  if (first === undefined || second === undefined) return []
  return first.table.rows.flatMap((row): Failure[] => {
    const other = second.table.rows.find((one) => meets(one[by] ?? null, row[by] ?? null))
    const [a, b] = [numberOf(row[first.field.name]), numberOf(other?.[second.field.name])]
    if (a === undefined || b === undefined || Math.abs(above(a, b)) <= (basis.rule.within ?? 0)) return []
    return [{...failed(first, row, `\`${b}\` as in \`${second.table.name}\``), names: columns}]
  })
}

/** No two rows of a table have the same cells in some columns. */
function onePer(basis: RuleBasis): readonly Failure[] {
  const {table: name, by} = basis.rule.argument as {table: string; by: string[]}
  const table = maybeTable(basis, name)
  const seen = new Set<string>()
  return (table?.rows ?? []).flatMap((row, index): Failure[] => {
    const key = by.map((column) => String(row[column] ?? '')).join(', ')
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const what = `second row of \`${name}\``
    const expected = `one row for each ${by.join(' and ')}`
    const cell = table && {table, row: index, field: by[0] ?? ''}
    return [{what, names: [], found: key, expected, ...(cell && {cell})}]
  })
}

function sameDate(basis: RuleBasis): readonly Failure[] {
  const [first, ...others] = (basis.rule.argument as string[]).map((name) => maybeTable(basis, name))
  if (first === undefined) return []
  return others.flatMap((table): Failure[] => {
    if (table === undefined || table.asOf === first.asOf) return []
    const expected = `\`${first.asOf ?? 'none'}\` as of \`${first.name}\``
    return [{what: `as-of date of \`${table.name}\``, names: [], found: table.asOf ?? 'none', expected}]
  })
}

function failed(column: RuleColumn, row: Row, expected: string): Failure {
  const {table, field, name} = column
  const found = String(row[field.name] ?? '')
  const cell = {table, row: table.rows.indexOf(row), field: field.name}
  return {what: cellName(column, row), names: [name], found, expected, cell}
}

function groups({rows}: Table, by: string | undefined): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const key = by === undefined ? '' : String(row[by] ?? '')
    const group = found.get(key)
    if (group === undefined) found.set(key, [row])
    else group.push(row)
  }
  return found
}

/** What rounding may make of a sum: half of the last place of each number. */
function roundingOf(rows: readonly Row[], name: string): number {
  const numbers = rows.flatMap((row) => numberOf(row[name]) ?? [])
  const places = Math.max(0, ...numbers.map((number) => decimalOf(number).scale))
  return numbers.length / 2 / 10 ** places
}

function sumOf(rows: readonly Row[], name: string): number {
  const numbers = rows.flatMap((row) => numberOf(row[name]) ?? [])
  return numberOfDecimal(numbers.map(decimalOf).reduce(add, decimalOf(0)))
}

function maybeColumn(basis: RuleBasis, name: string): RuleColumn | undefined {
  const at = name.indexOf('.')
  const table = maybeTable(basis, name.slice(0, at))
  const field = table?.fields.find((one) => one.name === name.slice(at + 1))
  if (table === undefined) return undefined
  if (field !== undefined) return {name, table, field}
  basis.report(
    ruleUnknown(
      'column',
      name,
      table.fields.map((one) => `${table.name}.${one.name}`),
    ),
  )
  return undefined
}

function maybeTable({tables, report}: RuleBasis, name: string): Table | undefined {
  const table = tables.get(name)
  if (table === undefined) report(ruleUnknown('table', name, tables.keys()))
  if (table?.size === undefined) return table
  report(largeTable(name, table.size))
  return undefined
}
