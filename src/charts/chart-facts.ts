import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {drawnField} from './drawn-field.ts'
import {textOf} from './text-of.ts'

export interface FactsInput {
  readonly spec: JsonObject
  /** The rows that are drawn: see `drawnRows`. */
  readonly rows: readonly JsonObject[]
  /** Titles of the tables' columns by name. */
  readonly titles: Readonly<Record<string, string>>
}

/** What can be said of a chart. */
export interface ChartFacts {
  readonly kind: Kind
  /** Whether the same plot is repeated. */
  readonly isRepeated: boolean
  /** What is measured, by what, and what tells the series apart, as titles. */
  readonly measure: string | undefined
  readonly category: string | undefined
  readonly series: string | undefined
  /** Whether the categories have an order of their own, as times have. */
  readonly isOrdered: boolean
  readonly values: readonly ChartValue[]
}

export interface ChartValue {
  readonly value: number
  /** Of a range: its other end. */
  readonly upTo: number | undefined
  readonly category: string
  readonly series: string
}

export type Kind =
  'chart' | 'bar' | 'line' | 'area' | 'dot' | 'scatter' | 'range' | 'heat' | 'pie' | 'map' | 'box' | 'waterfall'

/** Reads off a Vega-Lite spec and the rows that it draws what the chart shows. */
export function chartFacts({spec, rows, titles}: FactsInput): ChartFacts {
  const {mark, encoding} = withRange(mainUnit(spec), spec)
  const channels = channelsOf(encoding)
  const {measure, category, series} = channels
  const title = (channel: JsonObject | undefined): string | undefined => channel && titleOf(channel, titles)
  return {
    kind: kindOf(mark, encoding),
    isRepeated: ['facet', 'row', 'column', 'repeat'].some((name) => name in spec || name in encoding),
    measure: title(measure),
    category: title(category),
    series: title(series),
    isOrdered: category?.['type'] === 'temporal' || category?.['type'] === 'quantitative' || isLine(mark),
    values: valuesOf(rows, channels, encoding),
  }
}

interface Unit {
  readonly mark: string
  readonly encoding: JsonObject
}

/** The first view with a mark of its own kind; rules and texts are additions to others, land without colours is below them. */
function mainUnit(spec: JsonObject): Unit {
  const units = unitsOf(spec, {})
  const isLand = ({mark, encoding}: Unit): boolean =>
    mark === 'geoshape' && !('color' in encoding || 'fill' in encoding)
  const isMain = (unit: Unit): boolean => !['rule', 'text'].includes(unit.mark) && !isLand(unit)
  return units.find(isMain) ?? units.find(isLand) ?? units[0] ?? {mark: '', encoding: {}}
}

/** Dots at both ends of a rule show a range: the rule says of what. */
function withRange(main: Unit, spec: JsonObject): Unit {
  const rule = unitsOf(spec, {}).find(({mark, encoding}) => mark === 'rule' && upToOf(encoding) !== undefined)
  if (KINDS[main.mark] !== 'dot' || rule === undefined) return main
  return {mark: 'rule', encoding: {...main.encoding, ...rule.encoding}}
}

function unitsOf(view: JsonObject, outer: JsonObject): readonly Unit[] {
  const facet = isJsonObject(view['facet']) && 'field' in view['facet'] ? {facet: view['facet']} : {}
  const encoding = {...outer, ...facet, ...(isJsonObject(view['encoding']) ? view['encoding'] : {})}
  const {mark} = view
  const type = isJsonObject(mark) ? textOf(mark['type']) : textOf(mark)
  if (type !== '') return [{mark: type, encoding}]
  const parts = ['layer', 'concat', 'hconcat', 'vconcat', 'spec'].flatMap((name) => [view[name]].flat())
  return parts.filter(isJsonObject).flatMap((part) => unitsOf(part, encoding))
}

const KINDS: Readonly<Record<string, Kind>> = {
  bar: 'bar',
  line: 'line',
  trail: 'line',
  area: 'area',
  point: 'dot',
  circle: 'dot',
  square: 'dot',
  tick: 'dot',
  rule: 'range',
  rect: 'heat',
  arc: 'pie',
  geoshape: 'map',
  boxplot: 'box',
}

