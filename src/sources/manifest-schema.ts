import * as v from 'valibot'
import {listOf, map, mapOf, name, openMap, text, wholePixels} from './shapes.ts'

const optionValue = v.union([v.string(), v.number(), v.boolean()], 'text, a number, `true` or `false`')

const font = map({
  family: name,
  package: v.pipe(text, v.regex(/^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/, 'the name of an npm package')),
  faces: v.pipe(
    listOf(
      map({
        weight: v.number('a number'),
        style: v.picklist(['normal', 'italic'], '`normal` or `italic`'),
        early: v.exactOptional(v.boolean('`true` or `false`')),
      }),
    ),
    v.minLength(1, 'at least one face'),
  ),
  subsets: v.exactOptional(listOf(text), ['latin', 'latin-ext']),
})

const option = map({
  choices: v.exactOptional(v.pipe(listOf(optionValue), v.minLength(1, 'at least one choice'))),
  default: optionValue,
  description: v.exactOptional(text),
})

/** Whole pixels: pages of broken ones drift in print. */
const page = openMap({
  width: wholePixels,
  height: wholePixels,
  column: map({left: wholePixels, width: wholePixels}),
  top: wholePixels,
  bottom: wholePixels,
  noteArea: v.exactOptional(openMap({gap: wholePixels}), {gap: 12}),
})

/** template.json; each message is what was expected. */
export const manifestSchema = map({
  $schema: v.exactOptional(text),
  name,
  title: name,
  version: name,
  parts: map({
    web: name,
    print: name,
    furniture: name,
    index: v.exactOptional(name),
    partials: v.exactOptional(listOf(name), []),
  }),
  styles: map({
    shared: v.exactOptional(listOf(name), []),
    web: v.exactOptional(listOf(name), []),
    print: v.exactOptional(listOf(name), []),
  }),
  fonts: v.exactOptional(listOf(font), []),
  options: v.exactOptional(mapOf(option), {}),
  page: mapOf(page),
  chartTheme: v.exactOptional(name),
  chart: v.exactOptional(openMap({width: wholePixels, narrow: v.exactOptional(wholePixels)}), {width: 500}),
})
