import {formattedCell} from '../document/data-table-body.ts'
import {plainTitle} from '../document/plain-title.ts'
import type {Cell, Field, Table} from '../model/data.ts'
import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {drawnField} from './drawn-field.ts'
import {textOf} from './text-of.ts'
import {writtenNumber} from './written-number.ts'

export interface TipsInput {
  readonly spec: JsonObject
  /** The rows that are drawn: see `drawnRows`. */
  readonly rows: readonly JsonObject[]
  /** The tables of the chart: titles and formats of their columns. */
  readonly tables: readonly Table[]
  readonly lang: string
}

/** What a reader is told of each mark: its values below heads. */
export interface ChartTips {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * What is told of a chart's marks: the fields that its `tooltip` names, or else the columns that it encodes, as the tables
 * of the edition write them. What a spec computes for itself, as the ends of a bar, is told where it has a title.
 */
export function chartTips({spec, rows, tables, lang}: TipsInput): ChartTips {
  const fields = new Map(tables.flatMap((table) => table.fields.map((field) => [field.name, field] as const)))
  const [first = {}] = rows
  const drawn = toldChannels(spec).filter((channel) => drawnField(channel) in first)
  const known = drawn.filter((channel) => fields.has(textOf(channel['field'])) || isSaid(channel))
  const isTelling = known.some((channel) => typeof first[drawnField(channel)] === 'number')
  const isNamed = known.some((channel) => typeof first[drawnField(channel)] === 'string')
  const name = isNamed ? [] : drawn.filter((channel) => typeof first[drawnField(channel)] === 'string').slice(0, 1)
  const told = isTelling ? [...name, ...known] : drawn
  return {
    heads: told.map((channel) => headOf(channel, fields)),
    rows: rows.map((row) => told.map((channel) => valueOf(row[drawnField(channel)], channel, {fields, lang}))),
  }
}

/** Definitions of channels with a field, each field once. */
function toldChannels(spec: JsonObject): readonly JsonObject[] {
  const channels = encodingsOf(spec).flatMap((encoding) => Object.entries(encoding))
  const own = channels.filter(([name]) => name === 'tooltip').flatMap(([, definition]) => [definition].flat())
  const placed = channels.filter(([name]) => !['longitude', 'latitude', 'order'].includes(name))
  const all = own.length > 0 ? own : placed.flatMap(([, definition]) => [definition].flat())
  const named = all.filter(isJsonObject).filter((channel) => channel['field'] !== undefined || isCount(channel))
  const seen = new Set<string>()
  return named.filter((channel) => {
    const field = drawnField(channel)
    const isNew = !seen.has(field)
    seen.add(field)
    return isNew
  })
}

/** Whether a channel says itself what it is. */
function isSaid(channel: JsonObject): boolean {
  return isCount(channel) || (typeof channel['title'] === 'string' && channel['title'] !== '')
}

function isCount({aggregate}: JsonObject): boolean {
  return aggregate === 'count'
}

/** The encodings of all views of a spec; a facet is one of its own. */
function encodingsOf(view: JsonObject): readonly JsonObject[] {
  const facet = isJsonObject(view['facet']) ? [{facet: view['facet'], ...view['facet']}] : []
  const own = isJsonObject(view['encoding']) ? [view['encoding']] : []
  const parts = ['layer', 'concat', 'hconcat', 'vconcat', 'spec'].flatMap((name) => [view[name]].flat())
  return [...facet, ...own, ...parts.filter(isJsonObject).flatMap(encodingsOf)]
}

type Fields = ReadonlyMap<string, Field>

function headOf(channel: JsonObject, fields: Fields): string {
  const {title, axis, legend, header} = channel
  const said = [title, ...[axis, legend, header].map((guide) => (isJsonObject(guide) ? guide['title'] : undefined))]
  const own = said.find((each) => typeof each === 'string' && each !== '')
  if (typeof own === 'string') return own
  if (isCount(channel)) return 'Number'
  const name = textOf(channel['field'])
  const field = fields.get(name)
  // A label that the spec makes up needs no head.
  return field === undefined ? '' : plainTitle(field)
}

function valueOf(value: unknown, channel: JsonObject, {fields, lang}: {fields: Fields; lang: string}): string {
  const field = fields.get(textOf(channel['field']))
  if (value === undefined || value === null) return '[x]'
  const isDerived = typeof channel['aggregate'] === 'string' && !['sum', 'min', 'max'].includes(channel['aggregate'])
  if (field !== undefined && !isDerived) return formattedCell(asCell(value, field), field, lang)
  return typeof value === 'number' ? writtenNumber(value, lang) : textOf(value)
}

/** A year that was drawn as a time is a day. */
function asCell(value: unknown, {type}: Field): Cell {
  if (typeof value === 'number' && type === 'date') return new Date(value).toISOString().slice(0, 10)
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value)
  if (type === 'year') return value.slice(0, 4)
  return type === 'yearmonth' ? value.slice(0, 7) : value
}
