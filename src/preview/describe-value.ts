import type {Composed} from '../compose-brief.ts'
import {missingText} from '../values/format.ts'
import {maybeRowsOf, rowsShown} from '../values/rows-of.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Origin} from '../printed.ts'
import type {ValueDetails} from './client/state.ts'

/** Where a number of the text comes from: what computes it, and the rows of the data that it is computed from. */
export function maybeDescribe(number: number, composed: Composed): ValueDetails | undefined {
  const printed = composed.document.printed[number]
  if (printed === undefined) return undefined
  const {origin, text} = printed
  if (origin.kind === 'value') return describeValue(origin.name, text, composed)
  if (origin.kind === 'cell') return describeCell(origin, text, composed)
  const title = origin.kind === 'name' ? origin.name : 'Typed in an expression'
  return {title, text, facts: [['Written in', placeText(printed.path, printed.start?.line)]]}
}

function describeValue(name: string, text: string, {values, merged}: Composed): ValueDetails {
  const value = values.values.get(name)
  const definition = merged.brief.definitions.values.get(name)
  const facts = [
    ['Value', String(value?.raw ?? missingText)],
    ['Unit', value?.unit],
    ['Format', value?.format],
    ['As of', value?.asOf],
    ['Source', value?.source],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined)
  const rows = definition && maybeRowsOf(definition, values.tables)
  const file = merged.brief.definitions.file
  return {
    title: name,
    text,
    facts,
    ...(definition &&
      file && {
        definition: {where: placeText(file.path, definition.place?.line), text: writtenOf(definition, String(file))},
      }),
    ...(rows && {rows}),
  }
}

function describeCell(
  {table: name, row, column}: Extract<Origin, {kind: 'cell'}>,
  text: string,
  {values}: Composed,
): ValueDetails {
  const table = values.tables.get(name)
  const cells = table?.rows[row]
  const facts: [string, string][] = [
    ['Column', column],
    ['Row', String(row + 1)],
  ]
  if (table?.path !== undefined) facts.push(['File', table.path])
  return {
    title: `A cell of ${name}`,
    text,
    facts,
    ...(table && cells && {rows: rowsShown(table, [cells])}),
  }
}

function placeText(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path}:${line}`
}

/** The lines of a definition in values.yaml: its own, and those below that are indented more. */
function writtenOf({name, place}: ValueDefinition, file: string): string {
  const lines = file.split('\n')
  const start = lines.findIndex((line) => line.trimStart().startsWith(`${name}:`))
  const first = start < 0 ? (place?.line ?? 1) - 1 : start
  const indent = indentOf(lines[first] ?? '')
  const rest = lines.slice(first + 1)
  const end = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= indent)
  const own = [lines[first] ?? '', ...rest.slice(0, end < 0 ? undefined : end)]
  return own
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd()
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
