import {isJsonObject, isVega} from './chart-job.ts'
import type {ChartJob, ChartResult, JsonObject} from './chart-job.ts'

/** Of a narrow drawing's width, for the labels of categories at its side: less first, so that the plot has room. */
const SIDES = [0.28, 0.45]

/**
 * The ways to draw a chart for a narrow screen, best first: with labels at the side in more lines, then with wider ones;
 * with its plots beside each other, then below each other. What a spec says of its own width is for the page's column.
 */
export function narrowVariants(job: ChartJob): readonly ChartJob[] {
  const specs = isVega(job.spec) ? [job.spec] : [withoutWidth(job.spec), ...maybeStacked(withoutWidth(job.spec))]
  return specs.flatMap((spec) => SIDES.map((side) => ({...job, spec, sideLabels: Math.round(side * job.width)})))
}

/** Whether a drawing can be read on a narrow screen: all of it is on it, and no labels lie over each other. */
export function isReadable(result: ChartResult): boolean {
  return 'svg' in result && !result.warnings.some(({kind}) => kind === 'wide' || kind === 'touch')
}

function withoutWidth({width, ...spec}: JsonObject): JsonObject {
  return typeof width === 'number' || width === 'container' || width === undefined ? spec : {...spec, width}
}

/** A spec with its plots below each other, where they stand beside each other. */
function maybeStacked(spec: JsonObject): readonly JsonObject[] {
  const {hconcat, encoding} = spec
  if (Array.isArray(hconcat)) return [{...without(spec, 'hconcat'), columns: 1, concat: hconcat}]
  if (['facet', 'concat', 'repeat'].some((name) => name in spec)) return [{...spec, columns: 1}]
  if (!isJsonObject(encoding)) return []
  const {column, facet} = encoding
  if (isJsonObject(column))
    return [{...spec, encoding: {...without(encoding, 'column'), facet: {...column, columns: 1}}}]
  return isJsonObject(facet) ? [{...spec, encoding: {...encoding, facet: {...facet, columns: 1}}}] : []
}

function without(part: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(part).filter(([each]) => each !== name))
}
