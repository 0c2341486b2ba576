import {isJsonObject, isVega} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** What Vega calls the marks of Vega-Lite. */
const MARKS: Readonly<Record<string, string>> = {
  rect: 'bar',
  line: 'line',
  area: 'area',
  trail: 'trail',
  symbol: 'point',
  arc: 'arc',
  shape: 'geoshape',
  rule: 'rule',
  text: 'text',
}

/**
 * The views of a Vega spec as Vega-Lite would say them, as far as that can be told: each mark with the fields that its
 * scales place. It is not drawn; texts about the chart are made from it. Vega-Lite's own specs stay as they are.
 */
export function liteOf(spec: JsonObject): JsonObject {
  if (!isVega(spec)) return spec
  const scales = namedParts(spec, 'scales')
  const titles = new Map(partsOf(spec, 'axes').map((axis) => [textOf(axis['scale']), axis['title']] as const))
  const stacked = stackedFields(spec)
  const layer = partsOf(spec, 'marks').flatMap((mark) => {
    const type = MARKS[textOf(mark['type'])]
    return type === undefined ? [] : [{mark: type, encoding: encodingOf(mark, {scales, titles, stacked})}]
  })
  return {data: spec['data'], layer}
}

interface Known {
  readonly scales: ReadonlyMap<string, JsonObject>
  readonly titles: ReadonlyMap<string, unknown>
  /** Fields that were stacked, by the names of their ends. */
  readonly stacked: ReadonlyMap<string, string>
}

function encodingOf({encode}: JsonObject, known: Known): JsonObject {
  const sets = isJsonObject(encode) ? [encode['enter'], encode['update']].filter(isJsonObject) : []
  const all: JsonObject = Object.assign({}, ...sets)
  const stackEnd = [all['x'], all['y']].some((channel) => known.stacked.has(fieldOf(channel)))
  const channels = [
    ['x', all['x'] ?? all['xc']],
    ['y', all['y'] ?? all['yc']],
    ...(stackEnd ? [] : [['x2', all['x2']] as const, ['y2', all['y2']] as const]),
    ['theta', all['endAngle']],
    ['color', all['fill'] ?? all['stroke']],
    ['text', all['text']],
  ] as const
  return Object.fromEntries(
    channels.flatMap(([name, channel]) => {
      const field = fieldOf(channel)
      return field === '' ? [] : [[name, definitionOf(field, channel as JsonObject, known)]]
    }),
  )
}

/** A rule of conditions ends with what holds otherwise. */
function fieldOf(channel: unknown): string {
  const last: unknown = Array.isArray(channel) ? channel.at(-1) : channel
  return isJsonObject(last) ? textOf(last['field']) : ''
}

function definitionOf(field: string, channel: JsonObject, {scales, titles, stacked}: Known): JsonObject {
  const scale = textOf((Array.isArray(channel) ? channel.at(-1) : channel)?.['scale'])
  const title = titles.get(scale)
  return {
    field: stacked.get(field) ?? field,
    ...typeOf(scales.get(scale)),
    ...(typeof title === 'string' && {title}),
  }
}

function typeOf(scale: JsonObject | undefined): JsonObject {
  if (scale === undefined) return {}
  const type = textOf(scale['type']) || 'linear'
  if (['band', 'point', 'ordinal'].includes(type)) return {type: 'nominal'}
  return {type: ['time', 'utc'].includes(type) ? 'temporal' : 'quantitative'}
}

function stackedFields(spec: JsonObject): ReadonlyMap<string, string> {
  const transforms = partsOf(spec, 'data').flatMap((data) => listOf(data['transform']))
  return new Map(
    transforms
      .filter(({type}) => type === 'stack')
      .flatMap(({field, as}) => {
        const [from = 'y0', to = 'y1'] = Array.isArray(as) ? as.map(textOf) : []
        return [from, to].map((end) => [end, textOf(field)] as const)
      }),
  )
}

function namedParts(spec: JsonObject, list: string): ReadonlyMap<string, JsonObject> {
  return new Map(partsOf(spec, list).map((part) => [textOf(part['name']), part] as const))
}

/** The parts of a kind of a spec and of the groups in it. */
function partsOf(group: JsonObject, list: string): readonly JsonObject[] {
  const groups = listOf(group['marks']).filter(({type}) => type === 'group')
  return [...listOf(group[list]), ...groups.flatMap((each) => partsOf(each, list))]
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
