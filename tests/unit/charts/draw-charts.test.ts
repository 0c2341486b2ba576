import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {ChartJob, ChartResult} from '../../../src/charts/chart-job.ts'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {beginDrawing, finishDrawings} from '../../../src/charts/draw-charts.ts'
import type {DrawInput} from '../../../src/charts/draw-charts.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import type {Table} from '../../../src/model/data.ts'
import type {Document} from '../../../src/model/document.ts'
import {validateCharts} from '../../../src/sources/validate-charts.ts'
import {makeMerged, makeTable} from '../../support/make-merged.ts'
import {readChartFonts, readTheme} from './chart-fonts.ts'

const fonts = await readChartFonts()
const tools = await loadDrawingTools(fonts)
const theme = await readTheme()
const attacks = makeTable(
  'attacks',
  {region: {title: 'Region'}, attacks: {type: 'integer', title: 'Attacks'}, year: {type: 'year'}},
  [
    {region: 'Sindh', attacks: 9, year: 2021},
    {region: 'Balochistan', attacks: 1079, year: 2022},
    {region: 'Punjab', attacks: null, year: 2022},
  ],
)
const bars = {
  mark: 'bar',
  encoding: {y: {field: 'region', type: 'nominal'}, x: {field: 'attacks', type: 'quantitative'}},
}

interface Given {
  readonly spec: Readonly<Record<string, unknown>>
  readonly tables?: readonly Table[]
  readonly alt?: string
  /** What the other thread answers. */
  readonly answer?: (job: ChartJob) => Promise<ChartResult>
}

/** Draws one chart that stands at line 12, and tells what was drawn and said. */
async function draw({spec, tables = [attacks], alt, answer = (job) => drawChart(job, tools)}: Given) {
  const file = new VFile({path: 'content/test/charts/x.vl.json', value: JSON.stringify(spec, null, 2)})
  const source = {file, spec}
  const merged = {...makeMerged('', {tables}), charts: new Map([['x', source]])}
  const chart = {key: 'fig-x', source, place: {line: 12, column: 1}, alt}
  const document = {charts: [chart, {...chart, key: 'fig-y'}]} as unknown as Document
  const manifest = {fonts: [], chart: {width: 500}} as unknown as DrawInput['template']['manifest']
  const draw = async (jobs: readonly unknown[]): Promise<readonly unknown[]> => {
    const results: ChartResult[] = []
    for (const job of jobs) results.push(await answer({...(job as ChartJob), fonts}))
    return results
  }
  const effects = {
    files: {maybeReadPackage: () => Promise.resolve(undefined)},
    charts: {draw},
    cache: {maybeGet: () => Promise.resolve(undefined), keep: () => {}},
  }
  const drawing = await beginDrawing({merged, template: {chartTheme: theme, manifest}, effects})
  const drawings = finishDrawings(document, merged, await drawing.results)
  const said = file.messages.map(({ruleId, place, reason, note}) => {
    const line = place !== undefined && 'line' in place ? place.line : 0
    return {said: `${line} ${String(ruleId)}`, reason, note: String(note)}
  })
  return {drawings, said: said.map((each) => each.said), messages: said}
}

test('draws the charts of a document by their keys', async () => {
  const {drawings, said} = await draw({spec: {data: {name: 'attacks'}, ...bars}, alt: 'Said by the author'})
  expect(said).toEqual([])
  expect([...drawings.keys()]).toEqual(['fig-x', 'fig-y'])
  expect(drawings.get('fig-x')).toMatchObject({alt: 'Said by the author'})
  expect(drawings.get('fig-x')?.svg).toContain('aria-label="Said by the author"')
})

test('composes a text alternative where the author wrote none', async () => {
  const {drawings} = await draw({spec: {data: {name: 'attacks'}, ...bars}})
  expect(drawings.get('fig-x')?.alt).toBe(
    'Bar chart of attacks by region. 2 values, from 9 (Sindh) to 1,079 (Balochistan).',
  )
})

test('finds rows in layers, look-ups and concatenations', async () => {
  const names = makeTable('names', {region: {}, full: {}}, [{region: 'Sindh', full: 'Province of Sindh'}])
  const lookup = {lookup: 'region', from: {data: {name: 'names'}, key: 'region', fields: ['full']}}
  const layer = {
    data: {name: 'attacks'},
    transform: [lookup],
    mark: 'text',
    encoding: {y: {field: 'region', type: 'nominal'}, text: {field: 'full'}},
  }
  const {drawings, said} = await draw({spec: {hconcat: [{layer: [layer]}]}, tables: [attacks, names]})
  expect(said).toEqual([])
  expect(drawings.get('fig-x')?.svg).toContain('Province of Sindh')
})

test('takes years for times where the spec does', async () => {
  const spec = {
    data: {name: 'attacks'},
    mark: 'point',
    encoding: {x: {field: 'year', type: 'temporal', timeUnit: 'year'}, y: {field: 'attacks', type: 'quantitative'}},
  }
  const {drawings} = await draw({spec})
  expect(drawings.get('fig-x')?.svg).toContain('2022')
})

test('charts-unknown-data', async () => {
  const {said, messages, drawings} = await draw({spec: {data: {name: 'atacks'}, ...bars}})
  expect(said).toEqual(['3 charts-unknown-data'])
  expect(messages[0]?.reason).toBe('Unexpected data `atacks`, expected `attacks`')
  expect(messages[0]?.note).toContain('The chart stands at content/test/brief.md:12.')
  expect(drawings.size).toBe(0)
})

