import {valuesNoMatch, valuesNoRow, valuesSeveralRows} from '../../messages/values.ts'
import type {Cell} from '../../model/data.ts'
import type {ValueDefinition} from '../../model/values.ts'
import type {Column} from '../column.ts'
import type {SqlEvaluation} from '../evaluation.ts'
import {add, decimalOf, quotient} from '../decimal.ts'
import {placeIn} from '../place-in.ts'
import {quotedName} from '../store.ts'
import {isCell} from '../where.ts'
import {conditionSql, whereSql} from './where-sql.ts'

/** How many cells of a column a message may choose its suggestions from. */
const KNOWN = 1000

/** What a short form makes of a column whose rows are in the database only: as `shortForms` of small tables. */
export async function maybeLargeCell(
  evaluation: SqlEvaluation,
  definition: ValueDefinition,
  column: Column,
): Promise<Cell | undefined> {
  const {form, name} = definition
  const from = fromSql(column, definition)
  const rows = Number(await first(evaluation, `SELECT count(*) ${from}`))
  if (rows === 0 && form !== 'count') {
    await reportNoRow(evaluation, definition, column)
    return undefined
  }
  const cell = quotedName(column.field.name)
  if (['sum', 'count', 'min', 'max'].includes(form)) return await first(evaluation, `SELECT ${form}(${cell}) ${from}`)
  if (form === 'mean') return await mean(evaluation, cell, from)
  if (form === 'median') return await median(evaluation, cell, from)
  if (rows === 1 || form === 'first' || form === 'last') {
    return await first(evaluation, `SELECT ${cell} ${from} ORDER BY rowid ${form === 'last' ? 'DESC' : 'ASC'} LIMIT 1`)
  }
  evaluation.report(placeIn(definition, [form]), valuesSeveralRows(name, rows, form))
  return undefined
}

/** `rank`: the cell of the row of that name, in the first column; undefined where there is none. */
export async function maybeLargeRow(
  evaluation: SqlEvaluation,
  {table, field}: Column,
  of: string | number,
): Promise<{readonly raw: Cell} | undefined> {
  const [key] = table.fields
  if (key === undefined) return undefined
  const select = `SELECT ${quotedName(field.name)} FROM ${quotedName(table.name)}`
  const {rows} = await evaluation.database.query(`${select} WHERE ${conditionSql(key, of)} ORDER BY rowid LIMIT 1`)
  const [row] = rows
  return row && {raw: row[0] ?? null}
}

/** `rank`: how many numbers of the column come before one. */
export async function countBefore(
  evaluation: SqlEvaluation,
  {table, field}: Column,
  {number, isAscending}: {readonly number: number; readonly isAscending: boolean},
): Promise<number> {
  const test = `${quotedName(field.name)} ${isAscending ? '<' : '>'} ${number}`
  return Number(await first(evaluation, `SELECT count(*) FROM ${quotedName(table.name)} WHERE ${test}`))
}

/** `top`: the cells of one column in the first rows by another. */
export async function topCells(
  evaluation: SqlEvaluation,
  definition: ValueDefinition,
  {
    of,
    by,
    count,
    isAscending,
  }: {readonly of: Column; readonly by: Column; readonly count: number; readonly isAscending: boolean},
): Promise<readonly Cell[]> {
  const key = quotedName(by.field.name)
  const {rows} = await evaluation.database.query(
    `SELECT ${quotedName(of.field.name)} ${fromSql(of, definition)} AND ${key} IS NOT NULL ` +
      `ORDER BY ${key} ${isAscending ? 'ASC' : 'DESC'}, rowid LIMIT ${count}`,
  )
  return rows.map((row) => row[0] ?? null)
}

/** The first cells of a column, each once, for suggestions. */
export async function knownCells(evaluation: SqlEvaluation, {table, field}: Column): Promise<readonly string[]> {
  const name = quotedName(field.name)
  const {rows} = await evaluation.database.query(
    `SELECT CAST(${name} AS VARCHAR) FROM ${quotedName(table.name)} WHERE ${name} IS NOT NULL GROUP BY ${name} ORDER BY min(rowid) LIMIT ${KNOWN}`,
  )
  return rows.map((row) => String(row[0] ?? ''))
}

function fromSql({table}: Column, definition: ValueDefinition): string {
  return `FROM ${quotedName(table.name)} WHERE ${whereSql(definition, table)}`
}

async function first({database}: SqlEvaluation, sql: string): Promise<Cell> {
  return (await database.query(sql)).rows[0]?.[0] ?? null
}

async function mean(evaluation: SqlEvaluation, cell: string, from: string): Promise<Cell> {
  const [sum, count] = (await evaluation.database.query(`SELECT sum(${cell}), count(${cell}) ${from}`)).rows[0] ?? []
  return typeof sum === 'number' ? (quotient(decimalOf(sum), decimalOf(Number(count))) ?? null) : null
}

/** The middle of sorted numbers; of two middle ones half their sum. */
async function median(evaluation: SqlEvaluation, cell: string, from: string): Promise<Cell> {
  const some = `${from} AND ${cell} IS NOT NULL`
  const count = Number(await first(evaluation, `SELECT count(*) ${some}`))
  if (count === 0) return null
  const start = Math.ceil(count / 2) - 1
  const {rows} = await evaluation.database.query(
    `SELECT ${cell} ${some} ORDER BY ${cell} LIMIT ${count % 2 === 0 ? 2 : 1} OFFSET ${start}`,
  )
  const middle = rows.map((row) => decimalOf(Number(row[0])))
  return quotient(middle.reduce(add), decimalOf(middle.length)) ?? null
}

/** Names the first condition that no row meets by itself, which is most often a misspelt cell. */
async function reportNoRow(evaluation: SqlEvaluation, definition: ValueDefinition, {table}: Column): Promise<void> {
  const {name, where, form} = definition
  for (const [column, wanted] of Object.entries<unknown>(where)) {
    const field = table.fields.find((each) => each.name === column)
    for (const one of field === undefined ? [] : (Array.isArray(wanted) ? wanted : [wanted]).filter(isCell)) {
      if (field === undefined) continue
      const sql = `SELECT 1 FROM ${quotedName(table.name)} WHERE ${conditionSql(field, one)} LIMIT 1`
      if ((await first(evaluation, sql)) !== null) continue
      const known = new Set(await knownCells(evaluation, {table, field}))
      evaluation.report(placeIn(definition, ['where', column]), valuesNoMatch(column, one, known))
      return
    }
  }
  evaluation.report(placeIn(definition, ['where']), valuesNoRow(name, form))
}
