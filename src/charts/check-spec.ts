import {
  chartColumns,
  chartDataSql,
  chartShape,
  chartTitle,
  chartUnknownChannel,
  chartUnknownMark,
} from '../messages/chart-grammar.ts'
import {chartUnknownProperty, chartUnknownTransform, chartUnknownType} from '../messages/chart-grammar.ts'
import {chartWithoutData, chartWithoutMark} from '../messages/chart-grammar.ts'
import type {Message} from '../messages/message.ts'
import type {Path} from '../sources/placed.ts'
import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'
import {CHANNELS, CHANNEL_PROPERTIES, DATA_WAYS, MARKS, TRANSFORMS, TYPES, VIEW_PROPERTIES} from './spec-grammar.ts'
import {textOf} from './text-of.ts'

/** A mistake and where it stands in the spec. */
export interface SpecMistake {
  readonly path: Path
  readonly message: Message
}

interface Context {
  /** Where the narrative places the chart, for the messages. */
  readonly used: string
  /** Name of a table of the brief, for an example. */
  readonly example: string
}

/**
 * Finds what Vega-Lite would draw wrongly without a word, or refuse in words of its inside: misspelt names, missing
 * parts, parts of another kind. It is not the whole schema: what stands inside axes, scales and marks is left to
 * Vega-Lite.
 */
export function checkSpec(spec: JsonObject, context: Context): readonly SpecMistake[] {
  return [...titleMistakes(spec, context), ...missingData(spec, context), ...viewMistakes(spec, [], context)]
}

function* titleMistakes({title}: JsonObject, {used}: Context): Iterable<SpecMistake> {
  const text = isJsonObject(title) && title['text'] !== undefined ? title['text'] : title
  const isText = [text].flat().every((line) => typeof line === 'string')
  if (isText || text === undefined || text === null) return
  yield {path: ['title'], message: chartTitle(kindOf(text), used)}
}

function* missingData(spec: JsonObject, {used, example}: Context): Iterable<SpecMistake> {
  if (!hasData(spec)) yield {path: [], message: chartWithoutData('chart without `data`', example, used)}
}

function hasData(view: JsonObject): boolean {
  return 'data' in view || partsOf(view).some(({part}) => isJsonObject(part) && hasData(part))
}

interface Part {
  readonly path: Path
  readonly part: unknown
}

/** The views in a view. */
function partsOf(view: JsonObject, path: Path = []): readonly Part[] {
  const listed = ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((name) => {
    const list: unknown = view[name]
    return Array.isArray(list) ? list.map((part: unknown, index) => ({path: [...path, name, index], part})) : []
  })
  return 'spec' in view ? [...listed, {path: [...path, 'spec'], part: view['spec']}] : listed
}

function* viewMistakes(view: JsonObject, path: Path, context: Context): Iterable<SpecMistake> {
  const {used} = context
  yield* unknownNames(view, path, {known: VIEW_PROPERTIES, holder: path.length === 0 ? 'the spec' : 'a view', used})
  yield* facetMistakes(view, path, used)
  yield* dataMistakes(view['data'], [...path, 'data'], context)
  yield* markMistakes(view, path, used)
  yield* transformMistakes(view['transform'], [...path, 'transform'], used)
  yield* encodingMistakes(view['encoding'], [...path, 'encoding'], used)
  for (const name of ['layer', 'concat', 'hconcat', 'vconcat']) {
    if (view[name] === undefined || Array.isArray(view[name])) continue
    yield {path: [...path, name], message: chartShape(foundAs(view[name], name), 'a list of views', used)}
  }
  for (const {path: at, part} of partsOf(view, path)) {
    if (isJsonObject(part)) yield* viewMistakes(part, at, context)
    else yield {path: at, message: chartShape(`${kindOf(part)} as a view`, 'an object', used)}
  }
}

/** Vega-Lite reads `columns` beside the operator `facet`, and inside the channel `facet`; the other way round it does not. */
function* facetMistakes(view: JsonObject, path: Path, used: string): Iterable<SpecMistake> {
  const {facet} = view
  if (isJsonObject(facet) && 'columns' in facet) {
    yield {path: [...path, 'facet', 'columns'], message: chartColumns('inside `facet`', 'beside it', used)}
  }
  const isWrapped = ['facet', 'concat', 'repeat'].some((name) => name in view)
  if ('columns' in view && !isWrapped) {
    const expected = 'beside `facet`, `concat` or `repeat`, or in the channel `facet`'
    yield {path: [...path, 'columns'], message: chartColumns('in a view', expected, used)}
  }
}

interface Names {
  readonly known: readonly string[]
  readonly holder: string
  readonly used: string
}

