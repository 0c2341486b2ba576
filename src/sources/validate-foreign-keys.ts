import {cellReference} from '../messages/data.ts'
import type {Row} from '../model/data.ts'
import {createProblems} from './problems.ts'
import {reportReferences} from './large/report-references.ts'
import type {ForeignKey, Resource} from './resource.ts'
import type {Store} from '../values/store.ts'
import type {ValidatedRows} from './validate-rows.ts'

/** Reports cells that refer to a row of another resource, or of their own, that is not there. */
export async function validateForeignKeys(
  resources: readonly Resource[],
  tables: ReadonlyMap<string, ValidatedRows>,
  store?: Store,
): Promise<void> {
  for (const resource of resources) {
    for (const key of resource.foreignKeys) {
      const from = tables.get(resource.name)
      const to = tables.get(key.resource)
      // Without the rows of either there is nothing to compare; their file has its message, and so has a key that names no
      // fields.
      if (!hasRows(from) || !hasRows(to)) continue
      if (!fits(key, {from, to})) continue
      const isLarge = from.table.size !== undefined || to.table.size !== undefined
      if (store !== undefined && isLarge) await reportReferences(store, {resource, key, from, to})
      else reportBroken(key, resource, {from, to})
    }
  }
}

function hasRows(rows: ValidatedRows | undefined): rows is ValidatedRows {
  return rows?.records !== undefined && rows.columnOf.length > 0
}

interface Ends {
  readonly from: ValidatedRows
  readonly to: ValidatedRows
}

function fits({fields, reference}: ForeignKey, {from, to}: Ends): boolean {
  const has = ({table}: ValidatedRows, names: readonly string[]): boolean =>
    names.every((name) => table.fields.some((field) => field.name === name))
  return fields.length === reference.length && has(from, fields) && has(to, reference)
}

function reportBroken(key: ForeignKey, resource: Resource, {from, to}: Ends): void {
  const problems = createProblems(from.file)
  const known = new Map(to.table.rows.map((row) => [keyOf(row, key.reference), row]))
  const column = from.columnOf[resource.fields.findIndex(({field}) => field.name === key.fields[0])] ?? -1
  const target = {
    name: `${key.resource}.${key.reference.join(', ')}`,
    known: [...known.values()].slice(0, 1000).map((row) => shown(row, key.reference)),
  }
  for (const [index, row] of from.table.rows.entries()) {
    if (key.fields.some((name) => (row[name] ?? null) === null) || known.has(keyOf(row, key.fields))) continue
    const place = {row: from.records?.numberOf(index) ?? index + 1, column: key.fields.join(', ')}
    problems.add(
      () => from.records?.placeOf(index, column),
      () => cellReference(shown(row, key.fields), place, target),
    )
  }
  problems.finish()
}

function keyOf(row: Row, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => row[name] ?? null))
}

function shown(row: Row, names: readonly string[]): string {
  return names.map((name) => String(row[name] ?? '')).join(', ')
}
