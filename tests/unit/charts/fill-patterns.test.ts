import {expect, test} from 'vitest'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {makeJob, readTheme} from './chart-fonts.ts'

const tools = await loadDrawingTools([])
const theme = await readTheme()
const rows = ['a', 'b', 'c'].map((kind, index) => ({kind, size: index + 1}))
const size = {field: 'size', type: 'quantitative'}

async function drawn(mark: string, encoding: object, patterns: unknown): Promise<string> {
  const spec = {data: {name: 'rows'}, mark, encoding: {color: {field: 'kind', type: 'nominal'}, ...encoding}}
  const result = await drawChart(await makeJob({spec, tables: {rows}, theme: {...theme, patterns}}), tools)
  return 'svg' in result ? result.svg : result.problem.detail
}

test('colours of series have patterns, in the legend too, with ids of the drawing', async () => {
  const svg = await drawn('bar', {x: size}, ['none', 'diagonal', 'dots'])
  expect(svg.match(/<pattern id="[^"]+"/g)).toEqual([
    '<pattern id="fig-test-pattern-1f8a80"',
    '<pattern id="fig-test-pattern-f46a25"',
  ])
  expect(svg.match(/ fill="url\(#fig-test-pattern-1f8a80\)"/g)).toHaveLength(2)
  expect(svg.match(/ fill="#12436D"/g)).toHaveLength(2)
  expect(svg).toContain('patternTransform="rotate(45)"')
})

test('slices and areas have them, points and lines have not', async () => {
  expect(await drawn('arc', {theta: size}, ['cross'])).toContain('url(#fig-test-pattern-12436d)')
  expect(await drawn('point', {x: size, color: undefined}, ['cross'])).not.toContain('pattern')
})

test('a theme without patterns, or with others than there are, draws none', async () => {
  for (const patterns of [undefined, ['none'], ['waves'], 'diagonal']) {
    expect(await drawn('bar', {x: size}, patterns)).not.toContain('pattern')
  }
})
