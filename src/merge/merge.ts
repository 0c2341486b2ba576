import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {Brief, ChartSource, FrontMatter} from '../model/brief.ts'
import type {Field, Table} from '../model/data.ts'
import type {MarkedTexts, Merged} from '../model/document.ts'
import type {Values} from '../model/values.ts'
import type {Printed} from '../printed.ts'
import {mapStrings, type Path} from './map-strings.ts'
import {markdownEntries, mergeContext} from './merge-context.ts'
import {mergeText, type MergedText, type MergeSource} from './merge-text.ts'
import {placesByExpression, placesInLines} from './source-places.ts'
import {withoutMarks} from './value-marks.ts'

/** Resolves the expressions of one text. */
type MergeOne = (source: MergeSource) => MergedText

/**
 * Resolves the Handlebars expressions of a brief:
 *
 *     front matter ──> body, chart specs, titles of tables and columns
 *
 * The front matter comes first, so that the body prints its entries (`{{meta.title}}`) without expressions. Mistakes
 * are left on the files that they stand in.
 */
export async function merge(brief: Brief, values: Values): Promise<Merged> {
  const printed: Printed[] = []
  const before = await merger(brief, {values, frontMatter: brief.frontMatter, printed})
  const frontMatter = mergeFrontMatter(brief, before)
  const mergeOne = await merger(brief, {values, frontMatter, printed})
  const locate = placesInLines(brief.body, brief.bodyLine)
  const body = mergeOne({file: brief.narrative, text: brief.body, locate, landing: 'markdown'})
  const inBody = (point: Point | undefined): Point => point ?? {line: brief.bodyLine, column: 1}
  const marked: MarkedTexts = {
    frontMatter,
    markdown: body.marked.text,
    placeOf: (offset) => inBody(body.marked.placeOf(offset)),
    charts: new Map([...brief.charts].map(([key, chart]) => [key, mergeChart(chart, mergeOne)])),
    tables: new Map([...values.tables].map(([name, table]) => [name, mergeTable(brief, table, mergeOne)])),
  }
  return {
    brief,
    values,
    frontMatter: clean(frontMatter),
    markdown: body.text,
    placeOf: (offset) => inBody(body.placeOf(offset)),
    charts: new Map([...marked.charts].map(([key, chart]) => [key, {...chart, spec: clean(chart.spec)}])),
    tables: new Map([...marked.tables].map(([name, table]) => [name, cleanTable(table)])),
    marked,
    printed,
  }
}

/** The same without the marks around what was printed. */
function clean<Value>(value: Value): Value {
  return mapStrings(value, withoutMarks)
}

function cleanTable(table: Table): Table {
  const {title, description, fields} = table
  return {...table, ...clean({title, fields, ...(description !== undefined && {description})})}
}

async function merger(
  brief: Brief,
  {values, frontMatter, printed}: {values: Values; frontMatter: FrontMatter; printed: Printed[]},
): Promise<MergeOne> {
  // A brief without expressions does not wait for Handlebars to load.
  if (!hasExpressions(brief, values)) return unchanged
  const {default: handlebars} = await import('handlebars')
  const environment = handlebars.create()
  const context = {...mergeContext(values, frontMatter, printed), style: brief.definitions.style}
  return (source) => mergeText(environment, context, source)
}

function unchanged({text, locate}: MergeSource): MergedText {
  return {text, placeOf: locate, marked: {text, placeOf: locate}}
}

function hasExpressions({frontMatter, body, charts}: Brief, {tables}: Values): boolean {
  const specs = [...charts.values()].map((chart) => chart.spec)
  const titles = [...tables.values()].map(({title, description, fields}) => [title, description, fields])
  return JSON.stringify([frontMatter, body, specs, titles]).includes('{{')
}

function mergeFrontMatter({frontMatter, narrative, at}: Brief, mergeOne: MergeOne): FrontMatter {
  const file = String(narrative)
  return mapStrings(frontMatter, (text, path) => {
    if (!text.includes('{{')) return text
    const locate = placesByExpression(file, text, at(path))
    const landing = isMarkdownEntry(path) ? 'markdown' : 'plain'
    return mergeOne({file: narrative, text, locate, landing}).marked.text
  })
}

function isMarkdownEntry(path: Path): boolean {
  const [first, , third] = path
  return markdownEntries.includes(String(first === 'authors' || first === 'corrections' ? third : first))
}

function mergeChart(chart: ChartSource, mergeOne: MergeOne): ChartSource {
  const file = String(chart.file)
  const spec = mapStrings(chart.spec, (text, path) => {
    if (!text.includes('{{')) return text
    const locate = placesByExpression(file, text)
    const landing = isMarkdownOfChart(path) ? 'markdown' : 'plain'
    return mergeOne({file: chart.file, text, locate, landing}).marked.text
  })
  return {...chart, spec}
}

/** A chart's title, subtitle and `usermeta` become the caption; everything else is for Vega-Lite. */
function isMarkdownOfChart([first, second]: Path): boolean {
  if (first === 'usermeta') return true
  return first === 'title' && (typeof second !== 'string' || second === 'text' || second === 'subtitle')
}

/** Titles are Markdown, descriptions plain. A view's stand in values.yaml or a chart, a resource's in datapackage.json. */
function mergeTable({definitions, data, narrative}: Brief, table: Table, mergeOne: MergeOne): Table {
  const view = definitions.views.get(table.name)
  const file: VFile = (view === undefined ? data?.file : (view.file ?? definitions.file)) ?? narrative
  const place: Point | undefined = view?.place
  const merged = (text: string, landing: MergeSource['landing']): string => {
    if (!text.includes('{{')) return text
    return mergeOne({file, text, locate: placesByExpression(String(file), text, place), landing}).marked.text
  }
  const mergedField = (field: Field): Field => ({
    ...field,
    title: merged(field.title, 'markdown'),
    ...(field.group !== undefined && {group: merged(field.group, 'markdown')}),
    ...(field.description !== undefined && {description: merged(field.description, 'plain')}),
  })
  return {
    ...table,
    title: merged(table.title, 'markdown'),
    ...(table.description !== undefined && {description: merged(table.description, 'plain')}),
    fields: table.fields.map(mergedField),
  }
}
