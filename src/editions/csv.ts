import type {Cell, Table} from '../model/data.ts'

/**
 * A table as CSV (RFC 4180): a head of field names, raw values, lines that end in CR LF, missing cells empty.
 *
 * Text that a spreadsheet would take for a formula gets a leading apostrophe; a number written as text keeps its sign.
 */
export function writeCsv(table: Table): string {
  const head = table.fields.map((field) => quoted(safe(field.name)))
  const rows = table.rows.map((row) => table.fields.map((field) => cellText(row[field.name] ?? null)))
  return [head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  return quoted(safe(cell))
}

function safe(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return text
  return `'${text}`
}

function quoted(text: string): string {
  if (!/[",\r\n]/.test(text)) return text
  return `"${text.replaceAll('"', '""')}"`
}
