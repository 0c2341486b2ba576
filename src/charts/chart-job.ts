import type {PictureFont} from '../pictures/picture-job.ts'

/** One chart to draw, as plain values: it can be sent to another thread. */
export interface ChartJob {
  readonly key: string
  /** Vega-Lite, or Vega when `$schema` says so; its data named, never fetched. */
  readonly spec: JsonObject
  /** The rows of the tables that the spec names. */
  readonly tables: Readonly<Record<string, readonly JsonObject[]>>
  /** TopoJSON by the addresses that the spec names: see maps.ts. Nothing else is loaded. */
  readonly maps?: Readonly<Record<string, string>>
  /** Titles of those tables' columns by name: what an axis or a legend is called when the spec does not say. */
  readonly titles: Readonly<Record<string, string>>
  /** A Vega-Lite config: the look of the template. The spec's own `config` wins over it. */
  readonly theme: JsonObject
  /** The faces that the edition's style sheet offers; widths are taken from them. */
  readonly fonts: readonly ChartFont[]
  /** BCP 47: names of months, separators of numbers. */
  readonly lang: string
  /** Width of the text column in CSS px: a spec without a width of its own is drawn exactly that wide. */
  readonly width: number
  /** For a narrow screen: see `narrowVariants`. */
  readonly isNarrow?: true
  /** How wide the labels of categories at the side may be, in CSS px. */
  readonly sideLabels?: number
}

export type ChartFont = PictureFont

export type ChartResult = DrawnChart | FailedChart

/** Where a row stands in a drawing, in CSS px: its middle, then left, top, right and bottom where it has a box. */
export type Spot = readonly number[]

export interface DrawnChart {
  readonly key: string
  /** Its `aria-label` is empty: see `labelSvg`. */
  readonly svg: string
  /** What it shows, after all transforms: see `drawnRows`. */
  readonly rows: readonly JsonObject[]
  readonly spots: readonly Spot[]
  /** Which rows of its tables it shows, where these are not all: see `shownRows`. */
  readonly shown: Readonly<Record<string, readonly number[]>>
  readonly warnings: readonly ChartProblem[]
}

export interface FailedChart {
  readonly key: string
  readonly problem: ChartProblem
}

/**
 * - `spec`: the spec says something that Vega-Lite drops or refuses
 * - `expression`: an expression cannot be read or evaluated
 * - `outside`: the spec asks for a file or an address
 * - `rows`, `marks`: more than a chart may hold
 * - `wide`: wider than the text column
 * - `touch`: labels lie over each other
 * - `remark`: something else that Vega-Lite says
 * - `hangs`: not finished in the time that a chart may take
 */
export type ProblemKind = 'spec' | 'expression' | 'outside' | 'rows' | 'marks' | 'wide' | 'touch' | 'remark' | 'hangs'

export interface ChartProblem {
  readonly kind: ProblemKind
  readonly detail: string
  /** The expression that has the problem, as its author wrote it. */
  readonly expression?: string
}

export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is an object with names, neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the spec is Vega itself; everything else is taken for Vega-Lite. */
export function isVega(spec: JsonObject): boolean {
  return typeof spec['$schema'] === 'string' && /\/vega\/v\d/.test(spec['$schema'])
}

/** Whether a value is what became of a chart: it comes from another thread, or from the cache. */
export function isChartResult(value: unknown): value is ChartResult {
  return isJsonObject(value) && typeof value['key'] === 'string' && ('svg' in value || 'problem' in value)
}
