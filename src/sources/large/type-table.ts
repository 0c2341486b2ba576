import type {Cell} from '../../model/data.ts'
import {decimalOf} from '../../values/decimal.ts'
import {quotedName, quotedText, rowsOf} from '../../values/store.ts'
import {NUMBER, type JudgedColumn} from './judge-columns.ts'
import {rawColumn, rawName, type RawTable} from './read-raw.ts'

/**
 * Makes the table of a resource from its raw texts, in their order, with the types that `loadTable` gives small ones.
 * Wrong cells are missing in it, as in those.
 */
export async function typeTable(raw: RawTable, judged: readonly (JudgedColumn | undefined)[]): Promise<void> {
  const {resource, store} = raw
  const table = quotedName(resource.name)
  const types = await Promise.all(judged.map((column) => typeOf(raw, column)))
  const cells = resource.fields.map(({field}, index) => {
    const column = judged[index]
    return `${column === undefined ? 'NULL::VARCHAR' : cellOf(column, types[index] ?? '')} AS ${quotedName(field.name)}`
  })
  await store.connection.run(`CREATE TABLE ${table} AS SELECT ${cells.join(', ')} FROM ${rawName}`)
  for (const [index, column] of judged.entries()) {
    if (column !== undefined) await setOdd(raw, column, types[index] ?? 'VARCHAR')
  }
}

function cellOf({field, column, isPlain, cell}: JudgedColumn, type: string): string {
  const text = rawColumn(column)
  if (field.reading.type !== 'string') return `CASE WHEN ${isPlain} THEN ${cell(type)} END`
  const {missingValues} = field.reading
  return missingValues.length === 0
    ? text
    : `CASE WHEN ${text} IN (${missingValues.map(quotedText).join(', ')}) THEN NULL ELSE ${text} END`
}

/** Cells whose texts the database does not pass by itself; of texts, only those that are wrong. */
async function setOdd({resource, store}: RawTable, judged: JudgedColumn, type: string): Promise<void> {
  const {field, column, odd, wrong} = judged
  const isText = field.reading.type === 'string'
  const pairs: readonly (readonly [string, Cell])[] = isText
    ? [...wrong.keys()].map((text) => [text, null])
    : [...odd].filter(([, cell]) => cell !== null)
  if (pairs.length === 0) return
  const {connection} = store
  await connection.run(`CREATE TABLE "odd texts of a file" (text VARCHAR, cell ${type})`)
  for (let start = 0; start < pairs.length; start += 1000) {
    const rows = pairs.slice(start, start + 1000).map(([text, cell]) => `(${quotedText(text)}, ${literal(cell)})`)
    await connection.run(`INSERT INTO "odd texts of a file" VALUES ${rows.join(', ')}`)
  }
  const table = quotedName(resource.name)
  await connection.run(
    `UPDATE ${table} SET ${quotedName(field.field.name)} = "odd texts of a file".cell FROM "odd texts of a file", ${rawName} AS raw ` +
      `WHERE raw.rowid = ${table}.rowid AND raw.${rawColumn(column)} = "odd texts of a file".text`,
  )
  await connection.run('DROP TABLE "odd texts of a file"')
}

function literal(cell: Cell): string {
  return typeof cell === 'string' ? quotedText(cell) : String(cell)
}

async function typeOf(raw: RawTable, judged: JudgedColumn | undefined): Promise<string> {
  if (judged === undefined) return 'VARCHAR'
  const {type} = judged.field.reading
  if (type === 'integer' || type === 'year') return 'BIGINT'
  if (type === 'number') return await numberType(raw, judged)
  if (type === 'boolean') return 'BOOLEAN'
  return type === 'date' ? 'DATE' : 'VARCHAR'
}

/** Decimal where eighteen digits hold every cell, so that sums are exact; else binary. */
async function numberType({store}: RawTable, {isPlain, cell, odd}: JudgedColumn): Promise<string> {
  const digits = `rtrim(CAST(${cell(NUMBER)} AS VARCHAR), '0')`
  const [[plainScale = 0, plainWhole = 0] = []] = await rowsOf(
    store,
    `SELECT max(length(split_part(${digits}, '.', 2))), max(length(split_part(${digits}, '.', 1))) FROM ${rawName} WHERE ${isPlain}`,
  )
  const decimals = [...odd.values()].filter((each) => typeof each === 'number').map(decimalOf)
  const scale = decimals.reduce((most, each) => Math.max(most, each.scale), Number(plainScale))
  const whole = decimals.reduce(
    (most, each) => Math.max(most, String(each.digits).replace('-', '').length - each.scale),
    Number(plainWhole),
  )
  return whole + scale > 18 ? 'DOUBLE' : `DECIMAL(18, ${scale})`
}
