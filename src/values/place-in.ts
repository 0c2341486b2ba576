import type {Point} from 'unist'
import type {ValueDefinition} from '../model/values.ts'

/** Where a part of a value or view stands, or else the whole of it. */
export function placeIn(
  {at, place}: Pick<ValueDefinition, 'at' | 'place'>,
  path: readonly (string | number)[],
): Point | undefined {
  return at?.(path) ?? place
}
