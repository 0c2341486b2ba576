import {directionOf} from '../document/direction-of.ts'
import {isJsonObject} from './chart-job.ts'
import type {ChartJob, JsonObject} from './chart-job.ts'

/** Letters that are written from right to left, and their forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * Mirrors a finished drawing for a brief that is written from right to left: bars grow to the left, the vertical axis
 * stands at the right, and what came first stands there, too. Texts stay readable at their mirrored places.
 *
 * The mirrored group sets texts from right to left, so that an anchor at their start is their right end. Texts without a
 * letter of such a script, numbers above all, say for themselves that they run from left to right.
 *
 * @param width of the drawing in the units of its view box
 */
export function mirrorSvg(svg: string, width: number): string {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const inside = svg.slice(root.length, svg.lastIndexOf('</svg>'))
  const texts = inside.replaceAll(/<text([^>]*)>([\s\S]*?)<\/text>/g, (_, attributes: string, content: string) => {
    return `<text${mirroredAttributes(attributes, RIGHT_TO_LEFT.test(content))}>${content}</text>`
  })
  return `${root}<g direction="rtl" transform="translate(${width},0) scale(-1,1)">${texts}</g></svg>`
}

function mirroredAttributes(attributes: string, isRightToLeft: boolean): string {
  const [, transform = ''] = / transform="([^"]*)"/.exec(attributes) ?? []
  const turned = attributes.replace(/ transform="[^"]*"/, '') + ` transform="${`${transform} scale(-1,1)`.trim()}"`
  if (isRightToLeft) return turned
  const [, anchor = 'start'] = / text-anchor="([^"]*)"/.exec(turned) ?? []
  const other = anchor === 'start' ? ' text-anchor="end"' : ''
  return ` direction="ltr"${turned.replace(/ text-anchor="(?:start|end)"/, '')}${other}`
}

/** Whether a chart is drawn mirrored: in a language written from right to left, if its `usermeta.direction` is not "ltr". */
export function isMirrored({lang, spec}: Pick<ChartJob, 'lang' | 'spec'>): boolean {
  const usermeta = isJsonObject(spec['usermeta']) ? spec['usermeta'] : {}
  return directionOf(lang) === 'rtl' && usermeta['direction'] !== 'ltr'
}

/** A compiled Vega spec whose maps will be the right way round when the drawing is mirrored. */
export function reflectMaps(group: JsonObject): JsonObject {
  const list = (name: string): readonly JsonObject[] =>
    Array.isArray(group[name]) ? group[name].filter(isJsonObject) : []
  return {
    ...group,
    projections: list('projections').map((each) => ({...each, reflectX: each['reflectX'] !== true})),
    marks: list('marks').map((mark) => (mark['type'] === 'group' ? reflectMaps(mark) : mark)),
  }
}
