import {expect, test} from 'vitest'
import {placeCharts} from '../../../src/editions/place-charts.ts'
import {parse, stringify} from './sample-edition.ts'

test('puts a drawing into its place, with ids of its own', () => {
  const tree = parse('<figure><div class="chart" data-chart="fig-a"></div></figure>')
  const svg = '<svg><clipPath id="clip1"/><g clip-path="url(#clip1)"/><use href="#clip1"/><text>a id="x"</text></svg>'
  placeCharts(tree, new Map([['fig-a', {key: 'fig-a', svg, alt: 'A', description: '', tables: []}]]))
  expect(stringify(tree)).toBe(
    '<figure><div class="chart" data-chart="fig-a"><svg><clipPath id="fig-a-clip1"/>' +
      '<g clip-path="url(#fig-a-clip1)"/><use href="#fig-a-clip1"/><text>a id="x"</text></svg></div></figure>',
  )
})

test('puts both forms of a drawing there, apart by their classes and ids', () => {
  const tree = parse('<div class="chart" data-chart="fig-a"></div>')
  const [svg, narrow] = ['<svg width="500"><clipPath id="c"/></svg>', '<svg width="300"><clipPath id="c"/></svg>']
  placeCharts(tree, new Map([['fig-a', {key: 'fig-a', svg, narrow, alt: 'A', description: '', tables: []}]]))
  expect(stringify(tree)).toBe(
    '<div class="chart" data-chart="fig-a"><svg class="wide" width="500"><clipPath id="fig-a-c"/></svg>' +
      '<svg class="narrow" width="300"><clipPath id="fig-a-narrow-c"/></svg></div>',
  )
})

test('a chart without a drawing is an error', () => {
  expect(() => placeCharts(parse('<div data-chart="fig-a"></div>'), new Map())).toThrow('Chart fig-a has no drawing')
})
