import type {Point} from 'unist'

/** What a printed text came from: a value, a cell of a table, an entry of the front matter, or nothing but the author. */
export type Origin =
  | {readonly kind: 'value'; readonly name: string}
  | {readonly kind: 'cell'; readonly table: string; readonly row: number; readonly column: string}
  | {readonly kind: 'name'; readonly name: string}
  /** Typed, and declared by the author, perhaps with its source. */
  | {readonly kind: 'literal'; readonly source?: string}
  | {readonly kind: 'typed'}

/** What an expression printed. */
export interface Printed {
  readonly text: string
  readonly raw: unknown
  readonly origin: Origin
  /** Of a value: where it is from, and as of when, in words. */
  readonly source?: string
  readonly asOf?: string
  /** The file of the expression, relative to the project, and its place there. */
  readonly path: string
  readonly start: Point | undefined
  readonly end: Point | undefined
}
