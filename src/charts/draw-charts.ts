import {chartExpression, chartHangs, chartLabelsTouch, chartOutside, chartRemark} from '../messages/charts.ts'
import {chartSpec, chartTooManyMarks, chartTooManyRows, chartTooWide} from '../messages/charts.ts'
import {report} from '../messages/message.ts'
import type {Message} from '../messages/message.ts'
import type {Document, Drawing, Merged} from '../model.ts'
import type {Effects} from '../effects/effects.ts'
import type {Template} from '../sources/template.ts'
import type {ChartProblem, ChartResult} from './chart-job.ts'
import {isJsonObject} from './chart-job.ts'
import {loadChartFonts} from './load-chart-fonts.ts'
import {maybePlaceOfText} from './place-of.ts'
import {plainDetail} from './plain-detail.ts'
import {placedAt, prepareCharts} from './prepare-charts.ts'

export interface DrawInput {
  readonly document: Document
  readonly merged: Merged
  readonly template: Pick<Template, 'chartTheme' | 'manifest'>
  readonly effects: {
    readonly files: Pick<Effects['files'], 'maybeReadPackage'>
    readonly charts: Pick<Effects['charts'], 'draw'>
  }
}

/**
 * Draws the document's charts. A chart with a mistake has a message on its file, and no drawing.
 *
 * @returns the drawings by the charts' keys
 */
export async function drawCharts({
  document,
  merged,
  template,
  effects,
}: DrawInput): Promise<ReadonlyMap<string, Drawing>> {
  if (document.charts.length === 0) return new Map()
  const theme = template.chartTheme
  const specs = document.charts.map(({source}) => source.spec)
  const fonts = await loadChartFonts(template.manifest.fonts, [theme, specs], effects.files)
  const jobs = prepareCharts(document, merged, {theme, fonts, width: template.manifest.chart.width})
  const results = (await effects.charts.draw(jobs)).filter(isChartResult)
  reportProblems(results, document, merged)
  return new Map(
    results.flatMap((result) =>
      'problem' in result ? [] : [[result.key, {key: result.key, svg: result.svg, alt: result.alt}]],
    ),
  )
}

/** A chart that stands in the brief twice has its problems once. */
function reportProblems(results: readonly ChartResult[], document: Document, merged: Merged): void {
  const said = new Set<string>()
  for (const result of results) {
    const request = document.charts.find(({key}) => key === result.key)
    for (const problem of 'problem' in result ? [result.problem] : result.warnings) {
      const once = JSON.stringify([request?.source.file.path, problem])
      if (request === undefined || said.has(once)) continue
      said.add(once)
      const {file} = request.source
      const {kind, detail, expression} = problem
      const place = expression === undefined ? undefined : maybePlaceOfText(file, expression)
      report(file, place, messages[kind](plainDetail(detail), placedAt(request, merged), expression))
    }
  }
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

/** What comes back from the other thread. */
function isChartResult(value: unknown): value is ChartResult {
  return isJsonObject(value) && typeof value['key'] === 'string' && ('svg' in value || 'problem' in value)
}
