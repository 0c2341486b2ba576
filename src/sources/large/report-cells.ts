import type {Message} from '../../messages/message.ts'
import type {Cell} from '../../model/data.ts'
import {quotedText, rowsOf} from '../../values/store.ts'
import type {Problems} from '../problems.ts'
import {isMissing, misfitColumn, typeCell} from '../type-rows.ts'
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
  const columns = judged.filter((column) => column !== undefined)
  const wrong = columns.flatMap((column) => [...column.wrong.values()]).reduce((sum, count) => sum + count, 0)
  const total = wrong + columns.filter(({misfits}) => misfits > 0).length
  if (total === 0) return
  const first = await firstCells(raw, columns)
  const places = placeCells(raw.file.bytes, raw.file, first)
  for (const [index, cell] of first.entries()) {
    reportCell(cell, (message) =>
      problems.add(
        () => places[index],
        () => message,
      ),
    )
  }
  problems.count(total - first.length)
}

function reportCell({row, text, judged}: WrongCell, tell: (message: Message) => void): void {
  const {field, misfits} = judged
  const place = {row: row + 1, column: field.field.name}
  if (misfits > 0 && !isMissing(text, field.reading)) {
    tell(misfitColumn(text, place, {reading: field.reading, misfits}))
    return
  }
  typeCell(text, {...field, brokenRule: createRuleCheck(field.constraints)}, (message) => tell(message(place)))
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
    const {column, wrong, misfits, field} = judged
    const texts = rawColumn(column)
    const tests = [
      ...(misfits > 0 ? [[notMissing(texts, field.reading.missingValues), 1] as const] : []),
      ...(wrong.size > 0 ? [[`${texts} IN (SELECT unnest([${listOf(wrong)}]))`, FIRST] as const] : []),
    ]
    for (const [test, limit] of tests) {
      const rows: readonly (readonly unknown[])[] = await rowsOf(
        raw.store,
        `SELECT rowid, ${texts} FROM ${rawName} WHERE ${test} ORDER BY rowid LIMIT ${limit}`,
      )
      found.push(...rows.map(([row, text]) => ({row: Number(row), column, text: String(text as Cell), judged})))
    }
  }
  return found
    .toSorted((a, b) => a.row - b.row || columns.indexOf(a.judged) - columns.indexOf(b.judged))
    .slice(0, FIRST)
}

function notMissing(texts: string, missing: readonly string[]): string {
  return missing.length === 0 ? 'true' : `${texts} NOT IN (${missing.map(quotedText).join(', ')})`
}

function listOf(wrong: ReadonlyMap<string, number>): string {
  return [...wrong.keys()].map(quotedText).join(', ')
}
