/** The thread that draws: takes lists of jobs, answers with one result for each, in order. */
import {flushCompileCache} from 'node:module'
import {parentPort} from 'node:worker_threads'
import type {ChartFont, ChartJob} from '../charts/chart-job.ts'
import {drawChart} from '../charts/draw-chart.ts'
import {loadDrawingTools} from '../charts/load-drawing-tools.ts'
import type {DrawingTools} from '../charts/load-drawing-tools.ts'
import {warmUp} from '../charts/warm-up.ts'

// Loading takes longer than drawing: it begins before there is a job.
const ready = loadDrawingTools([]).then(warmUp)

parentPort?.on('message', (jobs: readonly ChartJob[]) => void drawAll(jobs))

async function drawAll(jobs: readonly ChartJob[]): Promise<void> {
  await ready
  // The jobs of one message share their fonts.
  const tools = new Map<readonly ChartFont[], DrawingTools>()
  for (const job of jobs) {
    const loaded = tools.get(job.fonts) ?? (await loadDrawingTools(job.fonts))
    tools.set(job.fonts, loaded)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(await drawChart(job, loaded))
  }
  // The thread is ended rather than ends: what was compiled, also while drawing, is kept for the next one now.
  flushCompileCache()
}
