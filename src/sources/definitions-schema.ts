import * as v from 'valibot'
import {fieldTypes} from './package-schema.ts'
import {isIsoDate} from './iso-date.ts'
import {isMap, listOf, map, mapOf, name, text} from './shapes.ts'

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()], 'a cell')
const cells = v.union([cell, listOf(cell)], 'a cell or a list of cells')

const condition = v.union([cells, map({not: cells})], 'a cell, a list of cells or `{not: cell}`')

/** What may stand beside a value's form. */
export const besideSchema = map({
  where: v.exactOptional(mapOf(condition), {}),
  title: v.exactOptional(text),
  unit: v.exactOptional(text),
  format: v.exactOptional(text),
  asOf: v.exactOptional(
    v.pipe(v.string('a date'), v.check(isIsoDate, 'a date that exists, as `2022`, `2022-10` or `2022-10-31`')),
  ),
  source: v.exactOptional(text),
  note: v.exactOptional(v.pipe(text, v.regex(/^[^\s\]]+$/, 'the label of a note, as `gauge`'))),
})

export const viewSchema = map({
  sql: name,
  title: v.exactOptional(text),
  fields: v.exactOptional(
    mapOf(
      map({
        type: v.exactOptional(v.picklist(fieldTypes, `one of ${fieldTypes.map((type) => `\`${type}\``).join(', ')}`)),
        title: v.exactOptional(text),
        group: v.exactOptional(text),
        unit: v.exactOptional(text),
        format: v.exactOptional(text),
        description: v.exactOptional(text),
        missing: v.exactOptional(v.pipe(text, v.regex(/^\[\w+\]$/, 'a mark in square brackets such as `"[z]"`'))),
      }),
    ),
    {},
  ),
  source: v.exactOptional(text),
})

/** How the house writes numbers. */
export const styleSchema = map({
  'words-below': v.exactOptional(
    v.pipe(
      v.number('a whole number up to 13'),
      v.integer('a whole number up to 13'),
      v.minValue(0, 'a whole number up to 13'),
      v.maxValue(13, 'a whole number up to 13'),
    ),
  ),
  slightly: v.exactOptional(v.pipe(v.number('a number of percent'), v.minValue(0, 'a number of percent'))),
  sharply: v.exactOptional(v.pipe(v.number('a number of percent'), v.minValue(0, 'a number of percent'))),
})

/** The file as a whole. */
export const definitionsSchema = map({
  values: v.exactOptional(v.custom<Readonly<Record<string, unknown>>>(isMap, 'a map of values by name'), {}),
  views: v.exactOptional(v.custom<Readonly<Record<string, unknown>>>(isMap, 'a map of views by name'), {}),
  rules: v.exactOptional(v.custom<Readonly<Record<string, unknown>>>(isMap, 'a map of rules by name'), {}),
  style: v.exactOptional(styleSchema),
})
