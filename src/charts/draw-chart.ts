import {drawnWidth, fitWidth} from './fit-width.ts'
import {BROKEN_PART, chartLog} from './chart-log.ts'
import type {ChartJob, ChartProblem, ChartResult} from './chart-job.ts'
import {compileChart} from './compile-chart.ts'
import {patternFills} from './fill-patterns.ts'
import {finishSvg} from './finish-svg.ts'
import {maybeLabelLines} from './label-lines.ts'
import {loadDrawingTools} from './load-drawing-tools.ts'
import type {DrawingTools} from './load-drawing-tools.ts'
import {houseLocale} from './locale-of.ts'
import {nameExpression} from './name-expression.ts'
import {isReadable, narrowVariants} from './narrow-variants.ts'
import {namedData} from './named-data.ts'
import {isJsonObject} from './chart-job.ts'
import {placedIn, tagShapes} from './mark-spots.ts'
import {TooManyMarks} from './count-marks.ts'
import {renderView} from './render-view.ts'
import type {ChartView, Rendered} from './render-view.ts'

const MOST_ROWS = 100_000

/** In CSS px: more is no chart, and no page could be made of it. */
const MOST_HEIGHT = 20_000

/**
 * Draws a chart as SVG, over plain values: the same job gives the same bytes on every machine and at any time.
 *
 *     spec -> rows put in, title taken out -> Vega-Lite compiled, times in UTC -> Vega's view -> SVG -> ids, fonts
 *
 * The view is drawn again until the whole drawing, labels included, is as wide as the text column. Vega numbers ids,
 * draws random numbers and measures texts by state of its own that one thread shares: do not draw two charts at once.
 *
 * @param tools loaded for the job's fonts when not given
 * @returns the drawing, or the problem that an author can solve
 */
export async function drawChart(job: ChartJob, tools?: DrawingTools): Promise<ChartResult> {
  if (job.isNarrow !== true) return await drawOne(job, tools)
  let first: ChartResult | undefined
  for (const variant of narrowVariants(job)) {
    const result = await drawOne(variant, tools)
    if (isReadable(result)) return result
    first ??= result
  }
  return first ?? (await drawOne(job, tools))
}

async function drawOne(job: ChartJob, tools: DrawingTools | undefined): Promise<ChartResult> {
  const {key} = job
  if (rowCount(job) > MOST_ROWS) return failed(key, 'rows', `${rowCount(job)} rows, at most ${MOST_ROWS}`)
  const ready = tools ?? (await loadDrawingTools(job.fonts))
  const log = chartLog()
  try {
    const open = (sized: ChartJob): ChartView => renderView(compileChart(sized, ready, log), ready, log)
    const {svg, touching, drawn, shown} = await drawLabelled(withLook(job), open)
    const [problem] = log.problems()
    if (problem !== undefined) return {key, problem: nameExpression(problem, job.spec, ready)}
    const refused = maybeRefused(key, svg)
    if (refused !== undefined) return refused
    const warnings = [...log.warnings(), ...tooWide(svg, job), ...touch(touching)]
    const finished = finishSvg(patternFills(tagShapes(svg, drawn.shapes), job.theme), job)
    return {key, svg: finished, rows: drawn.rows, spots: placedIn(finished, drawn.spots, job), shown, warnings}
  } catch (cause) {
    if (cause instanceof TooManyMarks) return failed(key, 'marks', cause.message)
    return {key, problem: nameExpression(log.problems()[0] ?? problemOf(cause), job.spec, ready)}
  }
}

/** Names few lines at their ends, unless the names would lie over each other: then there is a legend. */
async function drawLabelled(job: ChartJob, open: (job: ChartJob) => ChartView): Promise<Rendered> {
  const spec = maybeLabelLines(job)
  const labelled = spec === undefined ? undefined : await drawWithin({...job, spec}, open)
  return labelled === undefined || labelled.touching.length > 0 ? await drawWithin(job, open) : labelled
}

/** Draws a chart as wide as the column. Legends that are wider are set in fewer columns, below each other. */
async function drawWithin(job: ChartJob, open: (job: ChartJob) => ChartView): Promise<Rendered> {
  const rendered = await fitWidth(job, open)
  if (drawnWidth(rendered.svg) <= job.width + 1 || !rendered.svg.includes('role-legend')) return rendered
  const legend = isJsonObject(job.theme['legend']) ? job.theme['legend'] : {}
  const layout = {top: {direction: 'vertical', anchor: 'start', margin: 8}}
  for (const columns of [3, 2, 1]) {
    const folded = await fitWidth({...job, theme: {...job.theme, legend: {...legend, columns, layout}}}, open)
    if (drawnWidth(folded.svg) <= job.width + 1) return folded
  }
  return rendered
}

/**
 * The theme with the language's numbers and dates, as the house writes them; a spec's own `config.locale` wins over it.
 * Vega's texts for screen readers, one for each mark, are not made: the drawing has one text alternative.
 */
function withLook(job: ChartJob): ChartJob {
  return {...job, theme: {...job.theme, locale: houseLocale(job.lang, job.theme['locale']), aria: false}}
}

function rowCount(job: ChartJob): number {
  const given = Object.values(job.tables).reduce((count, rows) => count + rows.length, 0)
  return namedData(job.spec).inline.reduce((count, values) => count + values.length, given)
}

function failed(key: string, kind: ChartProblem['kind'], detail: string): ChartResult {
  return {key, problem: {kind, detail}}
}

/** A drawing that asks for something from outside, or is higher than any page. */
function maybeRefused(key: string, svg: string): ChartResult | undefined {
  const [, address] = /="url\((?:&quot;|')?(?!#)([^)]*)\)/.exec(svg) ?? []
  if (address !== undefined) return failed(key, 'outside', address.replace(/&quot;|'$/g, ''))
  const height = Number(/<svg[^>]* height="([\d.e+]+)"/.exec(svg)?.[1] ?? 0)
  return height > MOST_HEIGHT
    ? failed(key, 'spec', `it is ${Math.round(height)} px high, at most ${MOST_HEIGHT}`)
    : undefined
}

function tooWide(svg: string, {width}: ChartJob): readonly ChartProblem[] {
  const drawn = drawnWidth(svg)
  return drawn > width + 1 ? [{kind: 'wide', detail: `${Math.round(drawn)} px, at most ${width} px`}] : []
}

function touch(pairs: Rendered['touching']): readonly ChartProblem[] {
  const named = pairs.slice(0, 3).map(([first, second]) => `\`${first}\` and \`${second}\``)
  const more = pairs.length > named.length ? `, and ${pairs.length - named.length} more` : ''
  return named.length > 0 ? [{kind: 'touch', detail: named.join(', ') + more}] : []
}

/** Vega throws what an author wrote wrong; anything else is a mistake of this program. */
function problemOf(cause: unknown): ChartProblem {
  if (!(cause instanceof Error)) throw cause
  const detail = firstLine(cause.message)
  if (/^Cannot read prop|is not a function|is not iterable|^Cannot convert/.test(detail)) {
    return {kind: 'spec', detail: BROKEN_PART}
  }
  return {
    kind: /expression|Unrecognized (?:function|signal)|not available|^Unexpected |^Illegal /i.test(detail)
      ? 'expression'
      : 'spec',
    detail,
  }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300)
}
