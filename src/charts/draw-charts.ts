import {chartExpression, chartHangs, chartLabelsTouch, chartOutside, chartRemark} from '../messages/charts.ts'
import {chartSpec, chartTooManyMarks, chartTooManyRows, chartTooWide} from '../messages/charts.ts'
import {report} from '../messages/message.ts'
import type {Message} from '../messages/message.ts'
import type {VFile} from 'vfile'
import type {ChartRequest, Document, Drawing, Merged} from '../model/document.ts'
import type {Table} from '../model/data.ts'
import type {Effects} from '../effects/effects.ts'
import type {Template} from '../sources/template.ts'
import type {ChartJob, ChartProblem, ChartResult, DrawnChart} from './chart-job.ts'
import {isChartResult} from './chart-job.ts'
import {loadChartFonts} from './load-chart-fonts.ts'
import {loadMaps} from './maps.ts'
import {maybePlaceOfText} from './place-of.ts'
import {plainDetail} from './plain-detail.ts'
import {alternativeOf, descriptionOf, placedAt, prepareCharts, reportChart} from './prepare-charts.ts'
import {namedData} from './named-data.ts'
import {shownPart} from './shown-part.ts'
import {drawOnce} from './draw-once.ts'
import {labelSvg} from './finish-svg.ts'

export interface DrawInput {
  readonly merged: Merged
  readonly template: Pick<Template, 'chartTheme' | 'manifest'>
  readonly effects: {
    readonly files: Pick<Effects['files'], 'maybeReadPackage'>
    readonly charts: Pick<Effects['charts'], 'draw'>
    readonly cache: Pick<Effects['cache'], 'maybeGet' | 'keep'>
  }
}

/** What became of the brief's charts, by their names; nothing is reported yet. */
export type Results = ReadonlyMap<string, ChartResult>

/** Begins to draw the brief's charts, on another core while the document is being made; `results` come later. */
export async function beginDrawing(input: DrawInput): Promise<{results: Promise<Results>}> {
  const jobs = await chartJobs(input, input.template.manifest.chart.width)
  const results = jobs.length > 0 ? drawOnce(jobs, input.effects).then(byName) : Promise.resolve(new Map())
  // Whoever waits for the results meets a failure; mistakes in the document may come before.
  results.catch(() => {})
  return {results}
}

/** The brief's charts as jobs, to be drawn at a width. */
export async function chartJobs({merged, template, effects}: JobInput, width: number): Promise<readonly ChartJob[]> {
  const theme = themeOf(merged, template)
  const specs = [...merged.charts.values()].map(({spec}) => spec)
  const fonts = specs.length > 0 ? await loadChartFonts(template.manifest.fonts, [theme, specs], effects.files) : []
  const maps = await loadMaps(specs, effects.files, merged.brief.maps)
  return prepareCharts(merged, {theme, fonts, width, maps})
}

/** The template's look; patterns are drawn where the brief asks for them, or where the template does not let it choose. */
function themeOf({frontMatter}: Merged, {chartTheme, manifest}: JobInput['template']): Template['chartTheme'] {
  const chosen = frontMatter.options['chart-patterns'] ?? manifest.options?.['chart-patterns']?.default
  const {patterns: _, ...plain} = chartTheme
  return chosen === 'none' ? plain : chartTheme
}

type JobInput = Pick<DrawInput, 'merged' | 'template'> & {readonly effects: Pick<DrawInput['effects'], 'files'>}

function byName(results: readonly unknown[]): Results {
  return new Map(results.filter(isChartResult).map((result) => [result.key, result]))
}

/**
 * Gives the document's charts their drawings. A chart with a mistake has a message on its file, and no drawing.
 *
 * @returns the drawings by the keys of the document's charts
 */
export function finishDrawings(document: Document, merged: Merged, results: Results): ReadonlyMap<string, Drawing> {
  const names = new Map([...merged.charts].map(([name, {file}]) => [file, name]))
  const seen = new Map<VFile, DrawnChart | undefined>()
  return new Map(
    document.charts.flatMap((request) => {
      const {file} = request.source
      // A chart that stands in the brief twice has its mistakes once.
      if (!seen.has(file)) seen.set(file, checked(request, merged, results.get(names.get(file) ?? '')))
      const drawn = seen.get(file)
      if (drawn === undefined) return []
      const alt = alternativeOf(request, merged, drawn.rows)
      const description = descriptionOf(request, merged, drawn.rows)
      const tables = tablesOf(request, merged, drawn)
      const marks = {rows: drawn.rows, spots: drawn.spots}
      return [[request.key, {key: request.key, svg: labelSvg(drawn.svg, alt), alt, description, drawn: marks, tables}]]
    }),
  )
}

/** The data that a chart shows. */
function tablesOf({source: {spec}}: ChartRequest, merged: Merged, {shown}: DrawnChart): readonly Table[] {
  const tables = namedData(spec).names.flatMap((name) => merged.tables.get(name) ?? [])
  return tables.map((table) => shownPart(table, spec, shown[table.name]))
}

/** Reports what is wrong with a chart, before it is drawn or while. */
function checked(request: ChartRequest, merged: Merged, result: ChartResult | undefined): DrawnChart | undefined {
  if (!reportChart(request, merged)) return undefined
  if (result === undefined) throw new Error(`The chart ${request.source.file.path} was not drawn`)
  for (const problem of 'problem' in result ? [result.problem] : result.warnings) {
    const {kind, detail, expression} = problem
    const {file} = request.source
    const place = expression === undefined ? undefined : maybePlaceOfText(file, expression)
    report(file, place, messages[kind](plainDetail(detail), placedAt(request, merged), expression))
  }
  return 'problem' in result ? undefined : result
}

const messages: Readonly<Record<ChartProblem['kind'], (detail: string, used: string, expression?: string) => Message>> =
  {
    spec: chartSpec,
    expression: chartExpression,
    outside: chartOutside,
    rows: chartTooManyRows,
    marks: chartTooManyMarks,
    hangs: chartHangs,
    wide: chartTooWide,
    touch: chartLabelsTouch,
    remark: chartRemark,
  }
