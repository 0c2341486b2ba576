import {inferResource, type InferredResource} from '../sources/infer-resource.ts'
import {maybeSample} from '../sources/read-sample.ts'
import type {ExampleFiles} from './examples.ts'

/** More rows than this are not printed in a brief: the table then shows the first ones. */
const most = 20

/** Names that can stand in a rule and in a chart as they are. */
const plain = /^[\p{L}\p{N}_ -]+$/u

/**
 * A brief to begin from about a table of the author's own: it describes the table as it looks, shows it, draws its first
 * column of numbers, and says how it goes on.
 *
 * @param fileName without its folder
 * @returns undefined where the text holds no table
 */
export async function maybeExampleFromData(fileName: string, text: string): Promise<ExampleFiles | undefined> {
  const sample = await maybeSample(fileName, text)
  if (sample === undefined || sample.columns.length === 0 || sample.rows.length === 0) return undefined
  const resource = inferResource(sample)
  const table: OwnTable = {resource, rows: sample.rows.length, ...measureOf(resource)}
  return {
    content: encoded({'brief.md': narrative(table), ...(table.measure && {'charts/data.vl.json': chart(table)})}),
    data: encoded({
      [fileName]: text,
      'datapackage.json': `${JSON.stringify({name: resource.name, resources: [resource]}, undefined, 2)}\n`,
      'values.yaml': values(table),
    }),
  }
}

type Field = InferredResource['schema']['fields'][number]

interface OwnTable {
  readonly resource: InferredResource
  readonly rows: number
  /** What the rows are of, and the first column of numbers, if there are such. */
  readonly label?: Field
  readonly measure?: Field
}

function measureOf({schema: {fields}}: InferredResource): Pick<OwnTable, 'label' | 'measure'> {
  const usable = fields.filter(({name}) => plain.test(name))
  const label = usable.find((field) => field === fields[0])
  const measure = usable.find((field) => field !== label && (field.type === 'integer' || field.type === 'number'))
  return label && measure ? {label, measure} : {}
}

function narrative({resource, rows, measure}: OwnTable): string {
  const shown = rows > most ? 'first-rows' : resource.name
  const sentence =
    measure === undefined
      ? 'The data have {{rows}} rows.[^source]'
      : 'The data have {{rows}} rows; the highest figure is {{highest}}.[^source] [](#fig-data) shows them.'
  const figure = measure === undefined ? '' : '::chart{#fig-data spec="data"}\n\n'
  return `---
# The front matter: what the brief is. Lines that begin with # are notes to you; readers never see them.
title: Title of the brief
authors: [Your Name]
date: 2026-01-31
template: policy-brief
---

<!--
  The text, in Markdown. Notes to you, like this one, never show.
  What stands in double braces is a value: it is computed from your data by a rule in values.yaml.
  Look at datapackage.json too: it was written by looking at your file. Correct its titles, types and source.
-->

## What the data say

${sentence}

${figure}::table[${resource.title}]{#tab-data data="${shown}"}

## Data {.unnumbered}

::data-sources

[^source]: Say here how the figures were made. This is a note: it stands at the foot of the page that calls it.
`
}

function values({resource, rows, label, measure}: OwnTable): string {
  const counted = (label ?? resource.schema.fields[0])?.name ?? ''
  const highest =
    measure === undefined
      ? ''
      : `  highest: {max: ${JSON.stringify(`${resource.name}.${measure.name}`)}, format: integer}\n`
  const view =
    rows > most
      ? `\nviews:\n  first-rows:\n    sql: SELECT * FROM "${resource.name}" LIMIT 10\n    title: ${JSON.stringify(resource.title)}\n`
      : ''
  return `# Each value has a name, which stands in the text between double braces, and a rule that computes it from a table.

values:
  rows: {sql: SELECT count(*) FROM "${resource.name}", format: integer}
${highest}
  # More rules: ${counted === '' ? '' : `the cell of one row, {cell: TABLE.COLUMN, where: {${counted}: ...}}; `}{sum: TABLE.COLUMN};
  # {percent-change: [before, after], format: percent}; {sql: SELECT ...}.
${view}`
}

/** Columns over time, bars for names. */
function chart({resource, label, measure, rows}: OwnTable): string {
  const figures = {field: measure?.name, type: 'quantitative', axis: {title: null}}
  const isName = label?.type === 'string'
  const names = {
    field: label?.name,
    type: isName ? 'nominal' : 'ordinal',
    axis: {title: null, ...(!isName && {labelAngle: 0})},
  }
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {text: 'Say here what the chart shows', subtitle: measure?.title},
    description: 'The highest figure is {{highest}}.',
    data: {name: rows > most ? 'first-rows' : resource.name},
    ...(isName ? {height: {step: 20}} : {height: 160}),
    mark: 'bar',
    encoding: isName ? {y: {...names, sort: null}, x: figures} : {x: names, y: figures},
  }
  return `${JSON.stringify(spec, undefined, 2)}\n`
}

function encoded(files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}
