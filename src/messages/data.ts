import type {FieldType} from '../model/data.ts'
import {maybeCellNote} from './cell-note.ts'
import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

// Messages about data files.

export function missingDataFile(path: string, known: readonly string[]): Message {
  const candidates = nearest(path, known)
  return error(
    'data-file-missing',
    `Unexpected path \`${path}\` without a file, expected ${candidates.length > 0 ? listed(candidates) : 'a file of that name'}`,
    'Correct the path, or put the file beside `datapackage.json`.',
  )
}

export function emptyDataFile(): Message {
  return error(
    'data-file-empty',
    'Unexpected empty file, expected a header and rows',
    'Save the data to the file again: first the names of the columns, then a line for each row.',
  )
}

export function noRows(): Message {
  return warning(
    'data-rows-none',
    'Unexpected header without rows, expected at least one row',
    'Check whether the file was cut off when it was saved.',
  )
}

export function csvQuote(code: string): Message {
  const reasons: Readonly<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: 'Unexpected end of the file inside quotes, expected a closing `"` for this one',
    CSV_INVALID_CLOSING_QUOTE: 'Unexpected text after a closing `"`, expected the end of the cell',
    INVALID_OPENING_QUOTE: 'Unexpected `"` inside a cell, expected the whole cell in quotes',
  }
  return error(
    'data-csv-quote',
    reasons[code] ?? `Unexpected CSV (${code}), expected cells in quotes or without`,
    'Put the whole cell between `"`, and write each `"` inside it twice.',
  )
}

export function missingColumn(name: string, header: readonly string[]): Message {
  const candidates = nearest(name, header)
  const near = candidates.length > 0 ? `; the nearest is ${listed(candidates.slice(0, 1))}` : ''
  return error(
    'data-column-missing',
    `Unexpected header without \`${name}\`, expected every field of the schema${near}`,
    'Correct the header, or the name of the field in `datapackage.json`.',
  )
}

export function unknownColumn(name: string, known: readonly string[]): Message {
  return error(
    'data-column-unknown',
    `Unexpected column \`${name}\`, expected ${listed(candidatesOf(name, known))}`,
    'Correct the header, or describe the column in `fields` of `datapackage.json`.',
  )
}

export function duplicateColumn(name: string): Message {
  return error(
    'data-column-duplicate',
    `Unexpected second column \`${name}\`, expected unique names`,
    'Rename one of the two columns.',
  )
}

export function columnOrder(name: string, expected: string): Message {
  return error(
    'data-column-order',
    `Unexpected column \`${name}\`, expected \`${expected}\` here`,
    'Put the columns in the order of `fields`, or set `"fieldsMatch": "equal"` in the schema if the order does not matter.',
  )
}

export function raggedRow(row: number, found: number, expected: number): Message {
  return error(
    'data-row-ragged',
    `Unexpected ${counted(found, 'cell')} in row ${row}, expected ${expected}`,
    found > expected
      ? 'Put cells that hold the delimiter between `"`, or remove what is too much.'
      : 'Add the cells that are missing, or remove the row.',
  )
}

export interface CellPlace {
  /** Of the data, from 1. */
  readonly row: number
  readonly column: string
}

export function cellType(
  written: string,
  {row, column}: CellPlace,
  {type, expected}: {readonly type: FieldType; readonly expected: string},
): Message {
  const note = maybeCellNote(written, type) ?? 'Correct the cell, or the type of the field in `datapackage.json`.'
  const reason = `Unexpected \`${written}\` in column \`${column}\` of row ${row}, expected ${expected}`
  return error('data-cell-type', reason, note)
}

/** Of a column none of whose values fits: the first of them stands for all. */
export function columnType(
  written: string,
  {row, column}: CellPlace,
  {count, type, expected}: {readonly count: number; readonly type: FieldType; readonly expected: string},
): Message {
  return error(
    'data-column-type',
    `Unexpected \`${written}\` in column \`${column}\` of row ${row}, and nothing that fits in its other ${count - 1} values, expected ${expected}`,
    maybeCellNote(written, type) ?? 'Correct the type of the field in `datapackage.json`; `string` takes any text.',
  )
}

/** `rule` is what asks for a value: the constraint of the field, or the key of the resource. */
export function cellMissing({row, column}: CellPlace, rule: 'required' | 'primaryKey'): Message {
  return error(
    'data-cell-missing',
    `Unexpected missing value in column \`${column}\` of row ${row}, expected a value in each row (\`${rule}\`)`,
    rule === 'required'
      ? 'Fill in the cell, or remove `required` from the field.'
      : 'Fill in the cell, or take the column out of `primaryKey` of the schema.',
  )
}

/** `rule` is the constraint as it is written: "at least 0 (`minimum`)". */
export function cellConstraint(written: string, {row, column}: CellPlace, rule: string): Message {
  return error(
    'data-cell-constraint',
    `Unexpected \`${written}\` in column \`${column}\` of row ${row}, expected ${rule}`,
    'Correct the cell, or the constraint in `datapackage.json`.',
  )
}

export function cellDuplicate(written: string, {row, column}: CellPlace, first: number): Message {
  return error(
    'data-cell-duplicate',
    `Unexpected second \`${written}\` in column \`${column}\` of row ${row}, expected unique values; the first is in row ${first}`,
    'Correct one of the two rows, or the key in `datapackage.json`.',
  )
}

export function cellReference(
  written: string,
  {row, column}: CellPlace,
  target: {name: string; known: readonly string[]},
): Message {
  const candidates = nearest(written, target.known)
  return error(
    'data-cell-reference',
    `Unexpected \`${written}\` in column \`${column}\` of row ${row}, expected ${candidates.length > 0 ? listed(candidates) : 'a value'} of \`${target.name}\``,
    `Correct the cell, or add the row to \`${target.name}\`.`,
  )
}

export function moreMistakes(count: number): Message {
  return error(
    'data-more',
    `Unexpected data in ${counted(count, 'more place')}, expected what \`datapackage.json\` describes`,
    'Correct the places that are named first: the rest often has the same cause.',
  )
}

/** Of a table whose rows are in the database only. */
export function largeTable(name: string, size: number): Message {
  return error(
    'data-table-large',
    `Unexpected table \`${name}\` of ${size} rows here, expected a table that fits on a page`,
    'Values and SQL may use it. To show, draw or check what is in it define a view in `values.yaml`, as `SELECT region, sum(killed) AS killed FROM ... GROUP BY region`, and name that.',
  )
}

export function jsonRows(kind: string): Message {
  return error(
    'data-json-shape',
    `Unexpected ${kind}, expected a list of objects`,
    'Write the rows as `[{"name": value, ...}, ...]`.',
  )
}

function candidatesOf(name: string, known: readonly string[]): readonly string[] {
  const candidates = nearest(name, known)
  return candidates.length > 0 ? candidates : known.slice(0, 12)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
