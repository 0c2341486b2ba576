import type {OwnField, OwnTable, TableShape} from './own-table.ts'

/** More bars than this are no longer seen at once. */
const mostBars = 12

/** What values, views and the chart of a table begin with. */
export interface OwnQueries {
  /** The table or view that the chart draws. */
  readonly drawn: string
  /** A view that the chart needs, as SQL. */
  readonly view?: {readonly name: string; readonly sql: string}
  /** Values by name, with what they are in words. */
  readonly values: readonly {readonly name: string; readonly sql: string; readonly format: string}[]
  /** A sentence of the brief. */
  readonly sentence: string
}

/** Rules and a sentence that fit the table: of a figure, whose it is and as of when. */
export function queriesOf({resource, shape, rows}: OwnTable): OwnQueries {
  const table = quoted(resource.name)
  if (shape.kind === 'time') return timeQueries(shape, {name: resource.name, table})
  if (shape.kind === 'wide') return wideQueries(shape, table)
  if (shape.kind === 'plain') return {drawn: resource.name, values: [], sentence: 'The table has {{rows}} rows.'}
  return sumQueries(shape, {name: resource.name, table, rows})
}

/** A row for each name and year, as a chart reads it. */
function wideQueries({names, years, measure}: Extract<TableShape, {kind: 'wide'}>, table: string): OwnQueries {
  const parts = years.map(
    ({name}) => `SELECT ${quoted(names.name)} AS name, ${name} AS year, ${quoted(name)} AS figure FROM ${table}`,
  )
  return {
    ...nameQueries({names: quoted(names.name), measure, from: table}),
    view: {name: 'by-year', sql: parts.join(' UNION ALL ')},
    drawn: 'by-year',
    sentence: `In ${measure.name} the highest figure was {{highest}}, of {{highest-name}}.`,
  }
}

/** Names that come again are summed; of periods the last one counts. */
function sumQueries(
  {names, measure, time}: Extract<TableShape, {kind: 'names'}>,
  {name, table, rows}: {readonly name: string; readonly table: string; readonly rows: number},
): OwnQueries {
  const where =
    time === undefined ? '' : ` WHERE ${quoted(time.name)} = (SELECT max(${quoted(time.name)}) FROM ${table})`
  const sum = `SELECT ${quoted(names.name)}, sum(${quoted(measure.name)}) AS ${quoted(measure.name)} FROM ${table}${where} GROUP BY ${quoted(names.name)}`
  const period = time === undefined ? [] : [lastOf(time, table)]
  const found = nameQueries({names: quoted(names.name), measure, from: `(${sum})`})
  const needsView = rows > mostBars || time !== undefined || !isKey(names)
  return {
    values: [...period, ...found.values],
    ...(needsView && {
      view: {name: 'largest', sql: `${sum} ORDER BY ${quoted(measure.name)} DESC NULLS LAST LIMIT ${mostBars}`},
    }),
    drawn: needsView ? 'largest' : name,
    sentence: `*${measure.title}* is highest for {{highest-name}}, with {{highest}}${time === undefined ? '' : ' ({{last-period}})'}.`,
  }
}

function timeQueries(
  {time, measure, series}: Extract<OwnTable['shape'], {kind: 'time'}>,
  {name, table}: {readonly name: string; readonly table: string},
): OwnQueries {
  const [when, figure] = [quoted(time.name), quoted(measure.name)]
  const last = `${when} = (SELECT max(${when}) FROM ${table})`
  const order = `ORDER BY ${figure} DESC NULLS LAST LIMIT 1`
  if (series !== undefined) {
    const found = nameQueries({names: quoted(series.name), measure, from: `(SELECT * FROM ${table} WHERE ${last})`})
    const sentence = `*${measure.title}* was highest for {{highest-name}}, with {{highest}} ({{last-period}}).`
    return {drawn: name, values: [lastOf(time, table), ...found.values], sentence}
  }
  const format = formatOf(measure)
  return {
    drawn: name,
    values: [
      lastOf(time, table),
      {name: 'latest', sql: `SELECT ${figure} FROM ${table} WHERE ${last}`, format},
      {name: 'highest', sql: `SELECT ${figure} FROM ${table} ${order}`, format},
      {name: 'highest-period', sql: `SELECT ${when} FROM ${table} ${order}`, format: periodFormat(time)},
    ],
    sentence: `The last figure for *${measure.title}* is {{latest}} ({{last-period}}), the highest {{highest}} ({{highest-period}}).`,
  }
}

function nameQueries({
  names,
  measure,
  from,
}: {
  names: string
  measure: OwnField
  from: string
}): Pick<OwnQueries, 'values'> {
  const order = `ORDER BY ${quoted(measure.name)} DESC NULLS LAST LIMIT 1`
  return {
    values: [
      {name: 'highest', sql: `SELECT ${quoted(measure.name)} FROM ${from} ${order}`, format: formatOf(measure)},
      {name: 'highest-name', sql: `SELECT ${names} FROM ${from} ${order}`, format: 'text'},
    ],
  }
}

function lastOf(time: OwnField, table: string): OwnQueries['values'][number] {
  return {name: 'last-period', sql: `SELECT max(${quoted(time.name)}) FROM ${table}`, format: periodFormat(time)}
}

function periodFormat({type}: OwnField): string {
  if (type === 'year') return 'year'
  return type === 'date' ? 'date' : 'month-year'
}

/** Whole numbers stay whole; the others are written to the places that a reader keeps in mind. */
function formatOf({type}: OwnField): string {
  return type === 'integer' ? 'integer' : 'decimal'
}

function isKey({constraints}: OwnField): boolean {
  return constraints?.unique === true
}

function quoted(name: string): string {
  return `"${name}"`
}
