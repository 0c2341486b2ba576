import type {TopLevelSpec} from 'vega-lite'
import type {Spec} from 'vega'
import {adjustGuides} from './adjust-guides.ts'
import {isJsonObject, isVega} from './chart-job.ts'
import type {ChartJob, JsonObject} from './chart-job.ts'
import type {ChartLog} from './chart-log.ts'
import type {DrawingTools} from './load-drawing-tools.ts'
import {isMirrored, reflectMaps} from './mirror-svg.ts'
import {useUtc} from './use-utc.ts'
import {wrapLabels} from './wrap-labels.ts'

/** A Vega spec with its rows in it, and the config to parse it with. */
export interface CompiledChart {
  readonly spec: Spec
  readonly config: JsonObject
  /** What the spec may load, by address. */
  readonly maps: Readonly<Record<string, string>>
  readonly tables: ChartJob['tables']
}

/**
 * Makes a job's spec into Vega: rows put in by name, the caption's texts taken out, the template's look below the spec's
 * own config.
 */
export function compileChart(job: ChartJob, {vegaLite}: DrawingTools, log: ChartLog): CompiledChart {
  const {title: _title, description: _description, usermeta: _usermeta, ...spec} = job.spec
  const config = job.theme
  const given = {maps: job.maps ?? {}, tables: job.tables}
  if (isVega(job.spec)) return {spec: adjusted(withRows(spec, job.tables), job), config, ...given}
  const datasets = {...asObject(spec['datasets']), ...job.tables}
  // Specs and configs come from files: Vega-Lite itself is the judge of their shape.
  const input = {...withBandHeight(spec, job.theme), datasets} as unknown as TopLevelSpec
  const fieldTitle = (field: {field?: unknown; aggregate?: unknown}): string => titleOf(field, job.titles)
  const compiled = vegaLite.compile(input, {config, logger: log.logger, fieldTitle})
  return {spec: adjusted(compiled.spec as unknown as JsonObject, job), config: {}, ...given}
}

function adjusted(spec: JsonObject, job: ChartJob): Spec {
  const drawn = wrapLabels(adjustGuides(useUtc(spec)), job.sideLabels)
  const vega: unknown = isMirrored(job) ? reflectMaps(drawn) : drawn
  return vega as Spec
}

/** Groups of bars side by side are as high as one category of other charts, not each bar of a group. */
function withBandHeight(spec: JsonObject, theme: JsonObject): JsonObject {
  const isGrouped = JSON.stringify(spec['encoding'] ?? {}).includes('"yOffset"')
  const step = asObject(asObject(theme['view'])['discreteHeight'])['step']
  if (!isGrouped || spec['height'] !== undefined || typeof step !== 'number') return spec
  return {...spec, height: {step, for: 'position'}}
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** Vega has no `datasets`: the rows go into the data sets that are only a name. */
function withRows(spec: JsonObject, tables: ChartJob['tables']): JsonObject {
  if (!Array.isArray(spec['data'])) return spec
  const data = spec['data'].map((each: unknown) => {
    if (!isJsonObject(each) || typeof each['name'] !== 'string') return each
    const rows = tables[each['name']]
    return rows === undefined || ['values', 'source', 'url'].some((way) => way in each) ? each : {...each, values: rows}
  })
  return {...spec, data}
}

/** What an axis or a legend is called when the spec does not say: the column's title in the data package. */
function titleOf({field, aggregate}: {field?: unknown; aggregate?: unknown}, titles: ChartJob['titles']): string {
  if (aggregate === 'count') return 'Number'
  const name = typeof field === 'string' ? (titles[field] ?? field) : ''
  if (typeof aggregate !== 'string' || aggregate === 'sum') return name
  return `${name} (${aggregate})`
}
