import {valuesNoMatch, valuesNoRow, valuesNotNumber, valuesSeveralRows} from '../messages/values.ts'
import type {Cell, Field, Table} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import {maybeColumn, type Column} from './column.ts'
import type {Computed} from './computed.ts'
import {add, decimalOf, numberOf, quotient, type Decimal} from './decimal.ts'
import type {Evaluation} from './evaluation.ts'
import {maybeLargeCell} from './large/large-forms.ts'
import {placeIn} from './place-in.ts'
import {isCell, isWhereOf, maybeRowsWhere, meets} from './where.ts'

/** What a form makes of a column's cells that are not missing. */
type Aggregate = (cells: readonly Exclude<Cell, null>[]) => Cell

const aggregates: Readonly<Record<string, Aggregate>> = {
  sum: (cells) => (cells.length === 0 ? null : numberOf(total(cells))),
  count: (cells) => cells.length,
  min: (cells) => extreme(cells, (a, b) => a < b),
  max: (cells) => extreme(cells, (a, b) => a > b),
  mean: (cells) => quotient(total(cells), decimalOf(cells.length)) ?? null,
  median: (cells) => median(cells.map(Number).toSorted((a, b) => a - b)),
}

/** The forms over one column: `sum: table.column`. `value` and `cell` want exactly one row. */
export const shortForms: readonly string[] = [...Object.keys(aggregates), 'first', 'last', 'value', 'cell']

/** Computes a short form; conditions that no row meets are a mistake, except where rows are counted. */
export async function evaluateShortForm(
  evaluation: Evaluation,
  definition: ValueDefinition,
): Promise<Computed | undefined> {
  const {form} = definition
  const column = maybeColumn(evaluation, definition, definition.argument)
  if (column === undefined || !isWhereOf(evaluation, definition, column.table)) return undefined
  const {table, field} = column
  if (['sum', 'mean', 'median'].includes(form) && !isNumeric(field)) {
    evaluation.report(placeIn(definition, [form]), valuesNotNumber(form, `${table.name}.${field.name}`))
    return undefined
  }
  const raw = await maybeRaw(evaluation, definition, column)
  return raw === undefined ? undefined : {raw, ...presentation(form, column)}
}

async function maybeRaw(
  evaluation: Evaluation,
  definition: ValueDefinition,
  column: Column,
): Promise<Cell | undefined> {
  const {table, field} = column
  const {database} = evaluation
  if (table.size !== undefined && database) return await maybeLargeCell({...evaluation, database}, definition, column)
  const cells = (maybeRowsWhere(evaluation, definition, table) ?? []).map((row) => row[field.name] ?? null)
  return maybeCell(evaluation, definition, {cells, table})
}

function maybeCell(
  evaluation: Evaluation,
  definition: ValueDefinition,
  {cells, table}: {readonly cells: readonly Cell[]; readonly table: Table},
): Cell | undefined {
  const {form, name} = definition
  if (cells.length === 0 && form !== 'count') {
    reportNoRow(evaluation, definition, table)
    return undefined
  }
  const aggregate = aggregates[form]
  if (aggregate !== undefined) return aggregate(cells.filter((cell) => cell !== null))
  if (form === 'last') return cells.at(-1)
  if (cells.length === 1 || form === 'first') return cells[0]
  evaluation.report(placeIn(definition, [form]), valuesSeveralRows(name, cells.length, form))
  return undefined
}

/** A count is no longer in the column's unit, and a mean of whole numbers is not whole. */
function presentation(form: string, {table, field}: Column): Omit<Computed, 'raw'> {
  const {type, format, unit} = field
  if (form === 'count') return {type: 'integer', table}
  if (form === 'mean' || form === 'median')
    return {type: 'number', table, unit, format: format === 'integer' ? undefined : format}
  return {type, table, unit, format}
}

function isNumeric({type}: Field): boolean {
  return type === 'integer' || type === 'number'
}

/** The middle of sorted numbers; of two middle ones half their sum. */
function median(numbers: readonly number[]): number | null {
  const upper = numbers[Math.floor(numbers.length / 2)]
  const lower = numbers[Math.ceil(numbers.length / 2) - 1]
  if (upper === undefined || lower === undefined) return null
  return quotient(add(decimalOf(lower), decimalOf(upper)), decimalOf(2)) ?? null
}

/** Exact; whole numbers, which most columns hold, take the short way. */
function total(cells: readonly Exclude<Cell, null>[]): Decimal {
  const sum = cells.every(Number.isSafeInteger) ? cells.reduce<number>((so, cell) => so + Number(cell), 0) : Number.NaN
  if (Number.isSafeInteger(sum)) return decimalOf(sum)
  return cells.reduce((so, cell) => add(so, decimalOf(Number(cell))), decimalOf(0))
}

function extreme(cells: readonly Exclude<Cell, null>[], isBetter: (a: Cell & {}, b: Cell & {}) => boolean): Cell {
  return cells.reduce<Cell>((best, cell) => (best === null || isBetter(cell, best) ? cell : best), null)
}

/** Names the first condition that no row meets by itself, which is most often a misspelt cell. */
function reportNoRow({report}: Evaluation, definition: ValueDefinition, {rows}: Table): void {
  const {name, where, form} = definition
  for (const [field, wanted] of Object.entries<unknown>(where)) {
    const cells = rows.map((row) => row[field] ?? null)
    const asked = (Array.isArray(wanted) ? wanted : [wanted]).filter(isCell)
    const unmet = asked.find((one) => !cells.some((cell) => meets(cell, one)))
    if (unmet !== undefined) {
      const known = new Set(cells.filter((cell) => cell !== null).map(String))
      report(placeIn(definition, ['where', field]), valuesNoMatch(field, unmet, known))
      return
    }
  }
  report(placeIn(definition, ['where']), valuesNoRow(name, form))
}
