import {columnOrder, duplicateColumn, missingColumn, unknownColumn} from '../messages/data.ts'
import type {Message} from '../messages/message.ts'
import {nearest} from '../messages/nearest.ts'
import type {Problems} from './problems.ts'
import type {Records} from './records.ts'
import type {Resource} from './resource.ts'

/**
 * Finds the column of each field; a field without one has -1. Where the header does not fit the schema it is reported.
 *
 * @returns undefined when it does not fit
 */
export function validateHeader(
  resource: Resource,
  {columns, placeOf}: Records,
  problems: Problems,
): readonly number[] | undefined {
  const names = resource.fields.map(({field}) => field.name)
  const wrong = [...duplicateColumns(columns), ...unfitColumns(resource, columns, names)]
  // Only a header that has the right names can have them in the wrong order.
  const mistakes = wrong.length === 0 && isOrdered(resource) ? swappedColumns(columns, names) : wrong
  for (const {column, message} of mistakes)
    problems.add(
      () => placeOf(-1, column),
      () => message,
    )
  return mistakes.length > 0 ? undefined : names.map((name) => columns.indexOf(name))
}

interface Mistake {
  readonly column: number
  readonly message: Message
}

function duplicateColumns(columns: readonly string[]): Mistake[] {
  return columns.flatMap((name, column) =>
    columns.indexOf(name) < column ? [{column, message: duplicateColumn(name)}] : [],
  )
}

function unfitColumns(resource: Resource, columns: readonly string[], names: readonly string[]): Mistake[] {
  const unknown = allowsMore(resource) ? [] : columns.filter((name) => !names.includes(name))
  const missing = allowsFewer(resource) ? [] : names.filter((name) => !columns.includes(name))
  // One message for a column of another name, not also one for the column that it should have been.
  const meant = meantColumns(unknown, missing, (name) => names[columns.indexOf(name)])
  return [
    ...unknown.map((name) => {
      const known = meant.get(name) ?? names
      return {column: columns.indexOf(name), message: unknownColumn(name, known)}
    }),
    ...missing
      .filter((name) => ![...meant.values()].some((those) => those.includes(name)))
      .map((name) => ({column: 0, message: missingColumn(name, columns)})),
  ]
}

/** The missing columns that unknown ones may have been: those of a near name, else the one that belongs in its place. */
function meantColumns(
  unknown: readonly string[],
  missing: readonly string[],
  placed: (name: string) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const near = new Map(unknown.map((name) => [name, nearest(name, missing).slice(0, 1)]))
  const found = new Set([...near.values()].flat())
  return new Map(
    [...near].flatMap(([name, names]): [string, readonly string[]][] => {
      if (names.length > 0) return [[name, names]]
      const there = missing.find((each) => each === placed(name) && !found.has(each))
      return there === undefined ? [] : [[name, [there]]]
    }),
  )
}

function swappedColumns(columns: readonly string[], names: readonly string[]): Mistake[] {
  const column = columns.findIndex((name, index) => name !== names[index])
  return column === -1 ? [] : [{column, message: columnOrder(columns[column] ?? '', names[column] ?? '')}]
}

function allowsMore({fieldsMatch}: Resource): boolean {
  return fieldsMatch === 'subset' || fieldsMatch === 'partial'
}

/** An object of JSON may leave out what is missing. */
function allowsFewer({fieldsMatch, kind}: Resource): boolean {
  return kind === 'json' || fieldsMatch === 'superset' || fieldsMatch === 'partial'
}

function isOrdered({fieldsMatch, kind}: Resource): boolean {
  return (kind === 'csv' || kind === 'xlsx') && fieldsMatch === 'exact'
}
