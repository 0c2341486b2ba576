import type {CellPlace} from './data.ts'
import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

// Messages about workbooks (XLSX) and Parquet files.

/** @param isLocked whether it is of the older kind, or has a password */
export function unreadableWorkbook(isLocked: boolean): Message {
  return error(
    'data-xlsx-unreadable',
    isLocked
      ? 'Unexpected workbook with a password or in the older format, expected an `.xlsx` workbook'
      : 'Unexpected content, expected an `.xlsx` workbook',
    'Open the file in a spreadsheet program and save it again as `.xlsx`, without a password.',
  )
}

/** @param wanted a name, or a number from 1 */
export function unknownSheet(wanted: string | number, known: readonly string[]): Message {
  const what = typeof wanted === 'string' ? `\`${wanted}\`` : `number ${wanted}`
  const near = typeof wanted === 'string' ? nearest(wanted, known) : []
  const names = near.length > 0 ? near : known.slice(0, 12)
  return error(
    'data-xlsx-sheet',
    `Unexpected sheet ${what} in \`datapackage.json\`, expected ${names.length > 0 ? listed(names) : 'a sheet with cells'}`,
    'Correct `sheetName` or `sheetNumber` in the `dialect` of the resource.',
  )
}

/** @param sign `#DIV/0!` or its like; undefined for a formula that was never computed */
export function failedCell(
  sign: string | undefined,
  {cell, place: {row, column}}: {readonly cell: string; readonly place: CellPlace},
): Message {
  return error(
    'data-xlsx-failed',
    `Unexpected ${sign === undefined ? 'formula without its result' : `\`${sign}\``} in column \`${column}\` of row ${row} (cell \`${cell}\`), expected a value`,
    sign === undefined
      ? 'Open the file in a spreadsheet program, which computes it, and save it.'
      : `Correct the formula, or add \`${sign}\` to \`missingValues\` of the schema if it stands for no figure.`,
  )
}

export function mergedCells(ranges: readonly string[], sheet: string): Message {
  return warning(
    'data-xlsx-merged',
    `Unexpected merged cells ${joined(ranges.map((range) => `\`${range}\``))} of sheet \`${sheet}\`, expected a value in each cell`,
    'Only the first cell of each has the value, the others are read as empty: unmerge them and fill in each.',
  )
}

/** @param parts "column `C`", "rows 4 to 7" */
export function hiddenParts(
  parts: readonly string[],
  {name, isHidden}: {readonly name: string; readonly isHidden: boolean},
): Message {
  const sheet = `${isHidden ? 'hidden ' : ''}sheet \`${name}\``
  const what = parts.length === 0 ? sheet : `hidden ${joined(parts)} of ${sheet}`
  return warning(
    'data-xlsx-hidden',
    `Unexpected ${what}, expected that all data can be seen`,
    'They are read like the others: show them and look at them, or delete them.',
  )
}

export function unreadableParquet(): Message {
  return error(
    'data-parquet-unreadable',
    'Unexpected content, expected a Parquet file',
    'Write the file again, whole, with the compression Snappy, Zstandard, Gzip or none.',
  )
}

const SHOWN = 12

function joined(names: readonly string[]): string {
  const more = names.length - SHOWN
  const all = more > 0 ? [...names.slice(0, SHOWN), `${more} more`] : names
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
