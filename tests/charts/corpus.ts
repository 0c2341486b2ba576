import type {ChartJob, JsonObject} from '../../src/charts/chart-job.ts'

const names = ['Khyber Pakhtunkhwa', 'Balochistan', 'Sindh', 'Punjab']
const rows = names.flatMap((region, index) =>
  [2020, 2021, 2022].map((year) => ({
    region,
    year: `${year}-01-01`,
    span: String(year),
    attacks: 90 - index * 25 + (year - 2020) * (12 - index * 8),
    killed: 150 - index * 40 + (year - 2020) * 9,
    share: (4 - index) / 10,
    low: 10 * (4 - index),
    high: 15 * (4 - index) + year - 2020,
  })),
)
const days = Array.from({length: 90}, (_, index) => ({
  day: new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10),
  attacks: 5 + ((index * 7919) % 11),
  temperature: Math.round(100 * Math.sin(index / 9)) / 10,
}))

/** Tables that the corpus draws; the last ones are what spoils a chart. */
export const tables: ChartJob['tables'] = {
  rows,
  days,
  none: [],
  one: [{region: 'Sindh', attacks: 9, year: '2021-01-01'}],
  gaps: [
    {region: 'A', attacks: 5, year: '2019-01-01'},
    {region: 'B', attacks: null, year: '2020-01-01'},
    {region: null, attacks: 7, year: '2021-01-01'},
    {region: 'D', attacks: 3, year: null},
  ],
  long: [
    {region: 'The province that was called North-West Frontier Province until the year 2010', attacks: 12},
    {region: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller', attacks: 3},
    {region: '', attacks: 1},
  ],
  signs: [
    {region: 'Up', attacks: 12},
    {region: 'None', attacks: 0},
    {region: 'Down', attacks: -7},
    {region: 'Far', attacks: -1234567.891},
  ],
  odd: [
    {region: '<b>&"\'', attacks: 1},
    {region: 'کراچی', attacks: 2},
    {region: 'a.b[c]', attacks: 3},
    {region: '🌧', attacks: 4},
  ],
  huge: [
    {region: 'Small', attacks: 1e-9},
    {region: 'Large', attacks: 9.9e15},
  ],
  many: Array.from({length: 400}, (_, index) => ({region: `Region ${index}`, attacks: (index * 37) % 101})),
}

const n = {field: 'region', type: 'nominal'}
const q = {field: 'attacks', type: 'quantitative'}
const k = {field: 'killed', type: 'quantitative'}
const t = {field: 'year', type: 'temporal'}
const of = (name: string, view: JsonObject): JsonObject => ({data: {name}, ...view})
const view = (mark: unknown, encoding: JsonObject, more: JsonObject = {}): JsonObject => ({mark, encoding, ...more})
const derived = (transform: readonly JsonObject[], mark: unknown, encoding: JsonObject): JsonObject =>
  of('rows', {transform, mark, encoding})
const map = {
  url: 'https://cdn.jsdelivr.net/npm/world-atlas@2/countries-110m.json',
  format: {type: 'topojson', feature: 'countries'},
}

/** Every mark of Vega-Lite. */
const marks: Readonly<Record<string, JsonObject>> = {
  bar: of('rows', view('bar', {x: {aggregate: 'sum', ...q}, y: n})),
  column: of('rows', view('bar', {x: n, y: {aggregate: 'sum', ...q}})),
  line: of('rows', view('line', {x: t, y: q, color: n})),
  'line with points': of('rows', view({type: 'line', point: true, interpolate: 'monotone'}, {x: t, y: q, color: n})),
  'stepped line': of(
    'days',
    view({type: 'line', interpolate: 'step-after'}, {x: {field: 'day', type: 'temporal'}, y: q}),
  ),
  trail: of('rows', view('trail', {x: t, y: q, size: k, color: n})),
  area: of('rows', view('area', {x: t, y: {...q, stack: 'zero'}, color: n})),
  'area, normalized': of('rows', view('area', {x: t, y: {...q, stack: 'normalize'}, color: n})),
  stream: of('rows', view('area', {x: t, y: {...q, stack: 'center', axis: null}, color: n})),
  point: of('rows', view('point', {x: q, y: k, shape: n, color: n})),
  circle: of('rows', view('circle', {x: q, y: k, size: {field: 'share', type: 'quantitative'}})),
  square: of('rows', view('square', {x: t, y: n, size: q})),
  tick: of('rows', view('tick', {x: q, y: n})),
  rule: of('rows', view('rule', {y: n, x: {field: 'low', type: 'quantitative'}, x2: {field: 'high'}})),
  rect: of('rows', view('rect', {x: {field: 'span', type: 'ordinal'}, y: n, color: q})),
  text: of('rows', view('text', {x: {field: 'span', type: 'ordinal'}, y: n, text: q})),
  arc: of('one', view({type: 'arc', innerRadius: 40}, {theta: q, color: n}, {width: 200})),
  'arc of many': of('rows', view('arc', {theta: {aggregate: 'sum', ...q}, color: n, order: q}, {width: 240})),
  boxplot: of('rows', view('boxplot', {x: q, y: n})),
  errorbar: of('rows', view('errorbar', {x: {...q, scale: {zero: false}}, y: n})),
  errorband: of('rows', view('errorband', {x: t, y: q})),
  geoshape: {data: map, projection: {type: 'equalEarth'}, mark: 'geoshape', height: 240},
  graticule: {
    projection: {type: 'naturalEarth1'},
    layer: [
      {data: {sphere: true}, mark: {type: 'geoshape', fill: '#F4F6F8'}},
      {data: {graticule: {step: [30, 30]}}, mark: {type: 'geoshape', filled: false, stroke: '#E3E6EA'}},
    ],
  },
}

/** Channels and what they may hold. */
const channels: Readonly<Record<string, JsonObject>> = {
  'x and y offset': of('rows', view('bar', {y: n, yOffset: {field: 'span'}, x: q, color: {field: 'span'}})),
  'x offset': of('rows', view('bar', {x: n, xOffset: {field: 'span'}, y: q, color: {field: 'span', type: 'ordinal'}})),
  'opacity and stroke dash': of('rows', view('line', {x: t, y: q, strokeDash: n, opacity: n})),
  'stroke and fill': of(
    'rows',
    view('bar', {x: q, y: n, fill: n, stroke: {value: '#1B1B1F'}, strokeWidth: {value: 1}}),
  ),
  'detail and order': of('rows', view('line', {x: q, y: k, detail: n, order: t})),
  angle: of(
    'rows',
    view(
      {type: 'text', text: '→', fontSize: 20},
      {x: q, y: k, angle: {field: 'attacks', type: 'quantitative', scale: {range: [0, 90]}}},
    ),
  ),
  'theta and radius': of('rows', view('arc', {theta: n, radius: {aggregate: 'sum', ...q}, color: n}, {width: 260})),
  'href, tooltip and description': of('rows', view('bar', {y: n, x: q, tooltip: q, description: n})),
  'row and column': of(
    'rows',
    view(
      'bar',
      {row: n, column: {field: 'span'}, x: {field: 'attacks', type: 'quantitative', axis: {tickCount: 2}}},
      {height: 30},
    ),
  ),
  'facet in two columns': of('rows', view('bar', {facet: {...n, columns: 2}, x: {field: 'span'}, y: q}, {height: 80})),
  'x2 and y2': of(
    'rows',
    view('rect', {
      x: {field: 'low', type: 'quantitative'},
      x2: {field: 'high'},
      y: {datum: 0},
      y2: q,
      opacity: {value: 0.3},
    }),
  ),
  'bins, log and power scales': of(
    'rows',
    view('bar', {x: {bin: {maxbins: 5}, ...q}, y: {aggregate: 'count', scale: {type: 'sqrt'}}}),
  ),
  'a logarithmic scale': of('huge', view('point', {x: {...q, scale: {type: 'log'}}, y: n})),
  'time units': of(
    'days',
    view('bar', {x: {field: 'day', timeUnit: 'yearmonth', type: 'temporal'}, y: {aggregate: 'mean', ...q}}),
  ),
  'conditions and selections': of('rows', {
    params: [{name: 'pick', select: 'point'}],
    ...view('bar', {y: n, x: q, color: {condition: {param: 'pick', value: '#12436D'}, value: '#9FB4C7'}}),
  }),
  parameters: of('rows', {
    params: [{name: 'least', value: 40}],
    ...view('bar', {
      y: n,
      x: q,
      color: {condition: {test: 'datum.attacks > least', value: '#12436D'}, value: '#9FB4C7'},
    }),
  }),
}

/** Every transform. */
const transforms: Readonly<Record<string, JsonObject>> = {
  aggregate: derived([{aggregate: [{op: 'mean', field: 'attacks', as: 'mean'}], groupby: ['region']}], 'bar', {
    y: n,
    x: {field: 'mean', type: 'quantitative'},
  }),
  bin: derived([{bin: {step: 20}, field: 'attacks', as: 'class'}], 'bar', {
    x: {field: 'class', bin: 'binned', type: 'quantitative'},
    x2: {field: 'class_end'},
    y: {aggregate: 'count'},
  }),
  'calculate and filter': derived(
    [{calculate: 'datum.killed / datum.attacks', as: 'rate'}, {filter: 'datum.rate > 1'}],
    'tick',
    {x: {field: 'rate', type: 'quantitative'}, y: n},
  ),
  density: derived([{density: 'attacks', bandwidth: 8}], 'area', {
    x: {field: 'value', type: 'quantitative'},
    y: {field: 'density', type: 'quantitative'},
  }),
  extent: derived([{extent: 'attacks', param: 'ends'}, {filter: 'datum.attacks == ends[1]'}], 'bar', {y: n, x: q}),
  flatten: of('rows', {
    transform: [{calculate: '[datum.low, datum.high]', as: 'ends'}, {flatten: ['ends']}],
    ...view('tick', {y: n, x: {field: 'ends', type: 'quantitative'}}),
  }),
  fold: derived([{fold: ['low', 'high'], as: ['end', 'size']}], 'point', {
    y: n,
    x: {field: 'size', type: 'quantitative'},
    color: {field: 'end'},
  }),
  impute: of('gaps', {
    transform: [{impute: 'attacks', key: 'year', value: 0, groupby: ['region']}],
    ...view('line', {x: t, y: q, color: n}),
  }),
  joinaggregate: derived(
    [{joinaggregate: [{op: 'sum', field: 'attacks', as: 'all'}]}, {calculate: 'datum.attacks / datum.all', as: 'part'}],
    'bar',
    {y: n, x: {field: 'part', type: 'quantitative', axis: {format: '.0%'}}},
  ),
  loess: derived([{loess: 'attacks', on: 'killed'}], 'line', {x: k, y: q}),
  lookup: derived(
    [{lookup: 'region', from: {data: {name: 'one'}, key: 'region', fields: ['year']}, as: ['found']}],
    'point',
    {y: n, x: q, color: {field: 'found'}},
  ),
  pivot: derived([{pivot: 'span', value: 'attacks', groupby: ['region']}], 'point', {
    y: n,
    x: {field: '2022', type: 'quantitative'},
  }),
  quantile: derived([{quantile: 'attacks', step: 0.1}], 'line', {
    x: {field: 'prob', type: 'quantitative'},
    y: {field: 'value', type: 'quantitative'},
  }),
  regression: derived([{regression: 'attacks', on: 'killed', method: 'poly', order: 2}], 'line', {x: k, y: q}),
  sample: derived([{sample: 5}], 'point', {x: q, y: n}),
  stack: derived([{stack: 'attacks', groupby: ['span'], as: ['from', 'to'], offset: 'zero'}], 'bar', {
    y: {field: 'span'},
    x: {field: 'from', type: 'quantitative'},
    x2: {field: 'to'},
    color: n,
  }),
  timeUnit: of('days', {
    transform: [{timeUnit: 'month', field: 'day', as: 'month'}],
    ...view('bar', {
      x: {field: 'month', type: 'ordinal', axis: {format: '%b', formatType: 'time'}},
      y: {aggregate: 'sum', ...q},
    }),
  }),
  window: derived(
    [
      {window: [{op: 'rank', as: 'place'}], sort: [{field: 'attacks', order: 'descending'}]},
      {filter: 'datum.place <= 3'},
    ],
    'bar',
    {y: n, x: q},
  ),
}

/** Ways to put views together. */
const compositions: Readonly<Record<string, JsonObject>> = {
  layers: of('rows', {encoding: {x: t, color: n}, layer: [view('line', {y: q}), view('point', {y: q})]}),
  'independent scales': of('rows', {
    layer: [view('bar', {x: n, y: q}), view('point', {x: n, y: k})],
    resolve: {scale: {y: 'independent'}},
  }),
  concat: of('rows', {columns: 2, concat: [view('bar', {y: n, x: q}), view('bar', {y: {...n, axis: null}, x: k})]}),
  vconcat: of('rows', {vconcat: [view('bar', {y: n, x: q}), view('line', {x: t, y: q, color: n}, {height: 100})]}),
  repeat: of('rows', {
    repeat: ['attacks', 'killed'],
    columns: 2,
    spec: view('bar', {y: n, x: {field: {repeat: 'repeat'}, type: 'quantitative'}}),
  }),
  'repeat in layers': of('rows', {
    repeat: {layer: ['attacks', 'killed']},
    spec: view('line', {
      x: t,
      y: {aggregate: 'sum', field: {repeat: 'layer'}, type: 'quantitative'},
      color: {datum: {repeat: 'layer'}},
    }),
  }),
  'facet with layers': of('rows', {
    facet: {field: 'region'},
    columns: 2,
    spec: {
      height: 70,
      layer: [
        view('bar', {x: {field: 'span'}, y: q}),
        view({type: 'text', dy: -6}, {x: {field: 'span'}, y: q, text: q}),
      ],
    },
  }),
  'a time axis under a bar': of('days', {
    vconcat: [
      view('bar', {x: {field: 'day', type: 'temporal'}, y: q}, {height: 60}),
      view(
        'area',
        {x: {field: 'day', type: 'temporal'}, y: {field: 'temperature', type: 'quantitative'}},
        {height: 60},
      ),
    ],
  }),
}

/** Data that spoil charts. */
const spoilers: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  ['none', 'one', 'gaps', 'long', 'signs', 'odd', 'huge', 'many'].flatMap((name) => [
    [`bars of ${name}`, of(name, view('bar', {y: n, x: q}))],
    [`a line of ${name}`, of(name, view({type: 'line', point: true}, {x: n, y: q}))],
  ]),
)

