import * as v from 'valibot'
import type {VFile} from 'vfile'
import {boundType, duplicateField, outsidePath, sourceTodo, unsupportedFile} from '../messages/packages.ts'
import {report} from '../messages/message.ts'
import type {Field} from '../model/data.ts'
import {expectedCell, maybeCell} from './maybe-cell.ts'
import {resourceSchema, type FieldInput, type ResourceInput} from './package-schema.ts'
import type {Path, Placed} from './placed.ts'
import {reportIssues} from './report-issues.ts'
import type {CellReading, Constraints, Resource, ResourceField} from './resource.ts'
import {toSource} from './to-source.ts'

export interface ResourceContext {
  readonly index: number
  readonly placed: Placed
  readonly file: VFile
  /** Those of the package, for a resource without its own. */
  readonly sources: readonly {readonly title?: string; readonly path?: string}[]
}

/**
 * One resource of the data package. What is wrong is reported on datapackage.json.
 *
 * @returns undefined when the resource cannot be used
 */
export function validateResource(input: unknown, context: ResourceContext): Resource | undefined {
  const {index, placed, file} = context
  const base = ['resources', index]
  const result = v.safeParse(resourceSchema, input)
  if (!result.success) {
    reportIssues(result.issues, {file, placed, owner: 'resource', schema: resourceSchema, base})
    return undefined
  }
  const at: Resource['at'] = (path) => placed.at([...base, ...path])
  const kind = validatePath(result.output.path, (message) => report(file, at(['path']), message))
  return kind && toResource(result.output, {...context, at, kind})
}

function validatePath(
  path: string,
  tell: (message: ReturnType<typeof outsidePath>) => void,
): Resource['kind'] | undefined {
  const isInside =
    !/^[a-z][a-z\d+.-]*:|^\/|\\/i.test(path) && !path.split('/').some((step) => step === '..' || step === '')
  if (!isInside) {
    tell(outsidePath(path))
    return undefined
  }
  if (/\.(?:csv|tsv)$/i.test(path)) return 'csv'
  if (/\.json$/i.test(path)) return 'json'
  if (/\.xlsx$/i.test(path)) return 'xlsx'
  if (/\.parquet$/i.test(path)) return 'parquet'
  tell(unsupportedFile(path))
  return undefined
}

type Described = ResourceContext & Pick<Resource, 'at' | 'kind'>

function toResource(input: ResourceInput, {at, kind, file, sources}: Described): Resource {
  reportTodos(input, {file, at})
  const {name, title, description, path, dialect, schema, asOf} = input
  return {
    name,
    title: title ?? name,
    ...(description === undefined ? {} : {description}),
    path: path.replace(/^(?:\.\/)+/, ''),
    kind,
    delimiter: dialect?.delimiter,
    quote: dialect?.quoteChar ?? '"',
    sheet: dialect?.sheetName ?? dialect?.sheetNumber,
    fields: toFields(schema.fields, {input, file, at}),
    fieldsMatch: schema.fieldsMatch,
    missingValues: schema.missingValues,
    primaryKey: schema.primaryKey,
    uniqueKeys: schema.uniqueKeys,
    foreignKeys: schema.foreignKeys.map(({fields, reference}) => ({
      fields,
      resource: reference.resource === undefined || reference.resource === '' ? name : reference.resource,
      reference: reference.fields,
    })),
    sources: (input.sources ?? sources).map(toSource),
    ...(asOf === undefined ? {} : {asOf}),
    at,
  }
}

/** Whoever describes a file by looking at it cannot know where its figures are from. */
function reportTodos({sources = []}: ResourceInput, {file, at}: Pick<FieldContext, 'file' | 'at'>): void {
  for (const [index, {title = ''}] of sources.entries()) {
    if (/^TODO\b/.test(title)) report(file, at(['sources', index, 'title']), sourceTodo(title))
  }
}

interface FieldContext {
  readonly input: ResourceInput
  readonly file: VFile
  readonly at: Resource['at']
}

function toFields(fields: readonly FieldInput[], {input, file, at}: FieldContext): readonly ResourceField[] {
  return fields.map((field, index) => {
    const path = ['schema', 'fields', index]
    if (fields.findIndex(({name}) => name === field.name) < index) {
      report(file, at([...path, 'name']), duplicateField(field.name, input.name))
    }
    const reading = {...toReading(field), missingValues: field.missingValues ?? input.schema.missingValues}
    const constraints = toConstraints(field.constraints, reading, (name, value) =>
      report(file, at([...path, 'constraints', ...name]), boundType(String(value), expectedCell[field.type])),
    )
    return {field: toField(field), reading, constraints}
  })
}

function toField({name, type, title, group, unit, format, description}: FieldInput): Field {
  return {
    name,
    type,
    title: title ?? name,
    ...(group === undefined ? {} : {group}),
    ...(unit === undefined ? {} : {unit}),
    // Table Schema's own word for "nothing special".
    ...(format === undefined || format === 'default' ? {} : {format}),
    ...(description === undefined ? {} : {description}),
  }
}

function toReading({
  type,
  decimalChar,
  groupChar,
  trueValues,
  falseValues,
}: FieldInput): Omit<CellReading, 'missingValues'> {
  return {type, decimalChar, groupChar, trueValues, falseValues}
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const

/** Bounds and choices become cells of the field's type, so that they compare with its cells. */
function toConstraints(
  input: FieldInput['constraints'],
  reading: CellReading,
  tell: (path: Path, value: unknown) => void,
): Constraints {
  // Constraints are written as JSON, whatever the file's decimal character is.
  const plain = {...reading, decimalChar: '.', groupChar: undefined}
  const cellOf = (value: string | number | boolean, path: Path): string | number | boolean | undefined => {
    const cell = maybeCell(value, plain)
    if (cell === undefined) tell(path, value)
    return cell ?? undefined
  }
  const bounds = BOUNDS.flatMap((name) => {
    const value = input[name]
    const cell = value === undefined ? undefined : cellOf(value, [name])
    return cell === undefined ? [] : [[name, cell]]
  })
  const {required, unique, pattern, minLength, maxLength} = input
  const choices = input.enum?.flatMap((value, index) => cellOf(value, ['enum', index]) ?? [])
  return {
    required,
    unique,
    ...Object.fromEntries(bounds),
    ...(choices === undefined ? {} : {enum: choices}),
    ...(pattern === undefined ? {} : {pattern}),
    ...(minLength === undefined ? {} : {minLength}),
    ...(maxLength === undefined ? {} : {maxLength}),
  }
}
