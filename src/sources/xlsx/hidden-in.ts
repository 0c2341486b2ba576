import {columnName, columnOf, type Sheet} from './read-sheet.ts'

/** The part of a sheet that holds values: columns from 0, rows from 1, the last ones included. */
export interface Extent {
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
}

/** What a reader of the sheet does not see of its values, as "columns `C` to `E`", "row 7", "cell `B4`". */
export function hiddenIn({hiddenColumns, hiddenRows, hiddenCells}: Sheet, extent: Extent): readonly string[] {
  const columns = hiddenColumns.flatMap(({first, last}) => {
    const from = Math.max(first - 1, extent.firstColumn)
    const to = Math.min(last - 1, extent.lastColumn)
    return from > to ? [] : [{from, to}]
  })
  const rows = runsOf(hiddenRows.filter((row) => row >= extent.firstRow && row <= extent.lastRow))
  return [
    ...columns.map((run) => named('column', run, (column) => `\`${columnName(column)}\``)),
    ...rows.map((run) => named('row', run, String)),
    ...hiddenCells.map((cell) => `cell \`${cell}\``),
  ]
}

/** Those of the ranges, such as `A2:A4`, that begin where values are. */
export function rangesWithin(ranges: readonly string[], extent: Extent): readonly string[] {
  return ranges.filter((range) => {
    const row = Number(/\d+/.exec(range)?.[0] ?? 0)
    const column = columnOf(range)
    return (
      row >= extent.firstRow && row <= extent.lastRow && column >= extent.firstColumn && column <= extent.lastColumn
    )
  })
}

interface Run {
  readonly from: number
  readonly to: number
}

function runsOf(numbers: readonly number[]): readonly Run[] {
  const runs: {from: number; to: number}[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.to === number - 1) last.to = number
    else runs.push({from: number, to: number})
  }
  return runs
}

function named(noun: string, {from, to}: Run, nameOf: (number: number) => string): string {
  return from === to ? `${noun} ${nameOf(from)}` : `${noun}s ${nameOf(from)} to ${nameOf(to)}`
}