function* unknownNames(part: JsonObject, path: Path, {known, holder, used}: Names): Iterable<SpecMistake> {
  for (const name of Object.keys(part)) {
    if (!known.includes(name)) yield {path: [...path, name], message: chartUnknownProperty({name, holder}, known, used)}
  }
}

function* dataMistakes(data: unknown, path: Path, {used, example}: Context): Iterable<SpecMistake> {
  if (data === undefined || data === null) return
  if (isJsonObject(data) && DATA_WAYS.some((way) => data[way] !== undefined)) return
  if (isJsonObject(data) && 'sql' in data) {
    yield {path: [...path, 'sql'], message: chartDataSql(used)}
    return
  }
  const found = `${isJsonObject(data) ? '`data` without a `name`' : foundAs(data, 'data')} in a chart`
  const wanted = typeof data === 'string' && data !== '' ? data : example
  yield {path, message: chartWithoutData(found, wanted, used)}
}

function* markMistakes(view: JsonObject, path: Path, used: string): Iterable<SpecMistake> {
  const {mark} = view
  if (mark === undefined) {
    const isComposed = ['layer', 'concat', 'hconcat', 'vconcat', 'spec'].some((name) => name in view)
    if (!isComposed) yield {path, message: chartWithoutMark(used)}
    return
  }
  const type = isJsonObject(mark) ? mark['type'] : mark
  if (typeof type !== 'string') {
    const found = isJsonObject(mark) ? '`mark` without a `type`' : foundAs(mark, 'mark')
    yield {path: [...path, 'mark'], message: chartShape(found, 'a mark such as `bar`', used)}
  } else if (!MARKS.includes(type)) {
    yield {
      path: [...path, ...(isJsonObject(mark) ? ['mark', 'type'] : ['mark'])],
      message: chartUnknownMark(type, MARKS, used),
    }
  }
}

function* transformMistakes(transform: unknown, path: Path, used: string): Iterable<SpecMistake> {
  if (transform === undefined) return
  if (!Array.isArray(transform)) {
    yield {
      path,
      message: chartShape(foundAs(transform, 'transform'), 'a list of objects, as `[{"filter": "..."}]`', used),
    }
    return
  }
  for (const [index, each] of transform.entries()) {
    const at = [...path, index]
    if (!isJsonObject(each)) yield {path: at, message: chartShape(`${kindOf(each)} as a transform`, 'an object', used)}
    else if (!TRANSFORMS.some((name) => name in each)) {
      const [name = ''] = Object.keys(each)
      yield {path: [...at, name], message: chartUnknownTransform(name, TRANSFORMS, used)}
    }
  }
}

function* encodingMistakes(encoding: unknown, path: Path, used: string): Iterable<SpecMistake> {
  if (encoding === undefined) return
  if (!isJsonObject(encoding)) {
    yield {path, message: chartShape(foundAs(encoding, 'encoding'), 'an object of channels', used)}
    return
  }
  for (const [channel, definition] of Object.entries(encoding)) {
    const at = [...path, channel]
    if (!CHANNELS.includes(channel)) yield {path: at, message: chartUnknownChannel(channel, CHANNELS, used)}
    else if (Array.isArray(definition)) {
      for (const [index, each] of definition.entries()) yield* channelMistakes(each, [...at, index], {channel, used})
    } else yield* channelMistakes(definition, at, {channel, used})
  }
}

interface Channel {
  readonly channel: string
  readonly used: string
}

function* channelMistakes(definition: unknown, path: Path, {channel, used}: Channel): Iterable<SpecMistake> {
  if (definition === null) return
  if (!isJsonObject(definition)) {
    const example =
      textOf(definition) === '' ? 'an object' : `an object, as \`{"field": ${JSON.stringify(definition)}}\``
    yield {path, message: chartShape(foundAs(definition, channel), example, used)}
    return
  }
  yield* unknownNames(definition, path, {known: CHANNEL_PROPERTIES, holder: `the channel \`${channel}\``, used})
  const {type} = definition
  if (type === undefined || isType(type)) return
  yield {path: [...path, 'type'], message: chartUnknownType(textOf(type) || kindOf(type), TYPES, used)}
}

/** Vega-Lite takes the first letter, too, and capitals. */
function isType(type: unknown): boolean {
  const said = textOf(type).toLowerCase()
  return TYPES.some((known) => said === known || (said.length === 1 && known.startsWith(said)))
}

function foundAs(value: unknown, name: string): string {
  return `${kindOf(value)} as \`${name}\``
}

function kindOf(value: unknown): string {
  if (value === null) return '`null`'
  if (typeof value === 'string') return `text \`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``
  if (typeof value === 'object') return Array.isArray(value) ? 'list' : 'object'
  return `${typeof value === 'boolean' ? 'value' : 'number'} \`${textOf(value)}\``
}
