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
  // One after another: a module that both share awaits at its top level, and V8 may end the process ("Check failed:
  // !is_null()") when two graphs wait for such a module at once.
  const vega = await import('vega')
  const vegaLite = await import('vega-lite')
  const {expressionInterpreter: interpreter} = await import('vega-interpreter')
  return {vega, vegaLite, interpreter, measure: loadTextMetrics(fonts)}
}