const vega = 'https://vega.github.io/schema/vega/v6.json'
const plot = {
  $schema: vega,
  width: 400,
  height: 100,
  scales: [
    {name: 'x', type: 'band', range: 'width', domain: {data: 'rows', field: 'region'}, padding: 0.2},
    {name: 'y', range: 'height', domain: {data: 'rows', field: 'attacks'}},
  ],
  axes: [{scale: 'x', orient: 'bottom'}],
  marks: [
    {
      type: 'rect',
      from: {data: 'rows'},
      encode: {
        enter: {
          x: {scale: 'x', field: 'region'},
          width: {scale: 'x', band: 1},
          y: {scale: 'y', field: 'attacks'},
          y2: {scale: 'y', value: 0},
        },
      },
    },
  ],
}
const forever = `test(/^(a+)+$/, '${'a'.repeat(40)}b')`

/** Vega specs, and specs that must be stopped. */
const others: Readonly<Record<string, JsonObject>> = {
  'Vega, bars': {...plot, data: [{name: 'rows'}]},
  'Vega, a force layout': {
    $schema: vega,
    width: 200,
    height: 200,
    data: [{name: 'rows'}],
    marks: [
      {
        type: 'symbol',
        from: {data: 'rows'},
        encode: {enter: {size: {value: 40}, fill: {value: '#12436D'}}},
        transform: [
          {
            type: 'force',
            static: true,
            iterations: 50,
            forces: [
              {force: 'collide', radius: 8},
              {force: 'center', x: 100, y: 100},
            ],
          },
        ],
      },
    ],
  },
  'Vega, a contour': {
    $schema: vega,
    width: 200,
    height: 100,
    data: [
      {name: 'rows'},
      {
        name: 'lines',
        source: 'rows',
        transform: [
          {type: 'kde2d', size: [200, 100], x: {expr: 'datum.attacks'}, y: {expr: 'datum.share * 100'}, as: 'grid'},
        ],
      },
    ],
    marks: [],
  },
  'Vega, rows from outside': {...plot, data: [{name: 'rows', url: 'https://example.org/rows.json'}]},
  'Vega, an unknown scale': {...plot, data: [{name: 'rows'}], axes: [{scale: 'z', orient: 'bottom'}]},
  'Vega, a wrong mark': {...plot, data: [{name: 'rows'}], marks: [{type: 'sphere'}]},
  'an endless expression': of('one', {transform: [{calculate: forever, as: 'x'}], ...view('bar', {y: n, x: q})}),
  'a million marks': of('one', {
    transform: [{calculate: 'sequence(1000000)', as: 'i'}, {flatten: ['i']}],
    ...view('point', {x: {field: 'i', type: 'quantitative'}}),
  }),
  'a sequence': {
    data: {sequence: {start: 0, stop: 12, step: 0.5, as: 'x'}},
    transform: [{calculate: 'sin(datum.x)', as: 'y'}],
    ...view('line', {x: {field: 'x', type: 'quantitative'}, y: {field: 'y', type: 'quantitative'}}),
  },
  'a picture from outside': of('one', view({type: 'image', url: 'https://example.org/a.png'}, {x: q})),
  'a link': of('one', view({type: 'bar', href: 'https://example.org/'}, {x: q})),
  'the clock': derived([{calculate: 'now()', as: 'x'}], 'bar', {x: {field: 'x', type: 'quantitative'}}),
  'code in an expression': derived([{calculate: "constructor.constructor('return process')()", as: 'x'}], 'bar', {
    x: {field: 'x', type: 'quantitative'},
  }),
  'an unfinished expression': derived([{calculate: 'datum.attacks +', as: 'x'}], 'bar', {
    x: {field: 'x', type: 'quantitative'},
  }),
  'an unknown projection': {data: map, projection: {type: 'flat'}, mark: 'geoshape'},
}

/** Specs that cover the grammar, and what spoils charts, by what they are. */
export const corpus: Readonly<Record<string, JsonObject>> = {
  ...marks,
  ...channels,
  ...transforms,
  ...compositions,
  ...spoilers,
  ...others,
}
