import type {Field, Table} from '../../model/data.ts'
import type {ValueDefinition} from '../../model/values.ts'
import {quotedName, quotedText} from '../store.ts'
import {isCell, isNot} from '../where.ts'

/** The conditions of a value's `where` as SQL, with the same meaning as `meets`; they fit the table. */
export function whereSql({where}: ValueDefinition, table: Table): string {
  const tests = Object.entries<unknown>(where).map(([name, wanted]) => {
    const field = table.fields.find((each) => each.name === name)
    return field === undefined ? 'false' : `(${conditionSql(field, wanted)})`
  })
  return tests.length === 0 ? 'true' : tests.join(' AND ')
}

/** One condition: a cell, a list for one of several, `{not: x}` for neither. Never null. */
export function conditionSql(field: Field, wanted: unknown): string {
  if (isNot(wanted)) return `NOT (${conditionSql(field, wanted.not)})`
  if (Array.isArray(wanted)) {
    return wanted.length === 0 ? 'false' : wanted.map((one) => `(${conditionSql(field, one)})`).join(' OR ')
  }
  const column = quotedName(field.name)
  if (wanted === null) return `${column} IS NULL`
  if (!isCell(wanted)) return 'false'
  const text = String(wanted)
  const isNumeric = field.type === 'integer' || field.type === 'number' || field.type === 'year'
  // "05" is no number as JavaScript writes it, and equals none.
  if (isNumeric) return String(Number(text)) === text ? `coalesce(${column} = ${text}, false)` : 'false'
  return `coalesce(CAST(${column} AS VARCHAR) = ${quotedText(text)}, false)`
}
