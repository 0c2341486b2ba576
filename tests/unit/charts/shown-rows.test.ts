import {expect, test} from 'vitest'
import type {ChartJob} from '../../../src/charts/chart-job.ts'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {shownPart} from '../../../src/charts/shown-part.ts'
import type {Table} from '../../../src/model/data.ts'
import {makeJob} from './chart-fonts.ts'

const tools = await loadDrawingTools([])
const rain = [
  {region: 'Aden', year: '2023', mm: 41, days: 9},
  {region: 'Aden', year: '2024', mm: 38, days: 7},
  {region: 'Taiz', year: '2024', mm: 580, days: 60},
]
const x = {field: 'mm', type: 'quantitative'}
const y = {field: 'region', type: 'nominal'}

async function shown(spec: ChartJob['spec'], rows: ChartJob['tables'][string] = rain) {
  const result = await drawChart(await makeJob({spec: {data: {name: 'rain'}, ...spec}, tables: {rain: rows}}), tools)
  return 'shown' in result ? result.shown['rain'] : result.problem
}

test('rows that a chart leaves out are not shown', async () => {
  expect(await shown({transform: [{filter: "datum.region == 'Aden'"}], mark: 'bar', encoding: {x, y}})).toEqual([0, 1])
  expect(await shown({mark: 'bar', encoding: {x, y}})).toBeUndefined()
})

test('times are the same as texts and as milliseconds', async () => {
  const spec = {
    transform: [{filter: 'year(datum.year) > 2023'}],
    mark: 'point',
    encoding: {x: {field: 'year', type: 'temporal'}, y},
  }
  expect(await shown(spec)).toEqual([1, 2])
})

test('a sum shows all rows that it is made of, a label those that it stands at', async () => {
  const sum = {aggregate: 'sum', ...x}
  expect(await shown({mark: 'bar', encoding: {x: sum, y}})).toBeUndefined()
  expect(
    await shown({
      layer: [
        {transform: [{filter: 'datum.mm < 40'}], mark: 'bar', encoding: {x, y}},
        {transform: [{filter: 'datum.mm > 500'}], mark: 'text', encoding: {x, y, text: x}},
      ],
    }),
  ).toEqual([1, 2])
})

test('the part of a table that a chart shows has the columns that it names, and their marks', () => {
  const field = (name: string): Table['fields'][number] => ({name, type: 'string', title: name})
  const table: Table = {
    name: 'rain',
    title: 'Rain',
    fields: ['region', 'year', 'mm', 'days'].map(field),
    rows: [
      {region: 'Aden', mm: 41},
      {region: 'Taiz', mm: null},
    ],
    missing: {'1:mm': '[z]', '0:days': '[x]'},
    sources: [],
  }
  const spec = {
    title: 'days',
    data: {name: 'rain'},
    transform: [{calculate: "datum['mm'] / 10", as: 'cm'}],
    encoding: {y: {field: 'region'}, x: {field: 'cm'}},
  }
  const part = shownPart(table, spec, [1])
  expect(part.fields.map(({name}) => name)).toEqual(['region', 'mm'])
  expect(part.rows).toEqual([{region: 'Taiz', mm: null}])
  expect(part.missing).toEqual({'0:mm': '[z]'})
  expect(shownPart(table, {mark: 'bar'}, undefined)).toEqual(table)
})
