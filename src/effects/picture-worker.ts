/** The thread that makes pictures: takes lists of jobs, answers with one result for each, in order. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {parentPort} from 'node:worker_threads'
import type * as ResvgModule from '@resvg/resvg-wasm'
import {outlineTexts} from '../pictures/outline-texts.ts'
import {nameFace} from '../pictures/name-face.ts'
import type {PictureFont, PictureJob, PictureResult} from '../pictures/picture-job.ts'

/** The jobs of one message share their fonts. */
const faces = new WeakMap<PictureFont, Uint8Array>()

/** @param keepCode keeps what was compiled for the next run; it takes a moment */
export function start(keepCode: () => void): void {
  const ready = load()
  parentPort?.on('message', (jobs: readonly PictureJob[]) => {
    void ready.then((library) => makeAll(jobs, library)).then(keepCode)
  })
}

async function load(): Promise<typeof ResvgModule> {
  const module = await import('@resvg/resvg-wasm')
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await module.initWasm(new Uint8Array(await readFile(path)))
  return module
}

function makeAll(jobs: readonly PictureJob[], {Resvg}: typeof ResvgModule): void {
  for (const job of jobs) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(make(job, Resvg))
  }
}

function make({svg, fonts, scale, background}: PictureJob, Resvg: typeof ResvgModule.Resvg): PictureResult {
  try {
    const drawing = new Resvg(outlineTexts(svg, fonts), {
      font: {fontBuffers: fonts.map(named)},
      fitTo: {mode: 'zoom', value: scale},
      ...(background === undefined ? {} : {background}),
    })
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    drawing.free()
    return {png}
  } catch (cause) {
    // The library throws texts, too.
    return {failure: cause instanceof Error ? cause.message : String(cause)}
  }
}

function named(font: PictureFont): Uint8Array {
  const face = faces.get(font) ?? nameFace(font.data, font)
  faces.set(font, face)
  return face
}
