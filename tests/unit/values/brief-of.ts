import {VFile} from 'vfile'
import type {Brief} from '../../../src/model/brief.ts'
import type {Field, FieldType, Row, Table} from '../../../src/model/data.ts'
import type {ValueDefinition, ViewDefinition} from '../../../src/model/values.ts'

/** A table with the given columns, each `name:type` or `name:type:format`. */
export function tableOf(name: string, columns: string, rows: readonly (readonly Row[string][])[]): Table {
  const fields = columns.split(' ').map((column): Field => {
    const [field = '', type = 'string', format] = column.split(':')
    return {name: field, type: type as FieldType, title: field, ...(format !== undefined && {format})}
  })
  return {
    name,
    title: name,
    fields,
    rows: rows.map((row) => Object.fromEntries(fields.map((field, index) => [field.name, row[index] ?? null]))),
    sources: [{title: `Source of ${name}`}],
    asOf: '2022-08-14',
  }
}

interface Definitions {
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly views?: Readonly<Record<string, {readonly sql: string} & Partial<ViewDefinition>>>
  readonly tables?: readonly Table[]
}

/** A brief with values as they stand in values.yaml, the n-th on line n. */
export function briefOf({values = {}, views = {}, tables = []}: Definitions): Brief & {readonly valuesFile: VFile} {
  const valuesFile = new VFile({path: 'data/x/values.yaml', value: ''})
  const definitions = Object.entries(values).map(([name, value], index): [string, ValueDefinition] => {
    const {where = {}, format, unit, ...rest} = value
    const [form = '', argument] = Object.entries(rest)[0] ?? []
    const beside = {...(typeof format === 'string' && {format}), ...(typeof unit === 'string' && {unit})}
    const place = {line: index + 1, column: 1}
    return [name, {name, place, form, argument, where: where as ValueDefinition['where'], ...beside}]
  })
  const viewDefinitions = Object.entries(views).map(([name, view], index): [string, ViewDefinition] => [
    name,
    {name, place: {line: index + 101, column: 1}, fields: {}, ...view},
  ])
  return {
    name: 'x',
    narrative: new VFile({path: 'content/x/brief.md', value: ''}),
    frontMatter: {
      title: 'X',
      authors: [],
      lang: 'en',
      keywords: [],
      abbreviations: {},
      numberSections: 2,
      template: 'default',
      options: {},
    },
    at: () => undefined,
    body: '',
    bodyLine: 1,
    data: {file: new VFile({path: 'data/x/datapackage.json', value: '{}'}), licenses: [], sources: [], tables},
    definitions: {file: valuesFile, values: new Map(definitions), views: new Map(viewDefinitions)},
    charts: new Map(),
    images: new Map(),
    valuesFile,
  }
}

/** The messages of a file as `line id`. */
export function said(file: VFile): string[] {
  return file.messages.map((message) => `${message.line ?? '-'} ${message.ruleId}`)
}
