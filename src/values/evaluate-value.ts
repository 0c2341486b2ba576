import {valuesCycle, valuesFormatMisfit, valuesUnknownFormat} from '../messages/values.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Computed, Operand, Results} from './computed.ts'
import {derive} from './derived-forms.ts'
import {evaluateSql} from './evaluate-sql.ts'
import type {Evaluation} from './evaluation.ts'
import {maybeFilled} from './fill-names.ts'
import {fitsFormat, formatNames, isFormat} from './format.ts'
import {placeIn} from './place-in.ts'
import {evaluateRank} from './rank.ts'
import {evaluateShortForm, shortForms} from './short-forms.ts'
import {evaluateTop} from './top.ts'

/**
 * Computes a value after those that it names: in its argument, or in double braces in its SQL and conditions.
 *
 * @returns undefined for a value that fails, after a message
 */
export async function evaluateValue(
  evaluation: Evaluation,
  results: Results,
  definition: ValueDefinition,
): Promise<Computed | undefined> {
  return checked(evaluation, definition, await compute({evaluation, results, chain: []}, definition))
}

/** Gives values to what is not one itself, as a view. */
export function operandOf(evaluation: Evaluation, results: Results): Operand {
  return async (name) => {
    const found = evaluation.definitions.values.get(name)
    return found && (await compute({evaluation, results, chain: []}, found))
  }
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
    const circle = [...chain.slice(chain.indexOf(name)), name]
    evaluation.report(place, valuesCycle(circle))
    results.set(name, undefined)
    return undefined
  }
  const operand: Operand = async (other) => {
    const found = evaluation.definitions.values.get(other)
    return found === undefined ? undefined : await compute({...run, chain: [...chain, name]}, found)
  }
  const filled = await maybeFilled(evaluation, definition, operand)
  const computed = filled && (await evaluateForm(evaluation, filled, operand))
  // A member of a circle has its result, none, from the message about the circle.
  if (!results.has(name)) results.set(name, computed)
  return results.get(name)
}

async function evaluateForm(
  evaluation: Evaluation,
  definition: ValueDefinition,
  operand: Operand,
): Promise<Computed | undefined> {
  const {form, argument} = definition
  const {database} = evaluation
  if (form === 'sql') return database && (await evaluateSql({...evaluation, database}, definition))
  if (form === 'text') return {raw: typeof argument === 'number' ? argument : String(argument)}
  if (form === 'rank') return await evaluateRank(evaluation, definition, operand)
  if (form === 'top') return await evaluateTop(evaluation, definition)
  if (shortForms.includes(form)) return await evaluateShortForm(evaluation, definition)
  return await derive(evaluation, definition, operand)
}

function checked(
  {report}: Evaluation,
  definition: ValueDefinition,
  computed: Computed | undefined,
): Computed | undefined {
  const {name, format} = definition
  if (format === undefined) return computed
  const place = placeIn(definition, ['format'])
  if (!isFormat(format)) {
    report(place, valuesUnknownFormat(format, formatNames))
    return undefined
  }
  if (computed === undefined || fitsFormat(computed.raw, format)) return computed
  report(place, valuesFormatMisfit(name, format, computed.raw))
  return undefined
}
