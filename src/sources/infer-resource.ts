import type {FieldType} from '../model/data.ts'
import {maybeCell} from './maybe-cell.ts'
import type {CellReading} from './resource.ts'

/** What is written into datapackage.json for a file that nobody has described yet. */
export interface InferredResource {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly sources: readonly {readonly title: string}[]
  readonly dialect?: {readonly delimiter: string}
  readonly schema: {
    readonly fields: readonly InferredField[]
    readonly missingValues?: readonly string[]
    readonly primaryKey?: string
  }
}

interface InferredField {
  readonly name: string
  readonly type: FieldType
  readonly title: string
  readonly decimalChar?: string
  readonly constraints?: {readonly required: true; readonly unique?: true}
}

export interface Sample {
  /** Inside data/<brief>/. */
  readonly path: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly delimiter?: string
}

/** Texts that often stand for "no figure". */
const missing = [
  '',
  '-',
  '–',
  '—',
  '..',
  '...',
  'n/a',
  'N/A',
  'NA',
  'na',
  'null',
  'NULL',
  '[x]',
  '[z]',
  '[c]',
  '[u]',
  '[low]',
]

/** Describes a file by looking at it: types that all cells fit, texts for missing cells, a key. For the author to correct. */
export function inferResource({path, columns, rows, delimiter}: Sample): InferredResource {
  const texts = rows.flat().filter((cell): cell is string => typeof cell === 'string')
  const marks = missing.filter((mark) => texts.includes(mark))
  const fields = columns.map((column, index) =>
    inferField(
      column,
      rows.map((row) => row[index]),
      {marks, delimiter},
    ),
  )
  const key = fields.find(({constraints}) => constraints?.unique === true)
  const name = nameOf(path)
  return {
    name,
    path,
    title: prettified(name),
    sources: [{title: 'TODO: where these figures are from'}],
    ...(delimiter !== undefined && delimiter !== ',' && {dialect: {delimiter}}),
    schema: {
      fields,
      ...(marks.some((mark) => mark !== '') && {missingValues: marks.includes('') ? marks : ['', ...marks]}),
      ...(key !== undefined && {primaryKey: key.name}),
    },
  }
}

function inferField(
  name: string,
  cells: readonly unknown[],
  {marks, delimiter}: {readonly marks: readonly string[]; readonly delimiter: string | undefined},
): InferredField {
  const there = cells.filter(
    (cell) => cell !== undefined && cell !== null && !(typeof cell === 'string' && marks.includes(cell)),
  )
  const isWhole = there.length === cells.length && cells.length > 0
  const plain = typeOf(name, there)
  // Where cells part at semicolons, the comma is often the decimal sign.
  const hasComma = delimiter === ';' && plain === 'string' && there.length > 0 && there.every(isWithComma)
  const type = hasComma ? 'number' : plain
  const decimal = hasComma ? {decimalChar: ','} : {}
  const isKey = isWhole && (type === 'string' || type === 'integer') && new Set(there).size === cells.length
  const title = prettified(name)
  if (!isWhole) return {name, type, title, ...decimal}
  return {name, type, title, ...decimal, constraints: {required: true, ...(isKey && {unique: true})}}
}

const reading: Omit<CellReading, 'type'> = {
  decimalChar: '.',
  groupChar: undefined,
  trueValues: ['true', 'True', 'TRUE'],
  falseValues: ['false', 'False', 'FALSE'],
  missingValues: [],
}

function isWithComma(cell: unknown): boolean {
  return typeof cell === 'string' && /^[+-]?\d+(?:,\d+)?$/.test(cell) && !/^0\d/.test(cell)
}

/** The first type that every cell fits; whole numbers that look like years are years where the head says so. */
function typeOf(name: string, cells: readonly unknown[]): FieldType {
  const fits = (type: FieldType): boolean => cells.every((cell) => maybeCell(cell, {...reading, type}) !== undefined)
  if (cells.length === 0) return 'string'
  if (/year|année|jahr|سال/i.test(name) && fits('year')) return 'year'
  // A number that begins with nought is a code.
  if (cells.some((cell) => typeof cell === 'string' && /^0\d/.test(cell))) return 'string'
  const types: readonly FieldType[] = ['integer', 'number', 'boolean', 'date', 'yearmonth']
  return types.find(fits) ?? 'string'
}

function nameOf(path: string): string {
  const base = path.replace(/^.*\//, '').replace(/\.\w+$/, '')
  const name = base
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return /^[\p{L}_]/u.test(name) ? name : `data-${name}`
}

function prettified(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
