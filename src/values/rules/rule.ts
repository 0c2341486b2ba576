import type {Message} from '../../messages/message.ts'
import type {Cell, Field, Row, Table} from '../../model/data.ts'
import type {RuleDefinition, Value} from '../../model/values.ts'
import {decimalOf, numberOf as numberOfDecimal, subtract} from '../decimal.ts'

/** What a rule fails on. */
export interface Failure {
  /** What fails, in words, and the value or column (`table.column`) by which its uses are found. */
  readonly what: string
  readonly names: readonly string[]
  readonly found: string
  readonly expected: string
  /** The cell that fails, where it is one. */
  readonly cell?: FailedCell
}

export interface FailedCell {
  readonly table: Table
  /** From 0. */
  readonly row: number
  readonly field: string
}

/** What the check of a rule gets to see. */
export interface RuleBasis {
  readonly rule: RuleDefinition
  readonly values: ReadonlyMap<string, Value>
  readonly tables: ReadonlyMap<string, Table>
  /** Leaves a message about the rule itself. */
  readonly report: (message: Message) => void
}

export type Check = (basis: RuleBasis) => readonly Failure[]

/** A column with its table. */
export interface RuleColumn {
  readonly name: string
  readonly table: Table
  readonly field: Field
}

const named: ReadonlySet<Field['type']> = new Set(['string', 'date', 'year', 'yearmonth'])

/** How far one number is above another, on their decimal digits: 1.1 is 0.1 above 1. */
export function above(a: number, b: number): number {
  return numberOfDecimal(subtract(decimalOf(a), decimalOf(b)))
}

/** The cells that name a row: its texts and dates. */
export function keyOf({fields}: Table, row: Row): string {
  const heads = fields.filter(({type}) => named.has(type))
  return heads.map(({name}) => String(row[name] ?? '')).join(', ')
}

/** "`attacks` of Sindh, 2021-22 in `attacks`": a cell in words. */
export function cellName({table, field}: RuleColumn, row: Row): string {
  return `\`${field.name}\` of ${keyOf(table, row)} in \`${table.name}\``
}

export function numberOf(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined
}
