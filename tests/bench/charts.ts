/**
 * Measures the drawing of charts of a thousand rows each, cold, on the threads that draw a brief's charts: time as a user
 * waits for it and time of all cores, beyond loading Vega and drawing one small chart.
 *
 *     npm run bench:charts
 */
import {createChartDoor} from '../../src/effects/charts.ts'
import type {ChartJob} from '../../src/charts/chart-job.ts'
import {makeJob} from '../unit/charts/chart-fonts.ts'

const size = {field: 'size', type: 'quantitative'}
const other = {field: 'other', type: 'quantitative'}
const day = {field: 'day', type: 'temporal'}
const kind = {field: 'kind', type: 'nominal'}
const specs = [
  {mark: 'line', encoding: {x: day, y: size, color: kind}},
  {mark: 'bar', encoding: {x: {...day, timeUnit: 'yearmonth'}, y: {...size, aggregate: 'sum'}, color: kind}},
  {mark: 'point', encoding: {x: size, y: other}},
  {mark: 'rect', encoding: {x: {...size, bin: true}, y: {...other, bin: true}, color: {aggregate: 'count'}}},
]

const base = await makeJob()
for (const count of [10, 100]) {
  const charts = createChartDoor()
  // Loading is waited for, with a chart that is no part of what is measured.
  await charts.draw([base])
  const before = {time: performance.now(), used: process.cpuUsage()}
  const drawn = await charts.draw(Array.from({length: count}, (_, index) => job(index)))
  const used = process.cpuUsage(before.used)
  const time = performance.now() - before.time
  await charts.close()
  if (drawn.some((result) => 'problem' in (result as object))) throw new Error('A chart was not drawn')
  const seconds = (microseconds: number): string => (microseconds / 1e6).toFixed(2)
  console.log(`${count} charts: ${seconds(time * 1000)} s, all cores ${seconds(used.user + used.system)} s`)
}

function job(index: number): ChartJob {
  const rows = Array.from({length: 1000}, (_, row) => ({
    day: new Date(Date.UTC(2015, 0, 1 + row * 2)).toISOString().slice(0, 10),
    size: (row * 7919 + index * 31) % 100,
    other: (row * 104729 + index) % 97,
    kind: ['one', 'two', 'three'][row % 3],
  }))
  return {...base, key: `chart-${index}`, spec: {data: {name: 'rows'}, ...specs[index % 4]}, tables: {rows}}
}