test('charts-data-url', async () => {
  const spec = {layer: [{data: {url: 'https://example.org/a.csv'}, ...bars}]}
  expect((await draw({spec})).said).toEqual(['5 charts-data-url'])
})

test('charts-unknown-field', async () => {
  const spec = {data: {name: 'attacks'}, mark: 'bar', encoding: {x: {field: 'atacks', type: 'quantitative'}}}
  const {said, messages} = await draw({spec})
  expect(said).toEqual(['8 charts-unknown-field'])
  expect(messages[0]?.reason).toBe('Unexpected field `atacks` in a chart, expected `attacks`')
})

test('knows the fields that transforms make', async () => {
  const spec = {
    data: {name: 'attacks'},
    transform: [
      {fold: ['attacks', 'year']},
      {calculate: '1', as: 'one'},
      {window: [{op: 'rank', as: 'place'}]},
      {bin: true, field: 'attacks', as: 'class'},
    ],
    mark: 'bar',
    encoding: {
      x: {field: 'class', bin: 'binned'},
      x2: {field: 'class_end'},
      y: {field: 'value', type: 'quantitative'},
      color: {condition: {test: 'datum.one', field: 'key', type: 'nominal'}, value: 'red'},
      detail: [{field: 'place'}, {field: 'one'}],
    },
  }
  expect((await draw({spec})).said).toEqual([])
})

test('charts-no-rows', async () => {
  const empty = makeTable('attacks', {region: {}, attacks: {}}, [])
  expect((await draw({spec: {data: {name: 'attacks'}, ...bars}, tables: [empty]})).said).toEqual(['3 charts-no-rows'])
})

test('charts-spec, once for a chart that stands in two places', async () => {
  const encoding = {x: {field: 'attacks', aggregate: 'summ'}}
  const {said, drawings} = await draw({spec: {data: {name: 'attacks'}, mark: 'bar', encoding}})
  expect(said).toEqual(['0 charts-spec'])
  expect(drawings.size).toBe(0)
})

test('charts-expression', async () => {
  const said = async (calculate: string) => {
    const transform = [
      {calculate: '1 + 1', as: 'sound'},
      {calculate, as: 'a'},
    ]
    const [message] = (await draw({spec: {data: {name: 'attacks'}, transform, ...bars}})).messages
    return [message?.said, message?.reason.slice(0, 60)]
  }
  const expected = (text: string) =>
    `Unexpected expression \`${text}\` in a chart, expected one that can be`.slice(0, 60)
  for (const text of ['fetch(1)', 'datum.year +', 'now()', 'nothing + 1']) {
    expect(await said(text)).toEqual(['11 charts-expression', expected(text)])
  }
})

test('charts-outside', async () => {
  const mark = {type: 'image', url: 'https://example.org/a.png', width: 9, height: 9}
  expect((await draw({spec: {data: {name: 'attacks'}, ...bars, mark}})).said).toContain('0 charts-outside')
})

test('charts-too-many-rows, charts-too-many-marks', async () => {
  const many = (count: number) => Array.from({length: count}, () => ({region: 'Sindh', attacks: 1}))
  const rows = makeTable('attacks', {region: {}, attacks: {}}, many(100_001))
  const marks = makeTable('attacks', {region: {}, attacks: {}}, many(20_001))
  const spec = {data: {name: 'attacks'}, width: 400, ...bars, mark: 'point'}
  expect((await draw({spec, tables: [rows]})).said).toContain('0 charts-too-many-rows')
  expect((await draw({spec, tables: [marks]})).said).toContain('0 charts-too-many-marks')
})

test('charts-too-wide', async () => {
  expect((await draw({spec: {data: {name: 'attacks'}, width: 900, ...bars}})).said).toContain('0 charts-too-wide')
})

test('charts-labels-touch', async () => {
  const text = {mark: {type: 'text', fontSize: 40}, encoding: {...bars.encoding, text: {field: 'region'}}}
  const {said, messages} = await draw({spec: {data: {name: 'attacks'}, ...text}})
  expect(said).toContain('0 charts-labels-touch')
  expect(messages[0]?.reason).toContain('`Sindh`')
})

test('charts-hangs, charts-remark', async () => {
  const spec = {data: {name: 'attacks'}, ...bars}
  const hangs = ({key}: ChartJob) =>
    Promise.resolve({key, problem: {kind: 'hangs', detail: 'at most 1 second'}} as const)
  expect((await draw({spec, answer: hangs})).said).toContain('0 charts-hangs')
  const color = {field: 'region', type: 'nominal'}
  const scale = {...bars, encoding: {...bars.encoding, color, fill: color}}
  expect((await draw({spec: {data: {name: 'attacks'}, ...scale}})).said).toContain('0 charts-remark')
})

test('charts-remark names a field instead of the JSON around it', async () => {
  const x = {field: 'attacks', type: 'quantitative', scale: {domain: 'unaggregated'}}
  const {messages} = await draw({spec: {data: {name: 'attacks'}, ...bars, encoding: {...bars.encoding, x}}})
  expect(messages.map(({reason}) => reason)).toEqual([
    'Unexpected part of a chart spec, expected one that changes the drawing: Using unaggregated domain with raw field has no effect (`attacks`)',
  ])
})

test('source-json-duplicate', () => {
  const file = new VFile({path: 'x.vl.json', value: '{\n  "mark": "bar",\n  "mark": "point"\n}\n'})
  validateCharts(new Map([['x', file]]))
  expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['source-json-duplicate', 3]])
})
