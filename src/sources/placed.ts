import type {Point} from 'unist'

/** The way to a part of a value: names of a map and indexes of a list. */
export type Path = readonly (string | number)[]

/** What a YAML or JSON file says, and where it says it. Not trusted. */
export interface Placed {
  readonly value: unknown
  /** Where the part at a path begins; where there is none, the nearest parent that is there. */
  readonly at: (path: Path) => Point | undefined
  /** Where the name at the end of a path stands; as `at` for items of lists. */
  readonly nameAt: (path: Path) => Point | undefined
  /** A text, number or date as it was typed: `2022-10`, `007`. */
  readonly written: (path: Path) => string | undefined
}
