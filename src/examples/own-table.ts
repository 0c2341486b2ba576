import type {InferredResource} from '../sources/infer-resource.ts'

export type OwnField = InferredResource['schema']['fields'][number]

/** A table of the author's own, looked at for what a first chart of it can show. */
export interface OwnTable {
  readonly resource: InferredResource
  readonly rows: number
  readonly shape: TableShape
}

/**
 * - `time`: figures over time, of a few series where there are such
 * - `names`: figures of names, in the last period where there are periods
 * - `wide`: a column a year, behind a column of names
 * - `plain`: nothing that could be drawn at first sight
 */
export type TableShape =
  | {readonly kind: 'time'; readonly time: OwnField; readonly measure: OwnField; readonly series?: OwnField}
  | {readonly kind: 'names'; readonly names: OwnField; readonly measure: OwnField; readonly time?: OwnField}
  | {readonly kind: 'wide'; readonly names: OwnField; readonly years: readonly OwnField[]; readonly measure: OwnField}
  | {readonly kind: 'plain'}

export interface OwnRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** More lines than this in one chart cannot be told apart. */
const mostSeries = 7

/** Names that can stand in a rule, in SQL and in a chart as they are. */
const plain = /^[\p{L}\p{N}_ -]+$/u
const code = /(?:^|[ _-])(?:id|code|nr|no)$/i

/** What a first chart can show of a table. */
export function shapeOf({schema: {fields}}: InferredResource, table: OwnRows): TableShape {
  const usable = fields.filter(({name}) => plain.test(name))
  const texts = usable.filter(({type}) => type === 'string')
  const figures = usable.filter(({name, type}) => (type === 'integer' || type === 'number') && !code.test(name))
  const years = figures.filter(({name}) => /^(?:1[89]|20)\d\d$/.test(name))
  const [measure] = figures
  if (measure === undefined) return {kind: 'plain'}
  const [names] = texts
  if (names !== undefined && years.length > 1) return {kind: 'wide', names, years, measure: years.at(-1) ?? measure}
  const time = usable.find(({type}) => type === 'year' || type === 'yearmonth' || type === 'date')
  return overTime(time, {texts, measure, table}) ?? byName(names, time, measure)
}

function overTime(
  time: OwnField | undefined,
  {texts, measure, table}: {readonly texts: readonly OwnField[]; readonly measure: OwnField; readonly table: OwnRows},
): TableShape | undefined {
  if (time === undefined || distinct([time], table) < 2) return undefined
  if (distinct([time], table) === table.rows.length) return {kind: 'time', time, measure}
  const series = texts.find((text) => {
    const count = distinct([text], table)
    return count > 1 && count <= mostSeries && distinct([time, text], table) === table.rows.length
  })
  return series && {kind: 'time', time, measure, series}
}

function byName(names: OwnField | undefined, time: OwnField | undefined, measure: OwnField): TableShape {
  if (names === undefined) return {kind: 'plain'}
  return {kind: 'names', names, measure, ...(time && {time})}
}

function distinct(fields: readonly OwnField[], {columns, rows}: OwnRows): number {
  const places = fields.map(({name}) => columns.indexOf(name))
  return new Set(rows.map((row) => JSON.stringify(places.map((place) => row[place])))).size
}
