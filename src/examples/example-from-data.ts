import {inferResource} from '../sources/infer-resource.ts'
import type {Sample} from '../sources/infer-resource.ts'
import type {ExampleFiles} from './examples.ts'
import {chartOf} from './own-chart.ts'
import {queriesOf, type OwnQueries} from './own-queries.ts'
import {shapeOf, type OwnTable} from './own-table.ts'

/** More rows than this are not printed in a brief: the table then shows the first ones. */
const most = 20

/**
 * A brief to begin from about a table of the author's own: it describes the table as it looks, shows it, draws its
 * figures over time or by name, says whose the highest is, and how to go on.
 *
 * @param content the file as it goes into the brief's folder, under the sample's path
 * @returns undefined where there is no table in it
 */
export function maybeExampleFromData(sample: Sample, content: Uint8Array): ExampleFiles | undefined {
  if (sample.columns.length === 0 || sample.rows.length === 0) return undefined
  const resource = inferResource(sample)
  const table: OwnTable = {resource, rows: sample.rows.length, shape: shapeOf(resource, sample)}
  const queries = queriesOf(table)
  const chart = chartOf(table, queries.drawn)
  return {
    content: encoded({
      'brief.md': narrative(table, queries, chart !== undefined),
      ...(chart && {'charts/data.vl.json': json(chart)}),
    }),
    data: new Map([
      [sample.path, content],
      ...encoded({
        'datapackage.json': json({name: resource.name, resources: [resource]}),
        'values.yaml': values(table, queries),
      }),
    ]),
  }
}

function narrative({resource, rows}: OwnTable, {sentence}: OwnQueries, isDrawn: boolean): string {
  const shown = rows > most ? 'first-rows' : resource.name
  const figure = isDrawn ? '::chart{#fig-data spec="data"}\n\n' : ''
  const table = rows > most ? 'The first rows' : resource.title
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

${sentence}[^source]${isDrawn ? ' [](#fig-data) shows the figures.' : ''}

${figure}::table[${table}]{#tab-data data="${shown}"}

## Data {.unnumbered}

The data have {{rows}} rows.

::data-sources

[^source]: Say here how the figures were made. This is a note: it stands at the foot of the page that calls it.
`
}

function values({resource, rows}: OwnTable, {values: found, view}: OwnQueries): string {
  const rules = [{name: 'rows', sql: `SELECT count(*) FROM "${resource.name}"`, format: 'integer'}, ...found]
  const views = [
    ...(view === undefined ? [] : [{...view, title: undefined}]),
    ...(rows > most
      ? [{name: 'first-rows', sql: `SELECT * FROM "${resource.name}" LIMIT 10`, title: resource.title}]
      : []),
  ]
  return `# Each value has a name, which stands in the text between double braces, and a rule that computes it from a table.

values:
${rules.map(({name, sql, format}) => `  ${name}: {sql: ${quoted(sql)}, format: ${format}}\n`).join('')}
  # Short rules do without SQL: {sum: TABLE.COLUMN}; the cell of one row, {cell: TABLE.COLUMN, where: {COLUMN: ...}};
  # {percent-change: [before, after], format: percent}.
${views.length === 0 ? '' : `\n# Tables computed from others.\nviews:\n${views.map(viewText).join('')}`}`
}

function viewText({name, sql, title}: {name: string; sql: string; title: string | undefined}): string {
  return `  ${name}:\n    sql: ${quoted(sql)}\n${title === undefined ? '' : `    title: ${quoted(title)}\n`}`
}

/** Single quotes, in which SQL's own double quotes stand as they are. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function json(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`
}

function encoded(files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}
