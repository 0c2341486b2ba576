import type {Cell, FieldType, Table} from '../model/data.ts'

/** A value before it is written out, with what is known of where it comes from. */
export interface Computed {
  readonly raw: Cell | readonly Cell[]
  readonly type?: FieldType | undefined
  readonly format?: string | undefined
  readonly unit?: string | undefined
  readonly table?: Table | undefined
}

/** Results by name, undefined for those that failed. Filled as values are computed. */
export type Results = Map<string, Computed | undefined>

/** Gives the value of that name, or undefined where it failed or does not exist; says so itself. */
export type Operand = (name: string) => Promise<Computed | undefined>
