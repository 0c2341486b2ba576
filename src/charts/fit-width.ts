import {isJsonObject} from './chart-job.ts'
import type {ChartJob, JsonObject} from './chart-job.ts'
import type {ChartView, Rendered} from './render-view.ts'

const MOST_TRIES = 5
const CLOSE = 0.5

/**
 * Draws a chart so that all of it, labels and legends included, is as wide as the job asks. Vega's own `fit` cuts off
 * labels that its first guess did not foresee; here the plot's width is corrected by how far the last drawing was off.
 * A spec that says its width is drawn as it says.
 */
export async function fitWidth(job: ChartJob, open: (job: ChartJob) => ChartView): Promise<Rendered> {
  const isFixed = hasOwnWidth(job.spec)
  const plot = isComposed(job.spec) ? job.width / 3 : job.width - 60
  const view = open(isFixed ? job : withPlotWidth(job, plot))
  try {
    if (!isFixed) await widenToFit(view, job, plot)
    return await view.draw()
  } finally {
    view.close()
  }
}

async function widenToFit(view: ChartView, job: ChartJob, first: number): Promise<void> {
  let last: Try | undefined
  let plot = first
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    const now = {plot, drawn: await view.measure()}
    const next = maybeNextPlot(now, last, job)
    if (next === undefined) return
    last = now
    plot = next
    view.widen(first, plot)
  }
}

interface Try {
  readonly plot: number
  readonly drawn: number
}

/** @returns nothing when the drawing is right, or does not change with the plot's width */
function maybeNextPlot(now: Try, last: Try | undefined, job: ChartJob): number | undefined {
  const over = now.drawn - job.width
  if (now.drawn === 0 || (over <= 0 && over > -4 * CLOSE)) return undefined
  if (last === undefined && isComposed(job.spec)) return (now.plot * job.width) / now.drawn
  // How much wider the drawing gets for each pixel of the plot: about 1 for one plot, the number of columns for more.
  const slope = last === undefined ? 1 : (now.drawn - last.drawn) / (now.plot - last.plot || 1)
  // A legend may be the widest part: a plot that is too narrow grows all the same, until it is.
  if (slope < 0.1 && over > 0) return undefined
  return Math.max(20, now.plot - (over + CLOSE) / Math.max(1, slope))
}

/** The width of Vega's SVG in CSS px. */
export function drawnWidth(svg: string): number {
  return Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1] ?? 0)
}

function hasOwnWidth({width, signals}: JsonObject): boolean {
  const isSignal =
    Array.isArray(signals) && signals.some((signal) => isJsonObject(signal) && signal['name'] === 'width')
  return isSignal || (width !== undefined && width !== 'container')
}

/** Several plots in one drawing, whose widths Vega-Lite takes from the config. */
function isComposed(spec: JsonObject): boolean {
  const encoding = isJsonObject(spec['encoding']) ? spec['encoding'] : {}
  const isFaceted = ['facet', 'row', 'column'].some((name) => name in encoding || name in spec)
  return isFaceted || ['concat', 'hconcat', 'vconcat', 'repeat'].some((name) => name in spec)
}

function withPlotWidth(job: ChartJob, plot: number): ChartJob {
  if (!isComposed(job.spec)) return {...job, spec: {...job.spec, width: plot}}
  const view = isJsonObject(job.theme['view']) ? job.theme['view'] : {}
  return {...job, theme: {...job.theme, view: {...view, continuousWidth: plot, discreteWidth: plot}}}
}
