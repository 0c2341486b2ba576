import * as v from 'valibot'
import {isIsoDate} from './iso-date.ts'
import {isMap, listOf, name, openMap, text} from './shapes.ts'

// Data Package v2, as far as the program reads it. Other properties are allowed there, thus here.

export const fieldTypes = ['string', 'integer', 'number', 'boolean', 'date', 'year', 'yearmonth'] as const

const source = openMap({title: v.exactOptional(text), path: v.exactOptional(text)})

const license = v.pipe(
  openMap({name: v.exactOptional(text), title: v.exactOptional(text), path: v.exactOptional(text)}),
  v.check((entry) => entry.name !== undefined || entry.path !== undefined, 'a map with a `name` or a `path`'),
)

const bound = v.union([v.string(), v.number()], 'text or a number')
const count = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(0, 'a whole number'))
const flag = v.boolean('`true` or `false`')

const constraints = openMap({
  required: v.exactOptional(flag, false),
  unique: v.exactOptional(flag, false),
  minimum: v.exactOptional(bound),
  maximum: v.exactOptional(bound),
  exclusiveMinimum: v.exactOptional(bound),
  exclusiveMaximum: v.exactOptional(bound),
  enum: v.exactOptional(
    v.pipe(
      listOf(v.union([v.string(), v.number(), v.boolean()], 'text, a number, `true` or `false`')),
      v.minLength(1, 'a list that is not empty'),
    ),
  ),
  pattern: v.exactOptional(v.pipe(text, v.check(isPattern, 'a regular expression'))),
  minLength: v.exactOptional(count),
  maxLength: v.exactOptional(count),
})

const character = v.pipe(text, v.length(1, 'one character'))

/** `[""]`, `["", "[z]"]` or `[{"value": "[z]", "label": "not applicable"}]`, all as texts. */
const missingValues = listOf(
  v.pipe(
    v.union([v.string(), openMap({value: text})], 'text or a map with a `value`'),
    v.transform((marker) => (typeof marker === 'string' ? marker : marker.value)),
  ),
)

const field = openMap({
  // Rows are objects by field name, and this one is no name of theirs.
  name: v.pipe(name, v.notValue('__proto__', 'another name')),
  type: v.exactOptional(
    v.picklist(fieldTypes, `one of ${fieldTypes.map((type) => `\`${type}\``).join(', ')}`),
    'string',
  ),
  title: v.exactOptional(text),
  description: v.exactOptional(text),
  group: v.exactOptional(text),
  unit: v.exactOptional(text),
  format: v.exactOptional(text),
  decimalChar: v.exactOptional(character, '.'),
  groupChar: v.exactOptional(character),
  trueValues: v.exactOptional(listOf(text), ['true', 'True', 'TRUE', '1']),
  falseValues: v.exactOptional(listOf(text), ['false', 'False', 'FALSE', '0']),
  missingValues: v.exactOptional(missingValues),
  constraints: v.exactOptional(constraints, {required: false, unique: false}),
})

/** One name, or a list of them. */
const names = v.pipe(
  v.union([v.string(), v.array(v.string())], 'a name or a list of names'),
  v.transform((value): readonly string[] => (typeof value === 'string' ? [value] : value)),
)

const foreignKey = openMap({
  fields: names,
  reference: openMap({resource: v.exactOptional(text), fields: names}),
})

const schema = openMap({
  fields: v.pipe(listOf(field), v.minLength(1, 'at least one field')),
  fieldsMatch: v.exactOptional(
    v.pipe(
      v.union([v.string(), v.array(v.string())], 'text'),
      // The standard's own type is a list of one.
      v.transform((value) => (typeof value === 'string' ? value : value[0])),
      v.picklist(
        ['exact', 'equal', 'subset', 'superset', 'partial'],
        '`exact`, `equal`, `subset`, `superset` or `partial`',
      ),
    ),
    'exact',
  ),
  missingValues: v.exactOptional(missingValues, ['']),
  primaryKey: v.exactOptional(names, []),
  uniqueKeys: v.exactOptional(listOf(names), []),
  foreignKeys: v.exactOptional(listOf(foreignKey), []),
})

export const resourceSchema = openMap({
  name: v.pipe(text, v.regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u, 'a name of letters, digits, `-` and `_`')),
  path: text,
  title: v.exactOptional(text),
  description: v.exactOptional(text),
  format: v.exactOptional(text),
  encoding: v.exactOptional(v.pipe(text, v.regex(/^utf-?8$/i, '`utf-8`'))),
  dialect: v.exactOptional(
    openMap({
      delimiter: v.exactOptional(character),
      quoteChar: v.exactOptional(character, '"'),
      header: v.exactOptional(v.literal(true, 'a file with a header (`true`)')),
      sheetName: v.exactOptional(text),
      sheetNumber: v.exactOptional(v.pipe(count, v.minValue(1, 'the number of a sheet, from 1'))),
    }),
  ),
  schema,
  sources: v.exactOptional(listOf(source)),
  asOf: v.exactOptional(v.pipe(text, v.check(isIsoDate, 'a date that exists, as `2022`, `2022-10` or `2022-10-31`'))),
})

/** The package without its resources, which are checked one by one. */
export const packageSchema = openMap({
  title: v.exactOptional(text),
  licenses: v.exactOptional(listOf(license), []),
  sources: v.exactOptional(listOf(source), []),
  resources: v.pipe(listOf(v.custom<object>(isMap, 'a map')), v.minLength(1, 'at least one resource')),
})

export type ResourceInput = v.InferOutput<typeof resourceSchema>
export type FieldInput = v.InferOutput<typeof field>

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
