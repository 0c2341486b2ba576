import {
  valuesCycle,
  valuesFormatMisfit,
  valuesNoRow,
  valuesSeveralColumns,
  valuesSeveralRows,
  valuesUnknownForm,
  valuesUnknownFormat,
} from '../messages/values.ts'
import type {ValueDefinition} from '../model.ts'
import type {Computed, Operand, Results} from './computed.ts'
import {derive, derivedForms} from './derived-forms.ts'
import type {Evaluation} from './evaluation.ts'
import {fitsFormat, formatNames, isFormat} from './format.ts'
import {evaluateRank} from './rank.ts'
import {maybeRun} from './run-sql.ts'
import {evaluateShortForm, shortForms} from './short-forms.ts'

const forms = ['sql', ...shortForms, ...derivedForms, 'rank', 'text']

/**
 * Computes a value after those that it names.
 *
 * @returns undefined for a value that fails, after a message
 */
export async function evaluateValue(
  evaluation: Evaluation,
  results: Results,
  definition: ValueDefinition,
): Promise<Computed | undefined> {
  return await compute({evaluation, results, chain: []}, definition)
}

interface Run {
  readonly evaluation: Evaluation
  readonly results: Results
  /** The values that wait for this one. */
  readonly chain: readonly string[]
}

async function compute(run: Run, definition: ValueDefinition): Promise<Computed | undefined> {
  const {evaluation, results, chain} = run
  const {name, place} = definition
  if (results.has(name)) return results.get(name)
  if (chain.includes(name)) {
    evaluation.report(place, valuesCycle([...chain.slice(chain.indexOf(name)), name]))
    results.set(name, undefined)
    return undefined
  }
  const operand: Operand = async (other) => {
    const found = evaluation.definitions.values.get(other)
    return found === undefined ? undefined : await compute({...run, chain: [...chain, name]}, found)
  }
  const computed = await evaluateForm(evaluation, definition, operand)
  // A member of a circle has its result, none, from the message about the circle.
  if (!results.has(name)) results.set(name, checked(evaluation, definition, computed))
  return results.get(name)
}

async function evaluateForm(
  evaluation: Evaluation,
  definition: ValueDefinition,
  operand: Operand,
): Promise<Computed | undefined> {
  const {form, argument, place} = definition
  if (form === 'sql') return await evaluateSql(evaluation, definition)
  if (form === 'text') return {raw: typeof argument === 'number' ? argument : String(argument)}
  if (form === 'rank') return await evaluateRank(evaluation, definition, operand)
  if (shortForms.includes(form)) return await evaluateShortForm(evaluation, definition)
  if (derivedForms.includes(form)) return await derive(evaluation, definition, operand)
  evaluation.report(place, valuesUnknownForm(form, forms))
  return undefined
}

async function evaluateSql(evaluation: Evaluation, definition: ValueDefinition): Promise<Computed | undefined> {
  const {name, place, argument, format} = definition
  const {database, report} = evaluation
  const result = await maybeRun(evaluation, {name, place, sql: String(argument)}, database.query)
  if (result === undefined) return undefined
  const [column, ...others] = result.columns
  const cells = result.rows.map((row) => row[0] ?? null)
  const [first] = cells
  if (column === undefined || others.length > 0) {
    report(
      place,
      valuesSeveralColumns(
        name,
        result.columns.map((each) => each.name),
      ),
    )
    return undefined
  }
  if (format === 'list') return {raw: cells, type: column.type}
  if (first !== undefined && cells.length === 1) return {raw: first, type: column.type}
  report(place, cells.length === 0 ? valuesNoRow(name) : valuesSeveralRows(name, cells.length))
  return undefined
}

function checked(
  {report}: Evaluation,
  {name, place, format}: ValueDefinition,
  computed: Computed | undefined,
): Computed | undefined {
  if (format === undefined) return computed
  if (!isFormat(format)) {
    report(place, valuesUnknownFormat(format, formatNames))
    return undefined
  }
  if (computed === undefined || fitsFormat(computed.raw, format)) return computed
  report(place, valuesFormatMisfit(name, format, computed.raw))
  return undefined
}
