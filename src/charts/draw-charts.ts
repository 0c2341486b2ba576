import {chartExpression, chartHangs, chartLabelsTouch, chartOutside, chartRemark} from '../messages/charts.ts'
import {chartSpec, chartTooLarge, chartTooWide} from '../messages/charts.ts'
import {report} from '../messages/message.ts'
import type {Message} from '../messages/message.ts'
import type {Document, Drawing, Merged} from '../model.ts'
import type {Effects} from '../effects/effects.ts'
import type {Template} from '../sources/template.ts'
import type {ChartProblem, ChartResult} from './chart-job.ts'
import {isJsonObject} from './chart-job.ts'
import {loadChartFonts} from './load-chart-fonts.ts'
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
  return new Map(results.flatMap((result) => drawingOf(result, document, merged)))
}

function drawingOf(result: ChartResult, document: Document, merged: Merged): readonly (readonly [string, Drawing])[] {
  const request = document.charts.find(({key}) => key === result.key)
  if (request === undefined) return []
  const said = 'problem' in result ? [result.problem] : result.warnings
  for (const problem of said) {
    report(request.source.file, undefined, messageOf(problem, placedAt(request, merged)))
  }
  return 'problem' in result ? [] : [[result.key, {key: result.key, svg: result.svg, alt: result.alt}]]
}

function messageOf({kind, detail}: ChartProblem, used: string): Message {
  switch (kind) {
    case 'spec':
      return chartSpec(detail, used)
    case 'expression':
      return chartExpression(detail, used)
    case 'outside':
      return chartOutside(detail, used)
    case 'rows':
    case 'marks':
      return chartTooLarge(kind, detail, used)
    case 'hangs':
      return chartHangs(detail, used)
    case 'wide':
      return chartTooWide(detail, used)
    case 'touch':
      return chartLabelsTouch(detail, used)
    case 'remark':
      return chartRemark(detail, used)
  }
}

/** What comes back from the other thread. */
function isChartResult(value: unknown): value is ChartResult {
  return isJsonObject(value) && typeof value['key'] === 'string' && ('svg' in value || 'problem' in value)
}
