import {Worker} from 'node:worker_threads'
import type {PictureJob, PictureResult} from '../pictures/picture-job.ts'
import type {PictureDoor} from './effects.ts'

/**
 * Makes pictures of drawings on another thread, one after another. The thread starts with the first of them. The same
 * drawing gives the same bytes on every machine: what draws is the same WebAssembly, and no font of the machine is used.
 */
export function createPictureDoor(): PictureDoor {
  let worker: Worker | undefined
  /** One list at a time: the thread answers with results only. */
  let before: Promise<unknown> = Promise.resolve()
  return {
    warm: () => void (worker ??= startWorker()),
    rasterise(jobs) {
      if (jobs.length === 0) return Promise.resolve([])
      const made = before.then(() => {
        worker ??= startWorker()
        return askFor(worker, jobs)
      })
      before = made.catch(() => {})
      return made
    },
    close: async () => {
      const ended = worker
      worker = undefined
      await ended?.terminate()
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('../start.js', import.meta.url), {
    workerData: {part: 'effects/picture-worker.ts'},
  })
  // The program ends when its work is done, whether or not pictures were made.
  worker.unref()
  return worker
}

function askFor(worker: Worker, jobs: readonly PictureJob[]): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const results: PictureResult[] = []
    worker.ref()
    worker.on('message', receive)
    worker.on('error', fail)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(jobs)

    function receive(result: PictureResult): void {
      results.push(result)
      if (results.length < jobs.length) return
      release()
      const failed = results.find((each) => 'failure' in each)
      if (failed) reject(new Error(`A drawing could not be made a picture: ${failed.failure}`))
      else resolve(results.flatMap((each) => ('png' in each ? [each.png] : [])))
    }

    function fail(cause: Error): void {
      release()
      reject(cause)
    }

    function release(): void {
      worker.off('message', receive)
      worker.off('error', fail)
      worker.unref()
    }
  })
}
