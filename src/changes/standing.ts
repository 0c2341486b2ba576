import type {Cell} from '../model/data.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {KeptValue} from './snapshot.ts'

/** A change of place among others. */
export interface Standing {
  /** A place in an order; the order of a list; which one it is that is first, largest, latest. */
  readonly of: 'rank' | 'order' | 'superlative'
}

/** Whether a value's place among others changed, as far as the way in which it is computed tells. */
export function standingOf(
  definition: ValueDefinition | undefined,
  {raw: was}: KeptValue,
  {raw: is}: KeptValue,
): Standing | undefined {
  if (definition === undefined || JSON.stringify(was) === JSON.stringify(is)) return undefined
  if (definition.form === 'rank') return {of: 'rank'}
  if (isList(was) && isList(is)) return {of: 'order'}
  // A name that the data choose: of the district with most attacks, of the latest year.
  const isChosen = chosen.has(definition.form) || picksOne(definition)
  return isChosen && !isFigure(definition, is) ? {of: 'superlative'} : undefined
}

const chosen: ReadonlySet<string> = new Set(['first', 'last', 'min', 'max'])

function picksOne({form, argument}: ValueDefinition): boolean {
  return form === 'sql' && /\border\s+by\b|\b(?:arg_?)?(?:max|min)(?:_by)?\s*\(|\brank\s*\(/i.test(String(argument))
}

/** A year is a name where the data choose it; any other number is a figure. */
function isFigure({format}: ValueDefinition, raw: Cell | readonly Cell[]): boolean {
  return typeof raw === 'number' && format !== 'year'
}

function isList(raw: Cell | readonly Cell[]): raw is readonly Cell[] {
  return Array.isArray(raw)
}
