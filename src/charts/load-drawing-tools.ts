import type * as Vega from 'vega'
import type * as VegaLite from 'vega-lite'
import type {ChartFont} from './chart-job.ts'
import {loadTextMetrics} from './text-metrics.ts'
import type {MeasureText} from './text-metrics.ts'

/** The drawing libraries and the widths of texts in the edition's faces: loaded once, used for many charts. */
export interface DrawingTools {
  readonly vega: typeof Vega
  readonly vegaLite: typeof VegaLite
  readonly measure: MeasureText
}

/** Loads the drawing libraries, in parallel. */
export async function loadDrawingTools(fonts: readonly ChartFont[]): Promise<DrawingTools> {
  const [vega, vegaLite, measure] = await Promise.all([import('vega'), import('vega-lite'), loadTextMetrics(fonts)])
  return {vega, vegaLite, measure}
}
