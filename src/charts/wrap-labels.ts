import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

/** Of the chart's width, for the labels of categories at its side; in CSS px. */
const SIDE_LIMIT = 150

/**
 * A compiled Vega spec whose category labels break into lines: beside the plot at a fixed width, below or above it at
 * the width of a band. Vega would let them run over each other or cut them off. Axes whose labels the spec encodes
 * itself, and labels that are set at an angle, stay as they are.
 *
 * @param side how wide the labels beside the plot may be, in CSS px
 */
export function wrapLabels(spec: JsonObject, side: number = SIDE_LIMIT): JsonObject {
  const config = isJsonObject(spec['config']) ? spec['config'] : {}
  return wrappedIn(spec, new Map(), {...labelStyle(config), side}) as JsonObject
}

/** Breaks a text at spaces into as few lines as fit a width; a word that is wider stays whole. */
export function wrapText(text: string, limit: number, width: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1)
    if (last !== undefined && width(`${last} ${word}`) <= limit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface LabelStyle {
  readonly font: unknown
  readonly fontSize: number
  readonly fontWeight: unknown
  readonly lineHeight: number
  readonly side: number
}

function labelStyle(config: JsonObject): Omit<LabelStyle, 'side'> {
  const axis = isJsonObject(config['axis']) ? config['axis'] : {}
  const fontSize = Number(axis['labelFontSize'] ?? 11)
  return {
    font: axis['labelFont'] ?? config['font'] ?? 'sans-serif',
    fontSize,
    fontWeight: axis['labelFontWeight'] ?? 400,
    lineHeight: Number(axis['labelLineHeight'] ?? fontSize + 2),
  }
}

/** A group's axes may use the scales of the groups around it. */
function wrappedIn(group: JsonObject, outer: ReadonlyMap<string, unknown>, style: LabelStyle): unknown {
  const scales = new Map(outer)
  for (const scale of list(group['scales'])) scales.set(String(scale['name']), scale['type'])
  const axes = list(group['axes']).map((axis) => (isWrapped(axis, scales) ? withLines(axis, style) : axis))
  const marks = list(group['marks']).map((mark) => (mark['type'] === 'group' ? wrappedIn(mark, scales, style) : mark))
  return {...group, ...(group['axes'] ? {axes} : {}), ...(group['marks'] ? {marks} : {})}
}

function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function isWrapped(axis: JsonObject, scales: ReadonlyMap<string, unknown>): boolean {
  const type = scales.get(String(axis['scale']))
  const isDiscrete = type === 'band' || type === 'point' || type === 'ordinal'
  const isPlain = !(typeof axis['labelAngle'] === 'number' && axis['labelAngle'] !== 0) && axis['labels'] !== false
  return isDiscrete && isPlain && !encodesText(axis) && axis['labelOverlap'] === undefined
}

function encodesText(axis: JsonObject): boolean {
  return /"text"/.test(JSON.stringify(axis['encode'] ?? {}))
}

function withLines(axis: JsonObject, style: LabelStyle): JsonObject {
  const size = Number(axis['labelFontSize'] ?? style.fontSize)
  const isAside = axis['orient'] === 'left' || axis['orient'] === 'right'
  const scale = JSON.stringify(axis['scale'])
  const band = `abs(range(${scale})[1] - range(${scale})[0]) / max(1, length(domain(${scale})))`
  const limit = isAside ? String(Number(axis['labelLimit'] ?? 0) || style.side) : `max(24, ${band} - 6)`
  const measured = JSON.stringify({font: style.font, fontSize: size, fontWeight: style.fontWeight})
  const lines = `wrapLabel(datum.label, ${limit}, ${measured})`
  const lift = {left: 0.5, right: 0.5, top: 1, bottom: 0}[String(axis['orient'])] ?? 0
  const encode = isJsonObject(axis['encode']) ? axis['encode'] : {}
  const labels = isJsonObject(encode['labels']) ? encode['labels'] : {}
  const update = {
    ...(isJsonObject(labels['update']) ? labels['update'] : {}),
    text: {signal: lines},
    lineHeight: {value: style.lineHeight},
    dy: {signal: `-${lift * style.lineHeight} * (length(${lines}) - 1)`},
  }
  return {...axis, encode: {...encode, labels: {...labels, update}}}
}
