import type {ChartJob} from './chart-job.ts'
import {drawChart} from './draw-chart.ts'
import type {DrawingTools} from './load-drawing-tools.ts'

/** Draws a chart that has a bit of everything and throws it away: the first chart takes as long as five others. */
export async function warmUp(tools: DrawingTools): Promise<void> {
  await drawChart(CHART, tools)
}

const CHART: ChartJob = {
  key: 'warm-up',
  spec: {
    data: {name: 'rows'},
    transform: [{calculate: "datum.kind == 'a' ? format(datum.size, '.1f') : 'b'", as: 'label'}],
    encoding: {
      y: {field: 'name', type: 'nominal', sort: null},
      x: {field: 'size', type: 'quantitative', axis: {grid: true}},
      color: {field: 'kind', type: 'nominal'},
    },
    layer: [{mark: 'bar'}, {mark: {type: 'text', align: 'left'}, encoding: {text: {field: 'label'}}}],
  },
  tables: {
    rows: [
      {name: 'One name', size: 1, kind: 'a'},
      {name: 'Another', size: 2, kind: 'b'},
    ],
  },
  titles: {},
  theme: {},
  fonts: [],
  lang: 'en',
  width: 500,
}
