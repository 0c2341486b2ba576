import {cellReference} from '../../messages/data.ts'
import type {FieldType} from '../../model/data.ts'
import {loadOnce} from '../../values/load-table.ts'
import {quotedName, rowsOf, type Store} from '../../values/store.ts'
import {createProblems} from '../problems.ts'
import type {ForeignKey, Resource} from '../resource.ts'
import type {ValidatedRows} from '../validate-rows.ts'
import {FIRST} from './report-cells.ts'

export interface References {
  readonly resource: Resource
  readonly key: ForeignKey
  readonly from: ValidatedRows
  readonly to: ValidatedRows
}

/** What `validateForeignKeys` does where one of the tables is in the database only; both must be there. */
export async function reportReferences(store: Store, {resource, key, from, to}: References): Promise<void> {
  for (const {table} of [from, to]) if (table.size === undefined) await loadOnce(store, table)
  const [here, there] = [quotedName(from.table.name), quotedName(to.table.name)]
  const whole = key.fields.map((name) => `f.${quotedName(name)} IS NOT NULL`).join(' AND ')
  const same = key.fields.map((name, index) => {
    const other = key.reference[index] ?? ''
    if (kindOf(typeOf(from, name)) !== kindOf(typeOf(to, other))) return 'false'
    const cast = (side: string): string => (kindOf(typeOf(from, name)) === 'text' ? `CAST(${side} AS VARCHAR)` : side)
    return `${cast(`f.${quotedName(name)}`)} = ${cast(`t.${quotedName(other)}`)}`
  })
  const broken = `FROM ${here} f WHERE ${whole} AND NOT EXISTS (SELECT 1 FROM ${there} t WHERE ${same.join(' AND ')})`
  const total = Number((await rowsOf(store, `SELECT count(*) ${broken}`))[0]?.[0] ?? 0)
  if (total === 0) return
  const cells = key.fields.map((name) => `CAST(f.${quotedName(name)} AS VARCHAR)`).join(', ')
  const rows = await rowsOf(store, `SELECT f.rowid, ${cells} ${broken} ORDER BY f.rowid LIMIT ${FIRST}`)
  const target = {name: `${key.resource}.${key.reference.join(', ')}`, known: await knownOf(store, {key, to})}
  const column = from.columnOf[resource.fields.findIndex(({field}) => field.name === key.fields[0])] ?? -1
  const problems = createProblems(from.file)
  const places = from.placesOf?.(rows.map(([row]) => ({row: Number(row), column})))
  for (const [index, [row, ...texts]] of rows.entries()) {
    const number = Number(row)
    const place = {row: from.records?.numberOf(number) ?? number + 1, column: key.fields.join(', ')}
    problems.add(
      () => (places === undefined ? from.records?.placeOf(number, column) : places[index]),
      () => cellReference(texts.map(String).join(', '), place, target),
    )
  }
  problems.count(total - rows.length)
  problems.finish()
}

async function knownOf(store: Store, {key, to}: Pick<References, 'key' | 'to'>): Promise<readonly string[]> {
  const cells = key.reference.map((name) => quotedName(name))
  const rows = await rowsOf(
    store,
    `SELECT ${cells.map((cell) => `CAST(${cell} AS VARCHAR)`).join(', ')} FROM ${quotedName(to.table.name)} ` +
      `GROUP BY ALL ORDER BY min(rowid) LIMIT 1000`,
  )
  return rows.map((texts) => texts.map((text) => String(text ?? '')).join(', '))
}

function typeOf({table}: ValidatedRows, name: string): FieldType {
  return table.fields.find((field) => field.name === name)?.type ?? 'string'
}

function kindOf(type: FieldType): 'number' | 'boolean' | 'text' {
  if (type === 'integer' || type === 'number' || type === 'year') return 'number'
  return type === 'boolean' ? 'boolean' : 'text'
}
