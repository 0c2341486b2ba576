import {chartTips} from '../../charts/chart-tips.ts'
import {liteOf} from '../../charts/lite-of-vega.ts'
import {shortHash} from '../../hash.ts'
import type {ChartRequest, Drawing, OutputFile} from '../../model/document.ts'
import type {Words} from '../words.ts'

export interface TipsInput {
  readonly charts: readonly ChartRequest[]
  readonly lang: string
  readonly words: Words
}

/**
 * Drawings with what the page's script tells of their marks: the values as JSON beside the drawing, and where each stands
 * on it. Drawings of which nothing can be told stay as they are.
 */
export function withTips(drawings: ReadonlyMap<string, Drawing>, input: TipsInput): ReadonlyMap<string, Drawing> {
  const charts = new Map(input.charts.map((chart) => [chart.key, chart]))
  return new Map(
    [...drawings].map(([key, drawing]) => {
      const chart = charts.get(key)
      return [key, chart === undefined ? drawing : told(drawing, chart, input)]
    }),
  )
}

function told(drawing: Drawing, {source: {spec}}: ChartRequest, {lang, words}: TipsInput): Drawing {
  const {drawn, svg, narrow, tables} = drawing
  if (drawn === undefined || drawn.rows.length === 0) return drawing
  const {heads, rows} = chartTips({spec: liteOf(spec), rows: drawn.rows, tables, lang})
  if (heads.length === 0) return drawing
  return {
    ...drawing,
    svg: withSpots(svg, drawn.spots),
    ...(narrow !== undefined && {narrow: withSpots(narrow, drawn.narrowSpots ?? [])}),
    tips: JSON.stringify({heads, rows, hint: words.chartKeys}),
  }
}

function withSpots(svg: string, spots: readonly (readonly number[])[]): string {
  const said = spots.map((spot) => spot.join(',')).join(';')
  return svg.replace('<svg ', `<svg data-spots="${said}" `)
}

/** The script as a file of the page: a new content has a new name. */
export function scriptFile(script: string): OutputFile {
  return {path: `assets/charts.${shortHash(script)}.js`, content: script}
}
