import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import type * as Vega from 'vega'
import type {expressionInterpreter} from 'vega-interpreter'
import type * as VegaLite from 'vega-lite'
import type {ChartFont} from './chart-job.ts'
import {loadTextMetrics} from './text-metrics.ts'
import type {MeasureText} from './text-metrics.ts'

/** The drawing libraries and the widths of texts in the edition's faces: loaded once, used for many charts. */
export interface DrawingTools {
  readonly vega: typeof Vega
  readonly vegaLite: typeof VegaLite
  /** Evaluates expressions by walking their trees, where Vega by itself would make code of text. */
  readonly interpreter: typeof expressionInterpreter
  readonly measure: MeasureText
}

/** Loads the drawing libraries. */
export async function loadDrawingTools(fonts: readonly ChartFont[]): Promise<DrawingTools> {
  const vega = (await importBundle('vega', 'vega.min.js')) as typeof Vega
  // Vega-Lite's bundle takes Vega from where Vega's bundle put it.
  const vegaLite = (await importBundle('vegaLite', 'vega-lite.min.js')) as typeof VegaLite
  const {expressionInterpreter} = await import('vega-interpreter')
  return {vega, vegaLite, interpreter: expressionInterpreter, measure: loadTextMetrics(fonts)}
}

/**
 * Loads a library from the one file that its package has for browsers: as modules, Vega is 60 packages of 200 files, and
 * finding them takes five times as long as running them. The file leaves its exports in a global variable.
 */
async function importBundle(global: 'vega' | 'vegaLite', file: string): Promise<unknown> {
  const name = {vega: 'vega', vegaLite: 'vega-lite'}[global]
  const entry = pathToFileURL(createRequire(import.meta.url).resolve(name))
  await import(new URL(file, entry).href)
  return Reflect.get(globalThis, global)
}
