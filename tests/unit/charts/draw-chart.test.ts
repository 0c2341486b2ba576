import {expect, test} from 'vitest'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {labelSvg} from '../../../src/charts/finish-svg.ts'
import type {ChartJob, JsonObject} from '../../../src/charts/chart-job.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {makeJob, readChartFonts} from './chart-fonts.ts'
import {samples} from './samples.ts'

const tools = await loadDrawingTools(await readChartFonts())

async function draw(part: Partial<ChartJob>) {
  return await drawChart(await makeJob(part), tools)
}

async function drawn(part: Partial<ChartJob>): Promise<string> {
  const result = await draw(part)
  if (!('svg' in result)) throw new Error(result.problem.detail)
  return result.svg
}

async function problem(part: Partial<ChartJob>) {
  const result = await draw(part)
  return 'problem' in result ? result.problem : undefined
}

for (const [key, {spec, tables}] of Object.entries(samples)) {
  test(`draws ${key} without a word, as wide as the text column`, async () => {
    const result = await draw({key, spec, tables})
    expect(result).toMatchObject({key, warnings: []})
    expect(await drawn({key, spec, tables})).toMatch(/^<svg [^>]*width="500" /)
  })
}

test('draws the same bytes again, in whatever company', async () => {
  const sample = {key: 'fig-a', ...samples['annotated-line']}
  const first = await drawn(sample)
  await drawn({key: 'fig-b', ...samples['facet']})
  expect(await drawn(sample)).toBe(first)
})

test('makes chance the same each time', async () => {
  const spec = {
    data: {name: 'rows'},
    transform: [{calculate: 'random()', as: 'place'}],
    mark: 'point',
    encoding: {x: {field: 'place', type: 'quantitative'}},
  }
  expect(await drawn({spec})).toBe(await drawn({spec}))
})

test('draws times in UTC, whatever the zone of the machine', async () => {
  const spec = {
    data: {name: 'days'},
    mark: 'bar',
    encoding: {
      x: {field: 'day', type: 'ordinal', timeUnit: 'yearmonth', axis: {format: '%B %Y'}},
      y: {aggregate: 'sum', field: 'size'},
    },
  }
  const tables = {
    days: [
      {day: '2021-08-01', size: 2},
      {day: '2021-08-31', size: 3},
    ],
  }
  const zone = process.env['TZ']
  const svgs: string[] = []
  for (const each of ['UTC', 'America/Los_Angeles', 'Asia/Karachi']) {
    process.env['TZ'] = each
    svgs.push(await drawn({spec, tables}))
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(new Set(svgs).size).toBe(1)
  expect(svgs[0]).toContain('August')
  expect(svgs[0]).not.toContain('July')
})

test('gives every id the key of its chart', async () => {
  const spec = {
    data: {name: 'rows'},
    mark: {
      type: 'bar',
      clip: true,
      color: {
        gradient: 'linear',
        stops: [
          {offset: 0, color: 'red'},
          {offset: 1, color: 'blue'},
        ],
      },
    },
    encoding: {y: {field: 'name', type: 'nominal'}, x: {field: 'size', type: 'quantitative'}},
  }
  const svg = await drawn({spec, key: 'fig-x'})
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(1)
  for (const id of ids) expect(svg).toContain(`url(#${id})`)
  expect(ids.every((id) => id?.startsWith('fig-x-'))).toBe(true)
})

test('leaves nothing of Vega in the drawing but marks', async () => {
  const svg = labelSvg(await drawn({}), 'Five < six & "more"')
  expect(svg).toContain('role="img" aria-label="Five &lt; six &amp; &quot;more&quot;"')
  expect(svg.match(/role=/g)).toHaveLength(1)
  expect(svg.match(/aria-/g)).toHaveLength(1)
  expect(svg).not.toMatch(/class=|display="none"|<g[^>]*><\/g>/)
  expect(svg).toContain(`font-family="'Source Sans 3', sans-serif"`)
  expect(svg.match(/font-family/g)).toHaveLength(1)
})

test('closes what it opens, also where nothing is drawn', async () => {
  for (const [key, {spec, tables}] of Object.entries(samples)) {
    const svg = await drawn({key, spec, tables})
    expect(svg.match(/<g\b/g)?.length, key).toBe(svg.match(/<\/g>/g)?.length)
  }
  const spec = {data: {name: 'rows'}, mark: 'bar', encoding: {x: {field: 'size', type: 'quantitative', axis: null}}}
  expect(await drawn({spec, tables: {rows: []}})).not.toContain('<g')
})

test('does not draw title and description', async () => {
  const job = await makeJob()
  const spec = {...job.spec, title: {text: 'Headline', subtitle: 'Under it'}, description: 'Said'}
  expect(await drawn({spec})).not.toMatch(/Headline|Under it|Said/)
})

test('titles axes by the columns of the data package', async () => {
  expect(await drawn({titles: {size: 'Size of things'}})).toContain('Size of things')
})

test('breaks long labels of categories into lines', async () => {
  const name = 'The state should publish the terms of every agreement before it is signed'
  const svg = await drawn({tables: {rows: [{name, size: 1}]}})
  expect(svg).toMatch(/<tspan>The state should publish the<\/tspan>/)
})

test('draws Vega specs too', async () => {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: 300,
    height: 40,
    data: [{name: 'rows'}],
    scales: [{name: 'x', domain: {data: 'rows', field: 'size'}, range: 'width', zero: true}],
    marks: [
      {
        type: 'rect',
        from: {data: 'rows'},
        encode: {update: {x: {value: 0}, x2: {scale: 'x', field: 'size'}, yc: {value: 20}, height: {value: 9}}},
      },
    ],
  }
  expect(await drawn({spec})).toMatch(/M0,15.5h300v9h-300Z/)
})

