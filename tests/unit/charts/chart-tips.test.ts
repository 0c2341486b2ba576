import {expect, test} from 'vitest'
import {chartTips} from '../../../src/charts/chart-tips.ts'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import type {Table} from '../../../src/model/data.ts'
import {makeJob} from './chart-fonts.ts'

const tools = await loadDrawingTools([])
const rain: Table = {
  name: 'rain',
  title: 'Rain',
  fields: [
    {name: 'region', type: 'string', title: 'Region'},
    {name: 'year', type: 'year', title: 'Year'},
    {name: 'mm', type: 'integer', title: 'Rain', unit: 'mm'},
    {name: 'share', type: 'number', title: 'Share', format: 'percent1'},
  ],
  rows: [
    {region: 'Aden', year: 2024, mm: 1041, share: 4.25},
    {region: 'Taiz', year: 2024, mm: -580, share: 2},
  ],
  sources: [],
}
const y = {field: 'region', type: 'nominal'}
const x = {field: 'mm', type: 'quantitative'}

async function drawn(part: object, lang = 'en') {
  const spec = {data: {name: 'rain'}, width: 200, ...part}
  const result = await drawChart(await makeJob({spec, tables: {rain: rain.rows}, lang}), tools)
  if ('problem' in result) throw new Error(result.problem.detail)
  return {...result, tips: chartTips({spec, rows: result.rows, tables: [rain], lang})}
}

test('tells the columns that a chart encodes, as the edition writes them', async () => {
  const {tips} = await drawn({mark: 'bar', encoding: {y, x, color: {field: 'share', type: 'quantitative'}}})
  expect(tips).toEqual({
    heads: ['Region', 'Rain (mm)', 'Share'],
    rows: [
      ['Aden', '1,041', '4.3%'],
      ['Taiz', '−580', '2.0%'],
    ],
  })
  const french = await drawn({mark: 'bar', encoding: {y, x}}, 'fr')
  expect(french.tips.rows[0]).toEqual(['Aden', '1\u202f041'])
})

test('tells what the channel `tooltip` names, years as years, and what is counted', async () => {
  const tooltip = [{field: 'year', type: 'temporal', title: 'In'}, x]
  const points = await drawn({mark: 'point', encoding: {y, x: {field: 'year', type: 'temporal'}, tooltip}})
  expect(points.tips).toEqual({
    heads: ['In', 'Rain (mm)'],
    rows: [
      ['2024', '1,041'],
      ['2024', '−580'],
    ],
  })
  const counts = await drawn({mark: 'bar', encoding: {y, x: {aggregate: 'count'}}})
  expect(counts.tips.rows).toEqual([
    ['Aden', '1'],
    ['Taiz', '1'],
  ])
})

test('a label that the spec makes up names what has no other name', async () => {
  const {tips} = await drawn({
    transform: [{calculate: "'In ' + datum.region", as: 'told'}],
    mark: 'point',
    encoding: {x: {field: 'share', type: 'quantitative'}, y: x, detail: {field: 'told'}},
  })
  expect(tips.heads).toEqual(['', 'Share', 'Rain (mm)'])
  expect(tips.rows[0]?.[0]).toBe('In Aden')
})

test('marks have their places in the drawing, mirrored where it is', async () => {
  const spec = {mark: 'bar', encoding: {y, x}}
  const [left, right] = [await drawn(spec), await drawn(spec, 'ur')]
  const width = Number(/ width="([\d.]+)"/.exec(left.svg)?.[1])
  for (const [index, spot] of left.spots.entries()) {
    const [middle = 0, , from = 0, top = 0, to = 0, bottom = 0] = spot
    expect(spot).toHaveLength(6)
    expect(middle).toBeCloseTo((from + to) / 2, 0)
    expect(bottom).toBeGreaterThan(top)
    expect(right.spots[index]?.[0]).toBeCloseTo(width - middle, 0)
  }
  const line = await drawn({mark: 'line', encoding: {x: {field: 'share', type: 'quantitative'}, y: x}})
  expect(line.spots.map((spot) => spot.length)).toEqual([2, 2])
})

test('slices are told apart by their shapes', async () => {
  const {svg, spots} = await drawn({mark: 'arc', encoding: {theta: {field: 'share', type: 'quantitative'}, color: y}})
  expect(svg.match(/data-spot="\d+"/g)).toEqual(['data-spot="0"', 'data-spot="1"'])
  expect(spots).toHaveLength(2)
})
