import {isJsonObject} from './chart-job.ts'
import type {ChartJob, JsonObject} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** More lines than this need a legend: their ends are too close. */
const MOST_SERIES = 4

/**
 * A chart of few lines without its legend: each line's name stands at its end. That is for plain specs of
 * one line mark with a colour by name, which say nothing of a legend; all others stay as they are.
 *
 * @returns nothing where that does not apply
 */
export function maybeLabelLines({spec, tables, theme}: ChartJob): JsonObject | undefined {
  const encoding = isJsonObject(spec['encoding']) ? spec['encoding'] : {}
  const {x, color} = encoding
  if (!isPlainLine(spec, encoding) || !isJsonObject(x) || !isJsonObject(color)) return undefined
  const field = textOf(color['field'])
  const rows = isJsonObject(spec['data']) ? (tables[textOf(spec['data']['name'])] ?? []) : []
  const names = new Set(rows.map((row) => row[field]))
  if (names.size < 2 || names.size > MOST_SERIES) return undefined
  return withLabels(spec, {theme, encoding, x: textOf(x['field']), field})
}

function isPlainLine(spec: JsonObject, encoding: JsonObject): boolean {
  const channels = [encoding['x'], encoding['y'], encoding['color']]
  const isPlain = ['row', 'column', 'facet', 'detail', 'strokeDash'].every((name) => encoding[name] === undefined)
  if (!isPlain || !isLine(spec['mark']) || spec['transform'] !== undefined) return false
  return channels.every((channel) => isJsonObject(channel) && !isComputed(channel)) && isNamed(encoding)
}

/** Along an axis with an order, by a colour for each name that has no legend of its own. */
function isNamed({x, color}: JsonObject): boolean {
  if (!isJsonObject(x) || !isJsonObject(color) || x['type'] === 'nominal') return false
  return typeof color['field'] === 'string' && color['legend'] === undefined && isDiscrete(color)
}

function isLine(mark: unknown): boolean {
  return mark === 'line' || (isJsonObject(mark) && mark['type'] === 'line')
}

function isComputed(channel: JsonObject): boolean {
  return ['aggregate', 'bin', 'timeUnit', 'datum', 'impute'].some((way) => channel[way] !== undefined)
}

function isDiscrete({type}: JsonObject): boolean {
  return type === undefined || type === 'nominal' || type === 'ordinal'
}

interface Channels {
  readonly theme: JsonObject
  readonly encoding: JsonObject
  readonly x: string
  readonly field: string
}

function withLabels(spec: JsonObject, {theme, encoding, x, field}: Channels): JsonObject {
  const {mark, encoding: _, ...rest} = spec
  const color = {...(encoding['color'] as JsonObject), legend: null}
  const y = textOf((encoding['y'] as JsonObject)['field'])
  const last = [
    {filter: `isValid(datum[${JSON.stringify(y)}])`},
    {window: [{op: 'row_number', as: 'from_the_end'}], sort: [{field: x, order: 'descending'}], groupby: [field]},
    {filter: 'datum.from_the_end == 1'},
  ]
  // In the colour of texts: not all colours of lines can be read.
  const label = {type: 'text', align: 'left', dx: 6, fontWeight: 600}
  const ink = isJsonObject(theme['text']) ? (theme['text']['color'] ?? 'black') : 'black'
  return {
    ...rest,
    encoding: {...encoding, color},
    layer: [{mark}, {transform: last, mark: label, encoding: {text: {field}, color: {value: ink}}}],
  }
}
