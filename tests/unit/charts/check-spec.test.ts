import {expect, test} from 'vitest'
import {checkSpec} from '../../../src/charts/check-spec.ts'
import type {JsonObject} from '../../../src/charts/chart-job.ts'
import {CHANNELS, CHANNEL_PROPERTIES, MARKS, VIEW_PROPERTIES} from '../../../src/charts/spec-grammar.ts'
import {samples} from './samples.ts'

const data = {name: 'rain'}
const x = {field: 'mm', type: 'quantitative'}
const bars = {data, mark: 'bar', encoding: {x}}

function said(spec: JsonObject): string[] {
  return checkSpec(spec, {used: 'brief.md:3', example: 'rain'}).map(
    ({path, message}) => `${path.join('.')} ${message.id}: ${message.reason}`,
  )
}

const wrong: readonly (readonly [JsonObject, ...string[]])[] = [
  [
    {data, mark: 'bar', encodings: {x}},
    'encodings charts-unknown-property: Unexpected `encodings` in the spec of a chart, expected `encoding`',
  ],
  [
    {...bars, encoding: {x: {feild: 'mm'}}},
    'encoding.x.feild charts-unknown-property: Unexpected `feild` in the channel `x` of a chart, expected `field`',
  ],
  [
    {data, layer: [{mark: 'bar', transfrom: []}]},
    'layer.0.transfrom charts-unknown-property: Unexpected `transfrom` in a view of a chart, expected `transform`',
  ],
  [
    {...bars, facet: {field: 'year', columns: 2}},
    'facet.columns charts-unknown-property: Unexpected `columns` inside `facet` of a chart, expected it beside it',
  ],
  [
    {...bars, columns: 2},
    'columns charts-unknown-property: Unexpected `columns` in a view of a chart, expected it beside `facet`, `concat` or `repeat`, or in the channel `facet`',
  ],
  [
    {...bars, data: {sql: 'SELECT 1'}},
    'data.sql charts-data-sql: Unexpected `sql` in the `data` of a chart, expected data by name',
  ],
  [{...bars, title: 5}, 'title charts-title: Unexpected number `5` as the `title` of a chart, expected a text'],
  [{...bars, data: 'wind'}, 'data charts-no-data: Unexpected text `wind` as `data` in a chart, expected data by name'],
  [
    {...bars, data: {nmae: 'rain'}},
    'data charts-no-data: Unexpected `data` without a `name` in a chart, expected data by name',
  ],
  [{mark: 'bar', encoding: {x}}, ' charts-no-data: Unexpected chart without `data`, expected data by name'],
  [{...bars, mark: 'bars'}, 'mark charts-unknown-mark: Unexpected mark `bars` in a chart, expected `bar`'],
  [
    {...bars, mark: {type: 'lime'}},
    'mark.type charts-unknown-mark: Unexpected mark `lime` in a chart, expected `line`',
  ],
  [{...bars, mark: 5}, 'mark charts-shape: Unexpected number `5` as `mark` in a chart, expected a mark such as `bar`'],
  [
    {...bars, transform: 'x'},
    'transform charts-shape: Unexpected text `x` as `transform` in a chart, expected a list of objects, as `[{"filter": "..."}]`',
  ],
  [
    {...bars, transform: [{calclate: '1', as: 'a'}]},
    'transform.0.calclate charts-unknown-transform: Unexpected transform with `calclate` in a chart, expected `calculate`',
  ],
  [
    {...bars, encoding: {x: {...x, type: 'quantative'}}},
    'encoding.x.type charts-unknown-type: Unexpected type `quantative` in a chart, expected `quantitative`',
  ],
  [
    {...bars, encoding: {x: 'mm'}},
    'encoding.x charts-shape: Unexpected text `mm` as `x` in a chart, expected an object, as `{"field": "mm"}`',
  ],
  [
    {...bars, encoding: {colour: x}},
    'encoding.colour charts-unknown-channel: Unexpected channel `colour` in the `encoding` of a chart, expected `color`',
  ],
  [
    {...bars, encoding: []},
    'encoding charts-shape: Unexpected list as `encoding` in a chart, expected an object of channels',
  ],
  [{data, layer: 'bar'}, 'layer charts-shape: Unexpected text `bar` as `layer` in a chart, expected a list of views'],
  [{data, hconcat: [null]}, 'hconcat.0 charts-shape: Unexpected `null` as a view in a chart, expected an object'],
]

for (const [spec, ...expected] of wrong) {
  test(`says what is wrong in ${JSON.stringify(spec)}`, () => expect(said(spec)).toEqual(expected))
}

test('says that nothing is in an empty spec', () => {
  expect(said({}).map((each) => each.split(':')[0])).toEqual([' charts-no-data', ' charts-no-mark'])
})

test.each(Object.entries(samples))('finds nothing in the sample %s', (_, {spec}) => {
  expect(said(spec)).toEqual([])
})

test('takes what Vega-Lite takes', () => {
  const spec = {...bars, encoding: {x: {...x, type: 'Q'}, tooltip: null, detail: [{field: 'a'}], text: {value: 'b'}}}
  expect(said(spec)).toEqual([])
  expect(
    said({...bars, title: {text: ['Two', 'lines'], subtitle: 'b'}, data: {sequence: {start: 0, stop: 9}}}),
  ).toEqual([])
  expect(said({data: null, mark: 'rule', encoding: {y: {datum: 1}}})).toEqual([])
})

test('knows the words of the installed Vega-Lite', async () => {
  const {default: schema} = (await import('vega-lite/vega-lite-schema.json', {with: {type: 'json'}})) as unknown as {
    default: {definitions: Readonly<Record<string, {properties?: JsonObject; enum?: readonly string[]}>>}
  }
  const {definitions} = schema
  expect(MARKS).toEqual(expect.arrayContaining([...(definitions['Mark']?.enum ?? ['none'])]))
  expect(new Set(CHANNELS)).toEqual(new Set(Object.keys(definitions['FacetedEncoding']?.properties ?? {})))
  for (const kind of ['TopLevelUnitSpec', 'TopLevelLayerSpec', 'TopLevelFacetSpec', 'TopLevelConcatSpec']) {
    expect(VIEW_PROPERTIES).toEqual(expect.arrayContaining(Object.keys(definitions[kind]?.properties ?? {none: 1})))
  }
  for (const kind of ['PositionFieldDef', 'RowColumnEncodingFieldDef', 'FacetEncodingFieldDef', 'PositionDatumDef']) {
    expect(CHANNEL_PROPERTIES).toEqual(expect.arrayContaining(Object.keys(definitions[kind]?.properties ?? {none: 1})))
  }
})
