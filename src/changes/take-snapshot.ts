import type {VFile} from 'vfile'
import {namedData} from '../charts/named-data.ts'
import {hashOf} from '../manifest.ts'
import type {Cell, Table} from '../model/data.ts'
import type {Document, Merged} from '../model/document.ts'
import type {ValueDefinition} from '../model/values.ts'
import type {Passage as ProsePassage} from '../prose/passage.ts'
import {readPassages} from '../prose/read-passages.ts'
import {splitSentences} from '../prose/split-sentences.ts'
import {drawnDigest} from './compare-charts.ts'
import {digestOf} from './digest.ts'
import {editionDate} from './edition-date.ts'
import {readLabels} from './read-labels.ts'
import {readPrinted} from './read-printed.ts'
import {readReferences} from './read-references.ts'
import type {KeptChart, KeptTable, KeptValue, Passage, Snapshot} from './snapshot.ts'
import {withoutNotices} from './without-notices.ts'

export interface SnapshotInput {
  readonly document: Document
  readonly merged: Merged
  readonly inputs: Iterable<VFile>
  /** Of the printed edition, where it is known. */
  readonly pages?: number | undefined
}

/** A table with more cells than this is kept as a digest: its rows are in the data, which have versions of their own. */
const mostCells = 5000

/** Takes down what an edition says, and what it was made from. Notices of changes are none of it. */
export function takeSnapshot({document: whole, merged, inputs, pages}: SnapshotInput): Snapshot {
  const document = withoutNotices(whole)
  const {brief, frontMatter} = merged
  const date = editionDate(frontMatter)
  const tables = keptTables(document, merged)
  const files = [...inputs].filter(({path}) => /^(?:content|data)\//.test(path) && !path.endsWith('/accepted.json'))
  return {
    brief: brief.name,
    lang: frontMatter.lang,
    ...(date !== undefined && {date}),
    ...(pages !== undefined && {pages}),
    values: keptValues(merged),
    passages: keptPassages(document, brief.narrative.path),
    labels: readLabels(document),
    printed: readPrinted(document),
    charts: document.charts.map(({key, source}): KeptChart => {
      // Titles and descriptions are captions and alternatives: texts.
      const {title: _, description: __, usermeta: ___, ...spec} = source.spec
      const chart = {id: key, spec, tables: namedData(spec).names}
      return {...chart, drawn: drawnDigest(chart, tables)}
    }),
    tables,
    contents: document.contents.map(({number, plain}) => (number === undefined ? plain : `${number} ${plain}`)),
    references: readReferences(document),
    inputs: Object.fromEntries(
      files.map((file) => [file.path, hashOf(file.value)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}

/** A snapshot for everybody: rows of tables that the brief neither shows nor draws are left out. */
export function withoutHiddenRows(snapshot: Snapshot, shown: readonly string[]): Snapshot {
  return {
    ...snapshot,
    tables: snapshot.tables.map(({rows, ...table}) =>
      rows !== undefined && shown.includes(table.name) ? {...table, rows} : table,
    ),
  }
}

function keptValues({values: {values}, brief}: Merged): readonly KeptValue[] {
  return [...values.values()].map(({name, text, raw, unit, format, asOf}) => {
    const definition = brief.definitions.values.get(name)
    // A source that comes from a table is kept there.
    const source = definition?.source
    return {
      name,
      text,
      raw,
      ...(unit !== undefined && {unit}),
      ...(format !== undefined && {format}),
      ...(asOf !== undefined && {asOf}),
      ...(source !== undefined && {source}),
      ...(definition !== undefined && {made: madeBy(definition)}),
    }
  })
}

/** How a value is computed, as a line: `sum attacks.killed {"period":"2021-22"}`. */
function madeBy({form, argument, where}: ValueDefinition): string {
  const said = typeof argument === 'string' ? argument.replace(/\s+/g, ' ').trim() : JSON.stringify(argument)
  return Object.keys(where).length === 0 ? `${form} ${said}` : `${form} ${said} ${JSON.stringify(where)}`
}

function keptPassages(document: Document, path: string): readonly Passage[] {
  const labels = new Map(document.notes.map(({id, label}) => [id, label]))
  return readPassages(document, path).flatMap((passage): Passage[] => {
    const {kind, inside} = passage
    // Cells and heads are compared as tables.
    if (kind === 'cell' || kind === 'head') return []
    const values = printedValues(passage, document)
    const id = kind === 'note' ? labels.get(inside ?? '') : inside
    return [
      {
        kind,
        ...(id !== undefined && {id}),
        sentences: splitSentences(passage).map(({text}) => text),
        ...(Object.keys(values).length > 0 && {values}),
      },
    ]
  })
}

function printedValues({spans}: ProsePassage, {printed}: Document): Readonly<Record<string, string>> {
  const found = spans.flatMap((span): [string, string][] => {
    const one = span.kind === 'printed' ? printed[span.printed] : undefined
    if (one?.origin.kind === 'value') return [[one.origin.name, one.text]]
    if (one?.origin.kind !== 'cell') return []
    const {table, row, column} = one.origin
    return [[`${table}[${row}].${column}`, one.text]]
  })
  return Object.fromEntries(found)
}

function keptTables(document: Document, {brief, tables}: Merged): readonly KeptTable[] {
  const resources = new Set((brief.data?.tables ?? []).map(({name}) => name))
  return [...tables.values()]
    .filter(({name}) => resources.has(name) || document.tables.includes(name))
    .map((table) => keptTable(table, {isView: !resources.has(table.name)}))
}

function keptTable(table: Table, {isView}: {readonly isView: boolean}): KeptTable {
  const {name, title, fields, primaryKey, asOf, sources} = table
  const rows = table.rows.map((row): readonly Cell[] => fields.map((field) => row[field.name] ?? null))
  return {
    name,
    title,
    fields,
    ...(primaryKey !== undefined && {key: primaryKey}),
    ...(asOf !== undefined && {asOf}),
    sources: sources.map((source) => source.title),
    ...(isView && {view: true as const}),
    count: table.size ?? rows.length,
    digest: table.digest ?? digestOf(rows, 16),
    ...(table.size === undefined && rows.length * fields.length <= mostCells && {rows}),
  }
}