function kindOf(mark: string, encoding: JsonObject): Kind {
  const kind = KINDS[mark] ?? 'chart'
  if (kind === 'dot' && isMeasure(encoding['x']) && isMeasure(encoding['y'])) return 'scatter'
  if (kind === 'dot' && 'longitude' in encoding) return 'map'
  return kind === 'bar' && upToOf(encoding) !== undefined ? 'waterfall' : kind
}

function isLine(mark: string): boolean {
  return KINDS[mark] === 'line' || KINDS[mark] === 'area'
}

interface Channels {
  readonly measure: JsonObject | undefined
  readonly category: JsonObject | undefined
  readonly series: JsonObject | undefined
}

function channelsOf(encoding: JsonObject): Channels {
  const channel = (name: string): readonly JsonObject[] => [encoding[name]].filter(isJsonObject)
  const placed = ['y', 'x', 'theta', 'color', 'fill'].flatMap(channel)
  const measure = placed.find(isMeasure)
  const rest = ['y', 'x', 'color', 'fill', 'detail', 'row', 'column', 'facet'].flatMap(channel)
  const grouping = rest.filter((each) => each !== measure && typeof each['field'] === 'string' && !isMeasure(each))
  const [category, ...others] = grouping
  return {measure, category, series: others.find((each) => each['field'] !== category?.['field'])}
}

function isMeasure(channel: unknown): boolean {
  return isJsonObject(channel) && (channel['type'] === 'quantitative' || channel['aggregate'] !== undefined)
}

function titleOf(channel: JsonObject, titles: FactsInput['titles']): string {
  if (typeof channel['title'] === 'string' && channel['title'] !== '') return lowered(channel['title'])
  const axis = isJsonObject(channel['axis']) ? channel['axis'] : {}
  if (typeof axis['title'] === 'string' && axis['title'] !== '') return lowered(axis['title'])
  const field = typeof channel['field'] === 'string' ? channel['field'] : 'number'
  return lowered(titles[field] ?? field)
}

/** A title inside a sentence; an abbreviation keeps its capitals. */
function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

function valuesOf(rows: readonly JsonObject[], channels: Channels, encoding: JsonObject): readonly ChartValue[] {
  const {measure, category, series} = channels
  if (measure === undefined || measure['bin'] !== undefined) return []
  const field = drawnField(measure)
  const upTo = upToOf(encoding)
  return rows.flatMap((row) => {
    const value = row[field]
    if (typeof value !== 'number' || !Number.isFinite(value)) return []
    const end = upTo === undefined ? undefined : row[upTo]
    const place = category === undefined && row['type'] === 'Feature' ? nameOfShape(row) : labelOf(category, row)
    return [{value, upTo: typeof end === 'number' ? end : undefined, category: place, series: labelOf(series, row)}]
  })
}

function labelOf(channel: JsonObject | undefined, row: JsonObject): string {
  if (channel === undefined) return ''
  const label = row[drawnField(channel)] ?? row[textOf(channel['field'])]
  const isTime = typeof label === 'number' && (channel['type'] === 'temporal' || channel['timeUnit'] !== undefined)
  return isTime ? new Date(label).toISOString().slice(0, 10) : textOf(label)
}

/** A country of a map has an identifier, and the name that was looked up for it. */
function nameOfShape(row: JsonObject): string {
  const [name] = Object.entries(row).filter(([field, value]) => !['id', 'type'].includes(field) && isLetters(value))
  return textOf(name?.[1])
}

function isLetters(value: unknown): boolean {
  return typeof value === 'string' && /\p{L}/u.test(value)
}

/** The field of the other end of a bar or a rule. */
function upToOf(encoding: JsonObject): string | undefined {
  const other = [encoding['x2'], encoding['y2']].find(isJsonObject)
  return typeof other?.['field'] === 'string' ? other['field'] : undefined
}
