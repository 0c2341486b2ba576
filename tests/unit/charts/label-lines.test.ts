import {expect, test} from 'vitest'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import type {JsonObject} from '../../../src/charts/chart-job.ts'
import {maybeLabelLines} from '../../../src/charts/label-lines.ts'
import {makeJob} from './chart-fonts.ts'

const rows = ['North', 'South'].flatMap((name, index) => [
  {year: 2020, name, size: index * 5 + 1},
  {year: 2021, name, size: index * 5 + 2},
  {year: 2022, name, size: null},
])
const line: JsonObject = {
  data: {name: 'rows'},
  mark: 'line',
  encoding: {
    x: {field: 'year', type: 'ordinal'},
    y: {field: 'size', type: 'quantitative'},
    color: {field: 'name', type: 'nominal'},
  },
}

async function svgOf(spec: JsonObject, tables = {rows}): Promise<string> {
  const result = await drawChart(await makeJob({spec, tables}))
  if ('problem' in result) throw new Error(result.problem.detail)
  expect(result.warnings).toEqual([])
  return result.svg
}

test('names few lines at the end of each, where it has a value, and leaves the legend out', async () => {
  const svg = await svgOf(line)
  expect(svg.match(/<text[^>]*font-weight="600"[^>]*>(?:North|South)</g)).toHaveLength(2)
  expect(svg.match(/>(?:North|South)</g)).toHaveLength(2)
})

test('keeps the legend where the names would lie over each other', async () => {
  const close = rows.map((row) => ({...row, size: row.size === null ? null : row.name.length + row.year / 1e6}))
  const svg = await svgOf(line, {rows: close})
  expect(svg.match(/>(?:North|South)</g)).toHaveLength(2)
  expect(svg).not.toContain('font-weight="600"')
})

test('leaves other charts as they are', async () => {
  const {encoding} = line as {encoding: Readonly<Record<string, JsonObject>>}
  const others = [
    {...line, mark: 'bar'},
    {...line, transform: []},
    {...line, encoding: {...encoding, color: {...encoding['color'], legend: {}}}},
    {...line, encoding: {...encoding, color: {field: 'size', type: 'quantitative'}}},
    {...line, encoding: {...encoding, row: {field: 'name'}}},
    {...line, encoding: {...encoding, y: {...encoding['y'], aggregate: 'sum'}}},
  ]
  for (const spec of others) expect(maybeLabelLines(await makeJob({spec, tables: {rows}}))).toBeUndefined()
  const many = Array.from({length: 5}, (_, index) => ({year: 2020, name: `N${index}`, size: index}))
  expect(maybeLabelLines(await makeJob({spec: line, tables: {rows: many}}))).toBeUndefined()
  expect(maybeLabelLines(await makeJob({spec: line, tables: {rows: rows.slice(0, 3)}}))).toBeUndefined()
})
