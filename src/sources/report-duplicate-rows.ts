import {cellDuplicate, cellMissing} from '../messages/data.ts'
import type {Row} from '../model/data.ts'
import type {Problems} from './problems.ts'
import type {Resource} from './resource.ts'
import {isMissing, type RecordColumns} from './type-rows.ts'

export interface KeyedRows extends RecordColumns {
  readonly rows: readonly Row[]
}

/** Reports rows that repeat the primary key, a unique key or a unique field of another, and rows without their key. */
export function reportDuplicateRows(resource: Resource, keyed: KeyedRows, problems: Problems): void {
  for (const key of keysOf(resource)) reportKey(key, {...keyed, resource, problems})
}

/** The keys of a resource whose cells no two rows share, each once; the primary key is the resource's own list. */
export function keysOf(resource: Resource): readonly (readonly string[])[] {
  const unique = resource.fields.filter(({constraints}) => constraints.unique).map(({field}) => [field.name])
  const keys = [...(resource.primaryKey.length > 0 ? [resource.primaryKey] : []), ...resource.uniqueKeys, ...unique]
  const names = resource.fields.map(({field}) => field.name)
  // A key that names no field has its message.
  const known = keys.filter((key) => key.every((name) => names.includes(name)))
  const written = known.map((key) => key.join('\0'))
  return known.filter((_, index) => written.indexOf(written[index] ?? '') === index)
}

interface KeyInput extends KeyedRows {
  readonly resource: Resource
  readonly problems: Problems
}

function reportKey(key: readonly string[], {resource, records, columnOf, rows, problems}: KeyInput): void {
  const first = new Map<string, number>()
  const indexes = key.map((name) => resource.fields.findIndex(({field}) => field.name === name))
  const column = columnOf[indexes[0] ?? -1] ?? -1
  for (const [index, row] of rows.entries()) {
    const cells = key.map((name) => row[name] ?? null)
    const place = {row: records.numberOf(index), column: key.join(', ')}
    if (cells.includes(null)) {
      if (key === resource.primaryKey) reportLacking(index, indexes, {resource, records, columnOf, problems})
      continue
    }
    const written = JSON.stringify(cells)
    const earlier = first.get(written)
    if (earlier === undefined) first.set(written, index)
    else {
      problems.add(
        () => records.placeOf(index, column),
        () => cellDuplicate(cells.join(', '), place, records.numberOf(earlier)),
      )
    }
  }
}

/** Reports the empty cells of a row's key, but for those that have a message: as `required`, or of a wrong type. */
function reportLacking(
  row: number,
  indexes: readonly number[],
  {resource, records, columnOf, problems}: Omit<KeyInput, 'rows'>,
): void {
  for (const index of indexes) {
    const field = resource.fields[index]
    const column = columnOf[index] ?? -1
    if (!field || field.constraints.required || !isMissing(records.rows[row]?.[column], field.reading)) continue
    const place = {row: records.numberOf(row), column: field.field.name}
    problems.add(
      () => records.placeOf(row, column),
      () => cellMissing(place, 'primaryKey'),
    )
  }
}
