import type {Point, Position} from 'unist'

/** Where an offset of some text stands in the author's file. */
export type PlaceOf = (offset: number) => Point | undefined

/** The place between two offsets, the second one excluded. */
export function spanOf(placeOf: PlaceOf, from: number, to: number): Position | undefined {
  const start = placeOf(from)
  const end = placeOf(to)
  return start && end && {start, end}
}
