import {valuesCycle} from '../messages/values.ts'
import type {ValueDefinition, ViewDefinition} from '../model/values.ts'
import type {SqlEvaluation} from './evaluation.ts'
import {reportingOn} from './evaluate-view.ts'
import {bracedNames, withoutBraces} from './fill-names.ts'
import {names} from './list-values.ts'
import {namesRead} from './run-sql.ts'

/** A view or value that is to be computed. */
export type Step =
  | {readonly kind: 'view'; readonly definition: ViewDefinition}
  | {readonly kind: 'value'; readonly definition: ValueDefinition}

/**
 * Views, each after those that it needs, then values: views read tables and other views, and name values in double
 * braces; values read columns of views, and name other values. Views in a circle, even one through values, are reported
 * and left out; circles of values alone are for their evaluation to find.
 */
export function inOrder(evaluation: SqlEvaluation): readonly Step[] {
  const ordered = new Map<string, Step>()
  const circular = new Set<string>()
  const visit = (step: Step, chain: readonly Step[]): void => {
    const key = keyOf(step)
    if (ordered.has(key) || circular.has(key)) return
    const start = chain.findIndex((one) => keyOf(one) === key)
    if (start !== -1) {
      const circle = chain.slice(start)
      if (circle.every(({kind}) => kind === 'value')) return
      const {report} = step.kind === 'view' ? reportingOn(step.definition, evaluation) : evaluation
      report(step.definition.place, valuesCycle([...circle, step].map(({definition}) => definition.name)))
      circle.forEach((one) => circular.add(keyOf(one)))
      return
    }
    for (const need of needsOf(step, evaluation)) visit(need, [...chain, step])
    if (!circular.has(key)) ordered.set(key, step)
  }
  const {views, values} = evaluation.definitions
  for (const definition of views.values()) visit({kind: 'view', definition}, [])
  // A value that a view names is computed when the view is: only views need an order.
  const ofViews = [...ordered.values()].filter(({kind}) => kind === 'view')
  return [...ofViews, ...Array.from(values.values(), (definition): Step => ({kind: 'value', definition}))]
}

/** Views and values may share a name. */
function keyOf({kind, definition}: Step): string {
  return `${kind} ${definition.name}`
}

function needsOf(step: Step, evaluation: SqlEvaluation): readonly Step[] {
  const {views, values} = evaluation.definitions
  const [ofViews, ofValues] =
    step.kind === 'view'
      ? [namesRead(evaluation, withoutBraces(step.definition.sql)), bracedNames(step.definition.sql)]
      : [viewsOf(step.definition, evaluation), names(step.definition)]
  return [
    ...ofViews.flatMap((name): Step[] => {
      // A view of a resource's name is a mistake of its own.
      const definition = evaluation.tables.has(name) ? undefined : views.get(name)
      return definition === undefined ? [] : [{kind: 'view', definition}]
    }),
    ...ofValues.flatMap((name): Step[] => {
      const definition = values.get(name)
      return definition === undefined ? [] : [{kind: 'value', definition}]
    }),
  ]
}

function viewsOf({form, argument}: ValueDefinition, evaluation: SqlEvaluation): readonly string[] {
  if (form === 'sql') return namesRead(evaluation, withoutBraces(String(argument)))
  const texts =
    typeof argument === 'object' && argument !== null ? (Object.values(argument) as readonly unknown[]) : [argument]
  const columns = texts.filter((text) => typeof text === 'string')
  return [...evaluation.definitions.views.keys()].filter((name) => columns.some((text) => text.startsWith(`${name}.`)))
}
