import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** Room between the plot and a legend above it, when the title of the vertical axis stands there too. */
const LEGEND_LIFT = 30

/** The same for the title of a vertical axis, when a plot of small multiples has its name there. */
const TITLE_LIFT = 20

/**
 * Corrects four things of a compiled Vega spec's axes and legends. A number format without a type, such as `,`, would
 * print 6000 as 6e+3: it becomes a fixed one. Values that an axis lists are all shown. The title of a vertical axis,
 * which the look puts above the plot, is lifted over the names of small multiples, and a legend above the plot over that
 * title.
 *
 * @param isNamed whether the plots beside this group have names above them
 */
export function adjustGuides(group: JsonObject, isNamed: boolean = false): JsonObject {
  const liftTitle = (axis: JsonObject): JsonObject => (isNamed || isSaid(group['title']) ? lifted(axis) : axis)
  const axes = list(group['axes']).map(withFixedFormat).map(withAllValues).map(liftTitle)
  const isTitled = axes.some((axis) => ['left', 'right'].includes(textOf(axis['orient'])) && isSaid(axis['title']))
  const legends = list(group['legends']).map(withFixedFormat)
  const groups = list(group['marks']).filter((mark) => mark['type'] === 'group')
  const isNaming = groups.some((mark) => isSaid(mark['title']) && mark['role'] !== 'row-header')
  const marks = list(group['marks']).map((mark) => (mark['type'] === 'group' ? adjustGuides(mark, isNaming) : mark))
  return {
    ...group,
    ...(group['axes'] === undefined ? {} : {axes}),
    ...(group['legends'] === undefined ? {} : {legends: isTitled ? legends.map(lift) : legends}),
    ...(group['marks'] === undefined ? {} : {marks}),
  }
}

function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function isSaid(title: unknown): boolean {
  return title !== undefined && title !== null && title !== ''
}

function withFixedFormat(guide: JsonObject): JsonObject {
  const {format, formatType} = guide
  const isTime = formatType === 'time' || formatType === 'utc'
  if (typeof format !== 'string' || isTime || !/^[-+( $#0,\d]*$/.test(format)) return guide
  return {...guide, format: `${format}f`}
}

/** Vega leaves out some of the values that a spec lists when they are more than the look's number of ticks. */
function withAllValues(axis: JsonObject): JsonObject {
  return Array.isArray(axis['values']) ? {...axis, tickCount: axis['values'].length} : axis
}

function lifted(axis: JsonObject): JsonObject {
  const isTitled = axis['orient'] === 'left' && isSaid(axis['title']) && axis['titleY'] === undefined
  return isTitled ? {...axis, titleY: -8 - TITLE_LIFT} : axis
}

function lift(legend: JsonObject): JsonObject {
  const isAbove = legend['orient'] === undefined || textOf(legend['orient']).startsWith('top')
  return isAbove && legend['offset'] === undefined ? {...legend, offset: LEGEND_LIFT} : legend
}
