import {expect, test} from 'vitest'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {isReadable, narrowVariants} from '../../../src/charts/narrow-variants.ts'
import {makeJob, readChartFonts} from './chart-fonts.ts'

const tools = await loadDrawingTools(await readChartFonts())
const panel = {mark: 'bar', encoding: {y: {field: 'name'}, x: {field: 'size', type: 'quantitative'}}}

async function specs(spec: object) {
  return narrowVariants({...(await makeJob({spec: {...spec}})), width: 300}).map(({spec, sideLabels}) => ({
    ...spec,
    sideLabels,
  }))
}

test('plots beside each other are tried below each other', async () => {
  const sides = [84, 135]
  expect(await specs({...panel, width: 480})).toEqual(sides.map((sideLabels) => ({...panel, sideLabels})))
  expect((await specs({hconcat: [panel, panel]})).slice(2)).toEqual(
    sides.map((sideLabels) => ({columns: 1, concat: [panel, panel], sideLabels})),
  )
  expect((await specs({facet: {field: 'name'}, columns: 3, spec: panel}))[2]).toMatchObject({columns: 1})
  const column = {...panel, encoding: {...panel.encoding, column: {field: 'kind'}}}
  expect((await specs(column))[2]).toMatchObject({encoding: {facet: {field: 'kind', columns: 1}}})
  const facet = {...panel, encoding: {...panel.encoding, facet: {field: 'kind', columns: 3}}}
  expect((await specs(facet))[2]).toMatchObject({encoding: {facet: {columns: 1}}})
  expect(await specs({$schema: 'https://vega.github.io/schema/vega/v6.json', width: 480})).toHaveLength(2)
})

test('a narrow drawing is as wide as it should be, and says so when it cannot be read', async () => {
  const spec = {
    data: {name: 'rows'},
    hconcat: ['size', 'other'].map((field) => ({
      ...panel,
      encoding: {...panel.encoding, x: {field, type: 'quantitative'}},
    })),
  }
  const rows = ['A name of several words', 'Another name'].map((name, index) => ({name, size: index + 1, other: index}))
  const job = await makeJob({spec, tables: {rows}, width: 300, isNarrow: true})
  const result = await drawChart(job, tools)
  expect(isReadable(result)).toBe(true)
  expect('svg' in result ? result.svg : '').toMatch(/^<svg [^>]*width="(?:300|29\d(?:\.\d+)?)" /)
  const wide = {...panel, data: {name: 'rows'}, mark: {type: 'text', text: 'x'.repeat(90)}}
  expect(isReadable(await drawChart({...job, spec: wide}, tools))).toBe(false)
})
