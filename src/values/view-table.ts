import {formatNames, isFormat} from './format.ts'
import {valuesUnknownField, valuesUnknownFormat} from '../messages/values.ts'
import type {Field, FieldType, Row, Source, Table} from '../model/data.ts'
import type {ViewDefinition, ViewField} from '../model/values.ts'
import type {QueryResult} from './database.ts'
import type {SqlEvaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
import {namesRead} from './run-sql.ts'

/**
 * A view's result as a table. What a column is comes from the view's own `fields`, else from the column of the same
 * name of a table that the view reads, else from its name; sources and as-of date come from the tables read.
 */
export function viewTable(evaluation: SqlEvaluation, view: ViewDefinition, result: QueryResult): Table {
  reportFields(evaluation, view, result)
  const {tables, definitions} = evaluation
  const names = namesRead(evaluation, view.sql)
  const read = [...tables.values()].filter((table) => names.includes(table.name))
  const asOf = commonDate(read)
  const file = view.file ?? definitions.file
  return {
    name: view.name,
    title: view.title ?? prettified(view.name),
    fields: result.columns.map(({name, type}) => viewField(name, type, {view, read})),
    rows: result.rows.map((row): Row => Object.fromEntries(result.columns.map(({name}, i) => [name, row[i] ?? null]))),
    ...maybeMissing(view, result),
    sources: view.source === undefined ? union(read) : [{title: view.source}],
    ...(asOf !== undefined && {asOf}),
    ...(file !== undefined && {path: file.path}),
  }
}

function viewField(
  name: string,
  type: FieldType,
  {view, read}: {readonly view: ViewDefinition; readonly read: readonly Table[]},
): Field {
  const same = read.flatMap((table) => table.fields).find((field) => field.name === name && alike(field.type, type))
  return {title: prettified(name), type, ...same, ...maybeOwn(view, name), name}
}

function maybeOwn(view: ViewDefinition, name: string): Partial<Field> {
  const {missing: _, ...field} = fieldOf(view, name)
  return field
}

function fieldOf({fields}: ViewDefinition, name: string): ViewField {
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? {}
}

/** The marks of the missing cells of columns that have one. */
function maybeMissing(view: ViewDefinition, {columns, rows}: QueryResult): Pick<Table, 'missing'> {
  const marks = columns.flatMap(({name}, column) => {
    const {missing} = fieldOf(view, name)
    if (missing === undefined) return []
    return rows.flatMap((row, index) => ((row[column] ?? null) === null ? [[`${index}:${name}`, missing]] : []))
  })
  return marks.length === 0 ? {} : {missing: Object.fromEntries(marks)}
}

/** Whether a column of the database's type can still be what the resource says: years come back as integers. */
function alike(declared: FieldType, type: FieldType): boolean {
  if (declared === type) return true
  if (type === 'integer') return declared === 'year' || declared === 'number'
  if (type === 'number') return declared === 'integer'
  return type === 'string' && (declared === 'year' || declared === 'yearmonth')
}

function reportFields({report}: SqlEvaluation, view: ViewDefinition, {columns}: QueryResult): void {
  const names = columns.map((column) => column.name)
  for (const [name, field] of Object.entries(view.fields)) {
    if (!names.includes(name)) report(placeIn(view, ['fields', name]), valuesUnknownField(name, view.name, names))
    if (field.format !== undefined && !isFormat(field.format)) {
      report(placeIn(view, ['fields', name, 'format']), valuesUnknownFormat(field.format, formatNames))
    }
  }
}

/** `killed_after` reads "Killed after". */
function prettified(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function union(tables: readonly Table[]): readonly Source[] {
  const sources = tables.flatMap((table) => table.sources)
  return sources.filter(
    (source, index) =>
      sources.findIndex((other) => other.title === source.title && other.path === source.path) === index,
  )
}

function commonDate(tables: readonly Table[]): string | undefined {
  const dates = new Set(tables.map((table) => table.asOf))
  return dates.size === 1 ? [...dates][0] : undefined
}
