import {Worker} from 'node:worker_threads'
import type {ChartJob, ChartResult} from '../charts/chart-job.ts'
import type {ChartDoor} from './effects.ts'

const LONGEST = 20_000

/** To load the drawing library, on a machine that has much else to do. */
const LONGEST_LOAD = 120_000

/** A second thread takes as long to load its library as this many charts take to draw. */
const FEW = 12

/**
 * Draws charts on other threads: on one while they are few, on two when they are many. The first thread is started by
 * `warm` or by the first charts, and loads the drawing library at once.
 *
 * @param longest ms that one chart may take
 */
export function createChartDoor(longest: number = LONGEST): ChartDoor {
  const first = createThread(longest)
  const second = createThread(longest)
  return {
    warm: first.warm,
    close: async () => void (await Promise.all([first.close(), second.close()])),
    async draw(jobs) {
      if (jobs.length <= FEW) return await first.draw(jobs)
      const [odd, even] = await Promise.all([
        first.draw(jobs.filter((_, index) => index % 2 === 0)),
        second.draw(jobs.filter((_, index) => index % 2 === 1)),
      ])
      return jobs.map((_, index) => (index % 2 === 0 ? odd : even)[Math.floor(index / 2)])
    },
  }
}

/**
 * Draws charts on one thread, one after another. A chart that takes longer than the time limit is given up: its thread is
 * ended, and the charts after it are drawn by a new one.
 */
function createThread(longest: number): ChartDoor {
  let worker: Worker | undefined
  const start = (): Worker => {
    if (worker !== undefined) return worker
    const started = startWorker()
    worker = started
    // One that ended is not asked again.
    started.once('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }
  const close = async (): Promise<void> => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  return {
    warm: () => settled(start()),
    close,
    async draw(jobs) {
      const waiting = [...(jobs as readonly ChartJob[])]
      const results: ChartResult[] = []
      while (waiting.length > 0) {
        const drawn = await drawUntilStuck(start(), waiting, longest)
        results.push(...drawn.results)
        waiting.splice(0, drawn.results.length)
        if (drawn.stuck !== undefined) await close()
      }
      return results
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('../start.js', import.meta.url), {
    workerData: {part: 'effects/chart-worker.ts'},
    // A transform can make any number of rows of one: the thread runs out of memory before the machine does. What it
    // makes for one chart is young when the chart is done: with room for it, little is collected.
    resourceLimits: {maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64},
  })
  // The program ends when its work is done, whether or not charts were drawn.
  worker.unref()
  return worker
}

/** Asked for nothing, a thread answers when it is ready. */
function settled(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['message', 'error', 'exit']) worker.once(event, () => resolve())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage([])
  })
}

interface Drawn {
  /** Of the first jobs, in order; the last one is the problem of a chart that was given up. */
  readonly results: readonly ChartResult[]
  readonly stuck: ChartJob | undefined
}

function drawUntilStuck(worker: Worker, jobs: readonly ChartJob[], longest: number): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    const results: ChartResult[] = []
    let timer = setTimeout(giveUp, LONGEST_LOAD)
    worker.ref()
    worker.on('message', receive)
    worker.on('error', fail)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(jobs)

    function receive(result: ChartResult | 'ready'): void {
      clearTimeout(timer)
      if (result !== 'ready') results.push(result)
      if (results.length === jobs.length) settle(undefined)
      else timer = setTimeout(giveUp, longest)
    }

    function giveUp(): void {
      settle(`at most ${longest / 1000} seconds`)
    }

    function fail(cause: Error): void {
      const isFull = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (isFull) return settle('no more than 1 GB of memory')
      release()
      reject(cause)
    }

    function settle(limit: string | undefined): void {
      release()
      const stuck = limit === undefined ? undefined : jobs[results.length]
      if (stuck !== undefined) results.push({key: stuck.key, problem: {kind: 'hangs', detail: String(limit)}})
      resolve({results, stuck})
    }

    function release(): void {
      clearTimeout(timer)
      worker.off('message', receive)
      worker.off('error', fail)
      worker.unref()
    }
  })
}
