import type {Position} from 'unist'
import {malformedCalls, undefinedNote, unknownColumn, unknownRow} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Field, Table} from '../model/data.ts'
import type {Context} from './context.ts'
import {identifierOf} from './note-call.ts'

/** Labels of the notes that cells call, by `<row index>:<field name>`. */
export type CellCalls = ReadonlyMap<string, readonly string[]>

export interface CallsOptions {
  readonly table: Table
  readonly fields: readonly Field[]
  /** Name of the column whose cells head their rows. */
  readonly rowHead: string | undefined
  readonly position: Position | undefined
  readonly context: Context
}

/** Reads `calls="Sindh/killed=a; Sindh/injured=b"`: notes on cells, which as data hold no Markdown. */
export function readCellCalls(attribute: string | undefined, options: CallsOptions): CellCalls {
  const calls = new Map<string, string[]>()
  for (const entry of (attribute ?? '').split(';').map((text) => text.trim())) {
    const call = entry === '' ? undefined : readCall(entry, options)
    if (call === undefined) continue
    const cell = calls.get(call.cell) ?? []
    calls.set(call.cell, [...cell, call.label])
  }
  return calls
}

function readCall(entry: string, options: CallsOptions): {cell: string; label: string} | undefined {
  const {table, fields, rowHead, position, context} = options
  const [, head, column, label] = /^(.+)\/([^/=]+)=([^=]+)$/.exec(entry)?.map((part) => part.trim()) ?? []
  if (head === undefined || column === undefined || label === undefined) {
    report(context.file, position, malformedCalls(entry))
    return undefined
  }
  const heads = table.rows.map((row) => String(row[rowHead ?? ''] ?? ''))
  const columns = fields.map(({name}) => name)
  const row = heads.indexOf(head)
  if (row === -1) report(context.file, position, unknownRow(table.name, head, heads))
  if (!columns.includes(column)) report(context.file, position, unknownColumn(table.name, column, columns))
  if (!context.notes.has(identifierOf(label))) {
    report(context.file, position, undefinedNote(label, context.notes.values()))
    return undefined
  }
  return row === -1 ? undefined : {cell: `${row}:${column}`, label}
}
