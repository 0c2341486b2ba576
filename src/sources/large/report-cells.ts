import type {Cell} from '../../model/data.ts'
import {quotedText, rowsOf} from '../../values/store.ts'
import type {Problems} from '../problems.ts'
import {typeCell} from '../type-rows.ts'
import {createRuleCheck} from '../create-rule-check.ts'
import type {JudgedColumn} from './judge-columns.ts'
import {rawColumn, rawName, type RawTable} from './read-raw.ts'
import {placeCells} from './scan-records.ts'

/** More than are ever shown: see `Problems`. */
export const FIRST = 21

/** Reports the wrong cells in the order of the file: the first by name, the rest by number. */
export async function reportCells(
  raw: RawTable,
  judged: readonly (JudgedColumn | undefined)[],
  problems: Problems,
): Promise<void> {
  const columns = judged.filter((column) => column !== undefined && column.wrong.size > 0) as readonly JudgedColumn[]
  const total = columns.flatMap(({wrong}) => [...wrong.values()]).reduce((sum, count) => sum + count, 0)
  if (total === 0) return
  const first = await firstCells(raw, columns)
  const places = placeCells(raw.file.bytes, raw.file, first)
  for (const [
    index,
    {
      row,
      text,
      judged: {field},
    },
  ] of first.entries()) {
    typeCell(text, {...field, brokenRule: createRuleCheck(field.constraints)}, (message) =>
      problems.add(
        () => places[index],
        () => message({row: row + 1, column: field.field.name}),
      ),
    )
  }
  problems.count(total - first.length)
}

interface WrongCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly text: string
  readonly judged: JudgedColumn
}

async function firstCells(raw: RawTable, columns: readonly JudgedColumn[]): Promise<readonly WrongCell[]> {
  const found: WrongCell[] = []
  for (const judged of columns) {
    const {column, wrong} = judged
    const texts = rawColumn(column)
    await raw.store.connection.run(
      `CREATE OR REPLACE TABLE "wrong texts of a file" AS SELECT unnest([${listOf(wrong)}]) AS text`,
    )
    const rows: readonly (readonly unknown[])[] = await rowsOf(
      raw.store,
      `SELECT rowid, ${texts} FROM ${rawName} WHERE ${texts} IN (SELECT text FROM "wrong texts of a file") ORDER BY rowid LIMIT ${FIRST}`,
    )
    found.push(...rows.map(([row, text]) => ({row: Number(row), column, text: String(text as Cell), judged})))
  }
  await raw.store.connection.run('DROP TABLE "wrong texts of a file"')
  return found
    .toSorted((a, b) => a.row - b.row || columns.indexOf(a.judged) - columns.indexOf(b.judged))
    .slice(0, FIRST)
}

function listOf(wrong: ReadonlyMap<string, number>): string {
  return [...wrong.keys()].map(quotedText).join(', ')
}
