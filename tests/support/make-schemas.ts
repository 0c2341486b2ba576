import {toJsonSchema, type ConversionConfig, type JsonSchema} from '@valibot/to-json-schema'
import type {GenericSchema} from 'valibot'
import {optionOf, options, type OptionName} from '../../src/commands/options.ts'
import {settingsSchema} from '../../src/commands/settings-schema.ts'
import {definitionForms} from '../../src/sources/definition-forms.ts'
import {besideSchema, styleSchema, viewSchema} from '../../src/sources/definitions-schema.ts'
import {frontMatterSchema} from '../../src/sources/front-matter-schema.ts'
import {manifestSchema} from '../../src/sources/manifest-schema.ts'
import {packageSchema, resourceSchema} from '../../src/sources/package-schema.ts'
import {ruleForms} from '../../src/sources/rule-forms.ts'

type Node = JsonSchema & Record<string, unknown>

/**
 * The JSON Schemas of the files that an author writes, for editors: made from the very schemas that the program checks
 * them with. What only the program can check, as that a date exists, is left out; shorthands that it writes out before
 * are added.
 *
 * @returns by file name in schemas/
 */
export function makeSchemas(): Readonly<Record<string, Node>> {
  return {
    'front-matter.schema.json': named('Front matter of a brief', frontMatter()),
    'values.schema.json': named('values.yaml: named values and views of a brief', values()),
    'datapackage.schema.json': named('datapackage.json: the tables of a brief (Data Package v2)', dataPackage()),
    'template.schema.json': named('template.json: a template', schemaOf(manifestSchema)),
    'settings.schema.json': named('brief.config: the settings of a project', settings()),
  }
}

const config: ConversionConfig = {
  target: 'draft-07',
  typeMode: 'ignore',
  errorMode: 'ignore',
  // `isMap`, which valibot's own objects do not ask: they take lists too.
  overrideSchema: ({valibotSchema, jsonSchema}) => (valibotSchema.type === 'custom' ? {type: 'object'} : jsonSchema),
}

function schemaOf(schema: GenericSchema): Node {
  const {$schema: _schema, ...rest} = flattened(toJsonSchema(schema, config)) as Node
  return rest
}

/** `allOf` of a bare object and a whole one says no more than the whole one. */
function flattened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flattened)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, flattened(part)]))
  const {allOf, ...own} = entries
  return Array.isArray(allOf) ? Object.assign({}, own, ...(allOf as object[])) : entries
}

function named(title: string, schema: Node): Node {
  return {$schema: 'http://json-schema.org/draft-07/schema#', title, ...schema}
}

/** A name may stand for an author, one author for a list of one, a number for what looks like one. */
function frontMatter(): Node {
  const schema = schemaOf(frontMatterSchema)
  const properties = schema.properties as Record<string, Node>
  const author = properties['authors']?.items as Node
  const one = {anyOf: [{type: 'string'}, author]}
  return {
    ...schema,
    properties: {
      ...properties,
      authors: {anyOf: [one, {type: 'array', items: one}]},
      keywords: {anyOf: [{type: 'string'}, properties['keywords']]},
      ...Object.fromEntries(
        ['date', 'updated', 'version', 'number', 'doi'].map((name) => [
          name,
          {...properties[name], type: ['string', 'number']},
        ]),
      ),
    },
  } as Node
}

/** With what `--help` says of each option. */
function settings(): Node {
  const schema = schemaOf(settingsSchema)
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const option = Object.hasOwn(options, name) ? optionOf(name as OptionName) : undefined
    return [name, {...(property as object), ...(option && {description: option.help})}]
  })
  return {...schema, properties: Object.fromEntries(properties) as Record<string, Node>}
}

function values(): Node {
  const beside = schemaOf(besideSchema)
  const forms = Object.entries(definitionForms).map(([name, {expected}]) => [name, {description: `Takes ${expected}`}])
  const value = {
    ...beside,
    properties: {...Object.fromEntries(forms), ...(beside.properties as object)},
    anyOf: Object.keys(definitionForms).map((form) => ({required: [form]})),
  }
  const rule = {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        Object.entries(ruleForms).map(([name, {expected}]) => [name, {description: `Takes ${expected}`}]),
      ),
      within: {type: 'number', minimum: 0},
    },
    anyOf: Object.keys(ruleForms).map((form) => ({required: [form]})),
    additionalProperties: false,
  }
  const map = (schema: unknown): object => ({type: 'object', additionalProperties: schema})
  return {
    type: 'object',
    properties: {values: map(value), views: map(schemaOf(viewSchema)), rules: map(rule), style: schemaOf(styleSchema)},
    additionalProperties: false,
  }
}

function dataPackage(): Node {
  const schema = schemaOf(packageSchema)
  const properties = schema.properties as Record<string, Node>
  return {
    ...schema,
    properties: {...properties, resources: {...properties['resources'], items: schemaOf(resourceSchema)}},
  }
}
