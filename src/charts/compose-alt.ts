import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {localeOf} from './locale-of.ts'
import {textOf} from './text-of.ts'

export interface AltInput {
  readonly spec: JsonObject
  readonly tables: Readonly<Record<string, readonly JsonObject[]>>
  readonly titles: Readonly<Record<string, string>>
  readonly lang: string
}

/**
 * A text alternative for a chart whose author wrote none: kind, what it shows by what, number of values, smallest and
 * largest with their categories. "Bar chart of attacks by region. 4 values, from 6 (Sindh) to 156 (Balochistan)."
 * Numbers are left out where transforms or aggregates stand between the rows and the marks.
 */
export function composeAlt({spec, tables, titles, lang}: AltInput): string {
  const unit = mainUnit(spec)
  const kind = kindOf(unit)
  const {measure, category} = channelsOf(unit.encoding)
  const title = (channel: JsonObject): string => titleOf(channel, titles)
  const subject = [measure && ` of ${title(measure)}`, category && ` by ${title(category)}`].filter(Boolean).join('')
  const values = unit.isDerived || measure === undefined ? [] : valuesOf(unit, {measure, category}, tables)
  const name = isFaceted(spec) ? `Small multiples, each ${withArticle(kind.toLowerCase())}` : kind
  return `${name}${subject}.${range(values, lang)}`
}

function withArticle(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

interface Unit {
  readonly mark: string
  readonly encoding: JsonObject
  readonly data: string
  /** Whether transforms change the rows before they are drawn. */
  readonly isDerived: boolean
}

/** The first view with a mark of its own kind; rules and texts are additions to others. */
function mainUnit(spec: JsonObject): Unit {
  const units = unitsOf(spec, {mark: '', encoding: {}, data: '', isDerived: false})
  const isMain = (unit: Unit): boolean => !['rule', 'text'].includes(unit.mark)
  return units.find(isMain) ?? units[0] ?? {mark: '', encoding: {}, data: '', isDerived: true}
}

function unitsOf(view: JsonObject, outer: Unit): readonly Unit[] {
  const data = isJsonObject(view['data']) ? textOf(view['data']['name']) : outer.data
  const encoding = {...outer.encoding, ...(isJsonObject(view['encoding']) ? view['encoding'] : {})}
  const isDerived = outer.isDerived || view['transform'] !== undefined
  const {mark} = view
  const type = isJsonObject(mark) ? textOf(mark['type']) : textOf(mark)
  if (type !== '') return [{mark: type, encoding, data, isDerived}]
  const parts = ['layer', 'concat', 'hconcat', 'vconcat', 'spec'].flatMap((name) => [view[name]].flat())
  return parts.filter(isJsonObject).flatMap((part) => unitsOf(part, {mark: '', encoding, data, isDerived}))
}

const KINDS: Readonly<Record<string, string>> = {
  bar: 'Bar chart',
  line: 'Line chart',
  trail: 'Line chart',
  area: 'Area chart',
  point: 'Dot plot',
  circle: 'Dot plot',
  square: 'Dot plot',
  tick: 'Dot plot',
  rule: 'Range chart',
  rect: 'Heat map',
  arc: 'Pie chart',
  geoshape: 'Map',
  boxplot: 'Box plot',
}

function kindOf({mark, encoding}: Unit): string {
  const isScatter = KINDS[mark] === 'Dot plot' && isMeasure(encoding['x']) && isMeasure(encoding['y'])
  return isScatter ? 'Scatter plot' : (KINDS[mark] ?? 'Chart')
}

interface Channels {
  readonly measure: JsonObject | undefined
  readonly category: JsonObject | undefined
}

function channelsOf(encoding: JsonObject): Channels {
  const present = ['y', 'x', 'theta', 'color', 'row', 'column', 'facet']
    .map((name) => encoding[name])
    .filter(isJsonObject)
  const measure = present.find(isMeasure)
  const category = present.find((channel) => channel !== measure && typeof channel['field'] === 'string')
  return {measure, category}
}

function isMeasure(channel: unknown): boolean {
  return isJsonObject(channel) && (channel['type'] === 'quantitative' || channel['aggregate'] !== undefined)
}

function titleOf(channel: JsonObject, titles: AltInput['titles']): string {
  if (typeof channel['title'] === 'string' && channel['title'] !== '') return lowered(channel['title'])
  const field = typeof channel['field'] === 'string' ? channel['field'] : 'number'
  return lowered(titles[field] ?? field)
}

/** A title inside a sentence; an abbreviation keeps its capitals. */
function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

interface Valued {
  readonly value: number
  readonly label: string
}

function valuesOf(unit: Unit, channels: Channels, tables: AltInput['tables']): readonly Valued[] {
  const {measure, category} = channels
  if (measure === undefined || measure['aggregate'] !== undefined || measure['bin'] !== undefined) return []
  const rows = tables[unit.data] ?? []
  return rows.flatMap((row) => {
    const value = row[textOf(measure['field'])]
    const label = category === undefined ? '' : textOf(row[textOf(category['field'])])
    return typeof value === 'number' && Number.isFinite(value) ? [{value, label}] : []
  })
}

function range(values: readonly Valued[], lang: string): string {
  const [first] = values
  if (first === undefined) return ''
  const least = values.reduce((best, each) => (each.value < best.value ? each : best), first)
  const most = values.reduce((best, each) => (each.value > best.value ? each : best), first)
  const said = ({value, label}: Valued): string => `${written(value, lang)}${label === '' ? '' : ` (${label})`}`
  if (values.length === 1) return ` One value: ${said(first)}.`
  return ` ${values.length} values, from ${said(least)} to ${said(most)}.`
}

function written(value: number, lang: string): string {
  const {minus, decimal, thousands} = localeOf(lang).number
  const [whole = '', fraction] = String(roughly(Math.abs(value))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${value < 0 ? minus : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
}

/** To the hundredth, small numbers to three digits. */
function roughly(value: number): number {
  return value < 1 ? Number(value.toPrecision(3)) : Math.round(value * 100) / 100
}

function isFaceted(spec: JsonObject): boolean {
  const encoding = isJsonObject(spec['encoding']) ? spec['encoding'] : {}
  return ['facet', 'row', 'column', 'repeat'].some((name) => name in spec || name in encoding)
}
