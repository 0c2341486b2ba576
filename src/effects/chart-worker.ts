/** The thread that draws: takes lists of jobs, answers with one result for each, in order. */
import {parentPort} from 'node:worker_threads'
import type {ChartFont, ChartJob} from '../charts/chart-job.ts'
import {drawChart} from '../charts/draw-chart.ts'
import {loadDrawingTools} from '../charts/load-drawing-tools.ts'
import type {DrawingTools} from '../charts/load-drawing-tools.ts'
import {warmUp} from '../charts/warm-up.ts'

/** @param keepCode keeps what was compiled for the next run; it takes a moment */
export function start(keepCode: () => void): void {
  // Loading takes longer than drawing: it begins before there is a job.
  const ready = loadDrawingTools([]).then(warmUp)
  // The thread is ended rather than ends: what was compiled is kept when it has drawn.
  parentPort?.on(
    'message',
    (jobs: readonly ChartJob[]) => void ready.then(() => beginAll(jobs)).then(jobs.length > 0 ? keepCode : undefined),
  )
}

/** The time that a chart may take begins when all is loaded. */
async function beginAll(jobs: readonly ChartJob[]): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage('ready')
  await drawAll(jobs)
}

/** The tools of the fonts before: nearly all messages of a build have the same. */
let last: {readonly faces: string; readonly tools: DrawingTools} | undefined

async function drawAll(jobs: readonly ChartJob[]): Promise<void> {
  // The jobs of one message share their fonts.
  const tools = new Map<readonly ChartFont[], DrawingTools>()
  for (const job of jobs) {
    const loaded = tools.get(job.fonts) ?? (await toolsFor(job.fonts))
    tools.set(job.fonts, loaded)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(await drawChart(job, loaded))
  }
}

async function toolsFor(fonts: readonly ChartFont[]): Promise<DrawingTools> {
  const faces = fonts.map(({family, weight, style, data}) => `${family} ${weight} ${style} ${data.length}`).join('|')
  if (last?.faces !== faces) last = {faces, tools: await loadDrawingTools(fonts)}
  return last.tools
}
