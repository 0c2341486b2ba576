import type {Point} from 'unist'

/** The rows of a data file before their cells have types: texts of CSV, values of JSON. */
export interface Records {
  readonly columns: readonly string[]
  /** Cells in the order of `columns`; `undefined` where a JSON object lacks the name. */
  readonly rows: readonly (readonly unknown[])[]
  /** The number of a row for messages: of the data, from 1. */
  readonly numberOf: (row: number) => number
  /** Where a cell stands in the file; of row -1, the column's head. */
  readonly placeOf: (row: number, column: number) => Point | undefined
}
