import type {Point} from 'unist'
import type {Field, FieldType, Source} from '../model/data.ts'
import type {Path} from './placed.ts'

/** A resource as datapackage.json describes it, validated; its file is not read yet. */
export interface Resource {
  readonly name: string
  readonly title: string
  readonly description?: string
  /** Inside data/<brief>/. */
  readonly path: string
  readonly kind: 'csv' | 'json' | 'xlsx' | 'parquet'
  /** Undefined: found out from the header. */
  readonly delimiter: string | undefined
  readonly quote: string
  /** Of a workbook: its name, or its number from 1. Undefined: the first. */
  readonly sheet: string | number | undefined
  readonly fields: readonly ResourceField[]
  readonly fieldsMatch: FieldsMatch
  /** Texts that stand for a missing cell. */
  readonly missingValues: readonly string[]
  readonly primaryKey: readonly string[]
  readonly uniqueKeys: readonly (readonly string[])[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly sources: readonly Source[]
  readonly asOf?: string
  /** Where a part of its description stands in datapackage.json. */
  readonly at: (path: Path) => Point | undefined
}

export type FieldsMatch = 'exact' | 'equal' | 'subset' | 'superset' | 'partial'

export interface ResourceField {
  /** What the rest of the program sees of it. */
  readonly field: Field
  readonly reading: CellReading
  readonly constraints: Constraints
}

/** How the texts of a column become cells. */
export interface CellReading {
  readonly type: FieldType
  readonly decimalChar: string
  readonly groupChar: string | undefined
  readonly trueValues: readonly string[]
  readonly falseValues: readonly string[]
  /** The field's own, or the schema's. */
  readonly missingValues: readonly string[]
}

/** Bounds are cells of the field's type. */
export interface Constraints {
  readonly required: boolean
  readonly unique: boolean
  readonly minimum?: string | number
  readonly maximum?: string | number
  readonly exclusiveMinimum?: string | number
  readonly exclusiveMaximum?: string | number
  readonly enum?: readonly (string | number | boolean)[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

export interface ForeignKey {
  readonly fields: readonly string[]
  /** A resource of the package; its own name where the description leaves it out. */
  readonly resource: string
  readonly reference: readonly string[]
}
