import {cellDuplicate, cellMissing} from '../messages/data.ts'
import type {Row} from '../model.ts'
import type {Problems} from './problems.ts'
import type {Resource} from './resource.ts'
import type {RecordColumns} from './type-rows.ts'

export interface KeyedRows extends RecordColumns {
  readonly rows: readonly Row[]
}

/** Reports rows that repeat the primary key, a unique key or a unique field of another, and rows without their key. */
export function reportDuplicateRows(resource: Resource, keyed: KeyedRows, problems: Problems): void {
  const unique = resource.fields.filter(({constraints}) => constraints.unique).map(({field}) => [field.name])
  const keys = [...(resource.primaryKey.length > 0 ? [resource.primaryKey] : []), ...resource.uniqueKeys, ...unique]
  const distinct = [...new Map(keys.map((key) => [key.join('\0'), key])).values()]
  for (const key of distinct) reportKey(key, {...keyed, resource, problems})
}

interface KeyInput extends KeyedRows {
  readonly resource: Resource
  readonly problems: Problems
}

function reportKey(key: readonly string[], {resource, records, columnOf, rows, problems}: KeyInput): void {
  const first = new Map<string, number>()
  const column = columnOf[resource.fields.findIndex(({field}) => field.name === key[0])] ?? -1
  for (const [index, row] of rows.entries()) {
    const cells = key.map((name) => row[name] ?? null)
    const place = {row: records.numberOf(index), column: key.join(', ')}
    if (cells.includes(null)) {
      if (key === resource.primaryKey) problems.add(() => records.placeOf(index, column), cellMissing(place))
      continue
    }
    const written = JSON.stringify(cells)
    const earlier = first.get(written)
    if (earlier === undefined) first.set(written, index)
    else {
      const shown = cells.join(', ')
      problems.add(() => records.placeOf(index, column), cellDuplicate(shown, place, records.numberOf(earlier)))
    }
  }
}
