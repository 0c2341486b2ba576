// The data of a brief: validated tables, by the terms of the Data Package standard.

import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {Store} from '../values/store.ts'

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'yearmonth'

/** A cell: dates are ISO strings, `null` is missing. */
export type Cell = string | number | boolean | null

export type Row = Readonly<Record<string, Cell>>

export interface Field {
  readonly name: string
  readonly type: FieldType
  /** Column head; may hold expressions before the merge. */
  readonly title: string
  /** A head that spans neighbouring columns with the same group. */
  readonly group?: string
  readonly unit?: string
  /** A named format (see values/format.ts), e.g. `integer`, `percent`, `change`. */
  readonly format?: string
  readonly description?: string
}

export interface Source {
  readonly title: string
  readonly path?: string
}

/** A resource of the data package or a view computed from some: columns with meaning, rows in order. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly fields: readonly Field[]
  readonly rows: readonly Row[]
  /** The number of rows of a table that is so large that they are in the database only: `rows` is empty then. */
  readonly size?: number
  /** Of such a table, a digest of its file. */
  readonly digest?: string
  /** The columns that name a row, where the schema says so. */
  readonly primaryKey?: readonly string[]
  /** Marks of missing cells that are more than "not available", as `[z]`, by `<row index>:<field name>`. */
  readonly missing?: Readonly<Record<string, string>>
  readonly sources: readonly Source[]
  readonly asOf?: string
  /** The file that the author edits, relative to the project. */
  readonly path?: string
}

export interface DataPackage {
  readonly file: VFile
  readonly title?: string
  readonly licenses: readonly {readonly name: string; readonly title?: string; readonly path?: string}[]
  readonly sources: readonly Source[]
  readonly tables: readonly Table[]
  /** Where a cell stands in the file of its resource, by the name of the resource, the row from 0 and the field. */
  readonly placeOf?: (table: string, row: number, field: string) => Point | undefined
  /** Holds the rows of large tables. Who evaluates the values takes it and closes it. */
  readonly store?: Store
}
