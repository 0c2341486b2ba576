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
  const [vega, vegaLite, {expressionInterpreter: interpreter}] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ])
  return {vega, vegaLite, interpreter, measure: loadTextMetrics(fonts)}
}