test('reports addresses, wherever they stand', async () => {
  const url = 'https://example.org/x.csv'
  const layers = {layer: [{data: {url}, mark: 'point', encoding: {x: {field: 'a', type: 'quantitative'}}}]}
  expect(await problem({spec: layers})).toEqual({kind: 'outside', detail: url})
  const image = {data: {name: 'rows'}, mark: {type: 'image', url: 'file:///etc/hostname', width: 9, height: 9}}
  expect(await problem({spec: image})).toMatchObject({kind: 'outside'})
})

const broken: readonly (readonly [string, JsonObject, string])[] = [
  ['a mark that does not exist', {mark: 'bra'}, 'spec'],
  ['no mark', {}, 'spec'],
  ['a channel that does not exist', {mark: 'bar', encoding: {xx: {field: 'name'}}}, 'spec'],
  ['an expression that cannot be read', {mark: 'bar', transform: [{calculate: '1 +', as: 'a'}]}, 'expression'],
  ['a function that does not exist', {mark: 'bar', transform: [{calculate: 'fetch("x")', as: 'a'}]}, 'expression'],
  ['the clock', {mark: 'bar', transform: [{calculate: 'now()', as: 'a'}]}, 'expression'],
  ['the clock by another name', {mark: 'bar', transform: [{calculate: 'datetime()', as: 'a'}]}, 'expression'],
  ['a transform that does not exist', {mark: 'bar', transform: [{guess: 'a'}]}, 'spec'],
]

for (const [what, spec, kind] of broken) {
  test(`reports ${what}`, async () => {
    expect(await problem({spec: {data: {name: 'rows'}, ...spec}})).toMatchObject({kind})
  })
}

test('makes no code of text', async () => {
  const {Function: original} = globalThis
  const spec = {
    data: {name: 'rows'},
    transform: [{calculate: "datum.name + ': ' + datum.size", as: 'a'}],
    mark: 'text',
    encoding: {text: {field: 'a'}, y: {field: 'size', type: 'quantitative'}, color: {field: 'name'}},
  }
  try {
    globalThis.Function = (() => {
      throw new Error('code of text')
    }) as unknown as FunctionConstructor
    expect(await drawn({spec})).toContain('First: 3')
  } finally {
    globalThis.Function = original
  }
})

test('reports too many rows', async () => {
  const rows = Array.from({length: 100_001}, (_, size) => ({size}))
  expect(await problem({tables: {rows}})).toMatchObject({kind: 'rows'})
})

test('reports too many marks', async () => {
  const rows = Array.from({length: 20_001}, (_, size) => ({size}))
  const spec = {data: {name: 'rows'}, width: 300, mark: 'point', encoding: {x: {field: 'size', type: 'quantitative'}}}
  expect(await problem({spec, tables: {rows}})).toMatchObject({kind: 'marks'})
})

test('warns of labels over each other and of a chart that is too wide', async () => {
  const spec = {
    data: {name: 'rows'},
    width: 900,
    mark: 'text',
    encoding: {x: {field: 'size', type: 'quantitative', scale: {domain: [0, 9999]}}, text: {field: 'name'}},
  }
  const result = await draw({spec})
  const kinds = 'warnings' in result ? result.warnings.map(({kind}) => kind) : []
  expect(kinds).toEqual(['wide', 'touch'])
  expect('svg' in result && result.svg).toMatch(/^<svg [^>]*width="500" height="[\d.]+" viewBox="0 0 9\d\d/)
})

test('lets shapes be seen through by their paint', async () => {
  const mark = {type: 'point', opacity: 0.5, fillOpacity: 0.5, stroke: '#1B1B1F'}
  const spec = {data: {name: 'rows'}, mark, encoding: {x: {field: 'size', type: 'quantitative'}}}
  const svg = await drawn({spec})
  expect(svg).toContain('fill-opacity="0.25" stroke-opacity="0.5"')
  expect(svg).not.toMatch(/[" ]opacity=/)
})

test('refuses paints from outside, and drawings of a height that no page has', async () => {
  const x = {field: 'size', type: 'quantitative'}
  const spec = {data: {name: 'rows'}, mark: {type: 'bar', fill: 'url(https://example.org/x.svg#a)'}, encoding: {x}}
  expect(await problem({spec})).toEqual({kind: 'outside', detail: 'https://example.org/x.svg#a'})
  expect(await problem({spec: {...spec, mark: 'bar', height: 1e9}})).toMatchObject({kind: 'spec'})
})
