import {chartWithoutRows, dataUrl, unknownChartData, unknownChartField} from '../messages/charts.ts'
import {largeTable} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import type {Table} from '../model/data.ts'
import type {ChartRequest, Merged} from '../model/document.ts'
import {plainTitle} from '../document/plain-title.ts'
import {parseJson} from '../sources/parse-json.ts'
import {isJsonObject, isVega} from './chart-job.ts'
import type {ChartFont, ChartJob, JsonObject} from './chart-job.ts'
import {checkSpec} from './check-spec.ts'
import {composeAlt, composeDescription} from './compose-alt.ts'
import type {AltInput} from './compose-alt.ts'
import {liteOf} from './lite-of-vega.ts'
import {namedData} from './named-data.ts'
import {isMapAddress, mapsOf} from './maps.ts'
import type {Maps} from './maps.ts'
import {maybePlaceOf} from './place-of.ts'
import {unknownFields} from './spec-fields.ts'

/** What the template gives to the charts: see Template. */
export interface ChartStyle {
  /** A Vega-Lite config. */
  readonly theme: JsonObject
  readonly fonts: readonly ChartFont[]
  /** Of the text column in CSS px. */
  readonly width: number
  readonly maps: Maps
}

/**
 * Makes the brief's charts into jobs by their names: each with its spec, the rows it names and the look.
 * Charts that name data which the brief does not have are left out: see `reportChart`.
 */
export function prepareCharts(merged: Merged, {maps, ...style}: ChartStyle): ChartJob[] {
  return [...merged.charts].flatMap(([key, {spec}]) => {
    const {names, urls} = namedData(spec)
    if (!urls.every((url) => isMapAddress(url, merged.brief.maps)) || names.some((name) => !merged.tables.has(name)))
      return []
    return [{key, spec, ...dataOf(spec, merged), maps: mapsOf(spec, maps), lang: merged.frontMatter.lang, ...style}]
  })
}

/** The author's text alternative, or else one composed from what is drawn. */
export function alternativeOf({source, alt}: ChartRequest, merged: Merged, rows: readonly JsonObject[]): string {
  return alt !== undefined && alt !== '' ? alt : composeAlt(altInput(source.spec, merged, rows))
}

/** The author's long description, or else one composed from what is drawn. */
export function descriptionOf({source: {spec}}: ChartRequest, merged: Merged, rows: readonly JsonObject[]): string {
  const usermeta = isJsonObject(spec['usermeta']) ? spec['usermeta'] : {}
  const {description} = usermeta
  return typeof description === 'string' ? description : composeDescription(altInput(spec, merged, rows))
}

function altInput(spec: JsonObject, merged: Merged, rows: readonly JsonObject[]): AltInput {
  return {spec: liteOf(spec), rows, titles: dataOf(spec, merged).titles, lang: merged.frontMatter.lang}
}

function dataOf(spec: JsonObject, merged: Merged): Pick<ChartJob, 'tables' | 'titles'> {
  const used = namedData(spec).names.flatMap((name) => merged.tables.get(name) ?? [])
  return {
    tables: Object.fromEntries(used.map((table) => [table.name, rowsOf(table, spec)])),
    titles: Object.fromEntries(used.flatMap((table) => table.fields.map((field) => [field.name, plainTitle(field)]))),
  }
}

/** A year that the spec takes for a time must be a text: Vega would take the number for milliseconds. */
function rowsOf({fields, rows}: Table, spec: JsonObject): readonly JsonObject[] {
  const years = fields.filter(({type}) => type === 'year').map(({name}) => name)
  const isTemporal = JSON.stringify(spec).includes('"temporal"')
  if (!isTemporal || years.length === 0) return rows
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(years.map((name) => [name, row[name] === null ? null : String(row[name])])),
  }))
}

/**
 * Reports on the chart's file what is wrong with it before it is drawn: words that Vega-Lite does not know, data that
 * the brief does not have, addresses, fields that no table has, tables without rows.
 *
 * @returns whether the chart can be drawn
 */
export function reportChart(request: ChartRequest, merged: Merged): boolean {
  const {file, spec} = request.source
  const used = placedAt(request, merged)
  const isGrammatical = isVega(spec) || reportGrammar(request, {used, example: exampleOf(merged)})
  const hasAllData = reportData(request, merged)
  if (!isGrammatical || !hasAllData || isVega(spec)) return isGrammatical && hasAllData
  const {names, urls} = namedData(spec)
  const columns = names.flatMap((name) => columnsOf(merged.tables.get(name)))
  if (urls.length > 0) columns.push(...MAP_FIELDS)
  const {unknown, known} = unknownFields(spec, columns)
  for (const field of unknown) {
    report(file, maybePlaceOf(file, 'field', field), unknownChartField(field, known, used))
  }
  return unknown.length === 0
}

/** What the shapes of a map have. */
const MAP_FIELDS = ['id', 'type', 'properties', 'geometry']

function reportGrammar({source: {file, spec}}: ChartRequest, context: Parameters<typeof checkSpec>[1]): boolean {
  const mistakes = checkSpec(spec, context)
  if (mistakes.length === 0) return true
  const placed = parseJson(String(file), file)
  for (const {path, message} of mistakes) report(file, path.length === 0 ? undefined : placed?.nameAt(path), message)
  return mistakes.every(({message}) => message.severity === 'warning')
}

/** @returns whether the brief has all the tables that the spec names */
function reportData(request: ChartRequest, merged: Merged): boolean {
  const {file, spec} = request.source
  const {names, urls: all} = namedData(spec)
  const urls = all.filter((url) => !isMapAddress(url, merged.brief.maps))
  const used = placedAt(request, merged)
  for (const url of urls) report(file, maybePlaceOf(file, 'url', url), dataUrl(url, used))
  for (const name of names) {
    const table = merged.tables.get(name)
    const place = (): ReturnType<typeof maybePlaceOf> => maybePlaceOf(file, 'name', name)
    if (table === undefined) report(file, place(), unknownChartData(name, merged.tables.keys(), used))
    else if (table.size !== undefined) report(file, place(), largeTable(name, table.size))
    else if (table.rows.length === 0) report(file, place(), chartWithoutRows(name, used))
  }
  return (
    urls.length === 0 && names.every((name) => merged.tables.get(name)?.size === undefined && merged.tables.has(name))
  )
}

function exampleOf({tables}: Merged): string {
  const [name = 'rain'] = tables.keys()
  return name
}

function columnsOf(table: Table | undefined): readonly string[] {
  return table?.fields.map(({name}) => name) ?? []
}

/** Where the narrative places the chart, for a message on the chart's own file. */
export function placedAt({place}: ChartRequest, merged: Merged): string {
  const path = merged.brief.narrative.path
  return place === undefined ? path : `${path}:${place.line}`
}
