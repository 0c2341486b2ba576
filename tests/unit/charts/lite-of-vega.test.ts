import {expect, test} from 'vitest'
import {composeAlt} from '../../../src/charts/compose-alt.ts'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {liteOf} from '../../../src/charts/lite-of-vega.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {makeJob} from './chart-fonts.ts'

const tools = await loadDrawingTools([])
const rows = [
  {region: 'Aden', year: '2023', mm: 41},
  {region: 'Taiz', year: '2023', mm: 580},
]
const vega = 'https://vega.github.io/schema/vega/v6.json'
const scales = [
  {name: 'across', type: 'band', range: 'width', domain: {data: 'rain', field: 'region'}},
  {name: 'up', range: 'height', domain: {data: 'rain', field: 'mm'}},
]
const bars = {
  $schema: vega,
  height: 100,
  data: [{name: 'rain'}],
  scales,
  axes: [
    {scale: 'across', orient: 'bottom'},
    {scale: 'up', orient: 'left', title: 'Rain, mm'},
  ],
  marks: [
    {
      type: 'rect',
      from: {data: 'rain'},
      encode: {
        enter: {x: {scale: 'across', field: 'region'}, width: {scale: 'across', band: 0.8}},
        update: {y: {scale: 'up', field: 'mm'}, y2: {scale: 'up', value: 0}},
      },
    },
  ],
}

test('a spec of Vega without a width is drawn as wide as the column, and told as one of Vega-Lite', async () => {
  const result = await drawChart(await makeJob({spec: bars, tables: {rain: rows}}), tools)
  if ('problem' in result) throw new Error(result.problem.detail)
  expect(result.svg).toMatch(/^<svg [^>]*width="(?:500|499\.\d+)" /)
  expect(composeAlt({spec: liteOf(bars), rows: result.rows, titles: {}, lang: 'en'})).toBe(
    'Bar chart of rain, mm by region. 2 values, from 41 (Aden) to 580 (Taiz).',
  )
})

test('a width that a spec of Vega says itself stands', async () => {
  for (const own of [{width: 321}, {signals: [{name: 'width', value: 321}]}]) {
    const plain = {...bars, ...own, axes: []}
    const result = await drawChart(await makeJob({spec: plain, tables: {rain: rows}}), tools)
    expect('svg' in result ? result.svg : '').toMatch(/^<svg [^>]*width="32[12]/)
  }
})

test('groups, colours, times and stacked ends', () => {
  const spec = {
    $schema: vega,
    data: [{name: 'rain', transform: [{type: 'stack', groupby: ['year'], field: 'mm'}]}],
    scales: [{name: 'when', type: 'utc'}, {name: 'up'}],
    marks: [
      {
        type: 'group',
        scales: [{name: 'hue', type: 'ordinal'}],
        marks: [
          {
            type: 'area',
            encode: {
              update: {
                x: {scale: 'when', field: 'year'},
                y: {scale: 'up', field: 'y1'},
                y2: {scale: 'up', field: 'y0'},
                fill: [
                  {test: 'false', value: 'red'},
                  {scale: 'hue', field: 'region'},
                ],
              },
            },
          },
        ],
      },
    ],
  }
  expect(liteOf(spec)['layer']).toEqual([
    {
      mark: 'area',
      encoding: {
        x: {field: 'year', type: 'temporal'},
        y: {field: 'mm', type: 'quantitative'},
        color: {field: 'region', type: 'nominal'},
      },
    },
  ])
  const lite = {mark: 'bar', encoding: {}}
  expect(liteOf(lite)).toBe(lite)
})
