import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {withChartViews} from '../../../src/sources/chart-views.ts'
import {validateCharts} from '../../../src/sources/validate-charts.ts'
import {validateValues} from '../../../src/sources/validate-values.ts'

function read(specs: Readonly<Record<string, unknown>>, values = '') {
  const files = new Map(
    Object.entries(specs).map(([name, spec]) => [
      name,
      new VFile({path: `${name}.vl.json`, value: JSON.stringify(spec, undefined, 1)}),
    ]),
  )
  const definitions = withChartViews(
    validateValues(new VFile({path: 'values.yaml', value: values})),
    validateCharts(files),
  )
  const said = [...files.values()].flatMap(({path, messages}) =>
    messages.map(({line, column, ruleId}) => `${path}:${line}:${column} ${ruleId}`),
  )
  return {definitions, said}
}

const view = (views: unknown) => ({usermeta: {views}, mark: 'bar'})

test('a chart defines views of its own', () => {
  const {definitions, said} = read(
    {rain: view({wet: {sql: 'SELECT 1 AS mm', fields: {mm: {title: 'Rain'}}}}), wind: {mark: 'bar'}},
    'views: {dry: {sql: SELECT 0}}',
  )
  expect(said).toEqual([])
  expect([...definitions.views.keys()]).toEqual(['dry', 'wet'])
  expect(definitions.views.get('wet')).toMatchObject({
    name: 'wet',
    sql: 'SELECT 1 AS mm',
    fields: {mm: {title: 'Rain'}},
    file: {path: 'rain.vl.json'},
    place: {line: 4, column: 4},
  })
})

test('mistakes stand on the chart', () => {
  expect(read({rain: view('SELECT 1')}).said).toEqual(['rain.vl.json:3:12 shape-wrong-type'])
  expect(read({rain: view({wet: {}})}).said).toEqual([expect.stringMatching(/^rain\.vl\.json:4:\d+ /)])
  expect(read({rain: view({'1 wet': {sql: 'SELECT 1'}})}).said).toEqual(['rain.vl.json:4:4 definition-name'])
  const twice = read({rain: view({wet: {sql: 'SELECT 1'}}), wind: view({wet: {sql: 'SELECT 2'}})})
  expect(twice.said).toEqual(['wind.vl.json:4:4 values-name-taken'])
})
