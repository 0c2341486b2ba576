import type {Cell} from '../model/data.ts'
import {formatValue} from '../values/format.ts'
import type {SchemaChange, TableChange} from './compare-tables.ts'
import {counted, dateText} from './describe.ts'

/** More cells than this are summed up by column. */
const mostListed = 40

/** `6 rows, one more: 1 row added, 3 cells changed` */
export function summaryOf(change: TableChange): string {
  const {kind, added, removed, cells, columns, reordered} = change
  if (kind === 'added') return `new, with ${counted(change.after ?? 0, 'row')}`
  if (kind === 'removed') return `no longer there; it had ${counted(change.before ?? 0, 'row')}`
  const parts = [
    part(added.length, 'row', 'added'),
    part(removed.length, 'row', 'removed'),
    part(cells.length, 'cell', 'changed'),
    part(columns.added.length, 'column', 'added'),
    part(columns.removed.length, 'column', 'removed'),
    part(columns.renamed.length, 'column', 'renamed'),
    reordered ? 'rows in another order' : '',
    change.unknown === undefined ? '' : rowsUnknown(change),
  ].filter((text) => text !== '')
  return parts.length === 0 ? 'what is said of it changed' : parts.join(', ')
}

function part(count: number, what: string, how: string): string {
  return count === 0 ? '' : `${counted(count, what)} ${how}`
}

function rowsUnknown({before, after}: TableChange): string {
  return `rows changed (${before ?? 0} before, ${after ?? 0} now); the table is too large for the lock to hold them`
}

/** Columns that came, went or have another name, and what the schema says of them otherwise. */
export function schemaLines({columns, schema}: TableChange): readonly string[] {
  return [
    ...columns.renamed.map(({before, after}) => `column ${before} is now ${after}`),
    ...columns.added.map((name) => `column ${name} is new`),
    ...columns.removed.map((name) => `column ${name} is gone`),
    ...schema.map(schemaLine),
  ]
}

function schemaLine({column, what, before, after, factor}: SchemaChange): string {
  const subject = column === undefined ? subjects[what] : `${what} of column ${column}`
  const [was, is] = what === 'as-of' ? [dated(before), dated(after)] : [named(before), named(after)]
  const same =
    factor === undefined ? '' : `; every figure times ${formatValue(factor, {lang: 'en'})}, the same otherwise`
  return `${subject}: ${was}, now ${is}${same}`
}

const subjects: Readonly<Partial<Record<SchemaChange['what'], string>>> = {
  title: 'title',
  key: 'primary key',
  'as-of': 'as of',
  sources: 'sources',
}

function named(text: string): string {
  return text === '' ? 'none' : text
}

function dated(date: string): string {
  return date === '' ? 'no date' : dateText(date)
}

/** The changed cells one by one when they are few. */
export function listedCells({cells}: TableChange): TableChange['cells'] {
  return cells.length <= mostListed ? cells : []
}

/** When they are many, what became of each column. */
export function columnLines({cells}: TableChange): readonly string[] {
  if (cells.length <= mostListed) return []
  const columns = [...new Set(cells.map(({column}) => column))]
  return columns.map((column) => {
    const own = cells.filter((cell) => cell.column === column)
    const up = own.filter(
      ({before, after}) => typeof before === 'number' && typeof after === 'number' && after > before,
    )
    const down = own.filter(
      ({before, after}) => typeof before === 'number' && typeof after === 'number' && after < before,
    )
    const ways = up.length + down.length > 0 ? `: ${up.length} up, ${down.length} down` : ''
    return `column ${column}: ${counted(own.length, 'cell')} changed${ways}`
  })
}

/** A cell as it stands in the data. */
export function cellText(cell: Cell): string {
  return cell === null ? '(missing)' : typeof cell === 'number' ? formatValue(cell, {lang: 'en'}) : String(cell)
}
