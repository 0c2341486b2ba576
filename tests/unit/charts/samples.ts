import type {JsonObject} from '../../../src/charts/chart-job.ts'

export interface Sample {
  readonly spec: JsonObject
  readonly tables: Readonly<Record<string, readonly JsonObject[]>>
}

const regions = [
  {region: 'Khyber Pakhtunkhwa', before: 87, after: 156, change: 69},
  {region: 'Balochistan', before: 60, after: 79, change: 19},
  {region: 'Sindh', before: 11, after: 9, change: -2},
  {region: 'Punjab & Islamabad', before: 7, after: 6, change: -1},
]
const attacks = regions.flatMap(({region, before, after}) => [
  {region, period: '2021–22', attacks: after},
  {region, period: '2020–21', attacks: before},
])
const months = Array.from({length: 24}, (_, index) => ({
  month: `${2020 + Math.floor((index + 7) / 12)}-${String(((index + 7) % 12) + 1).padStart(2, '0')}-01`,
  attacks: Math.round(14 + index * 0.6 + 5 * Math.sin(index)),
  killed: Math.round(24 + index * 0.9 + 9 * Math.cos(index)),
}))
const byMonth = months.flatMap(({month, attacks: count, killed}) => [
  {month, kind: 'Attacks', number: count},
  {month, kind: 'Killed', number: killed},
])
const strengths = [
  {group: 'Tehrik-i-Taliban Pakistan', low: 3000, high: 5500},
  {group: 'Islamic State Khorasan', low: 1500, high: 4000},
  {group: 'Baloch Liberation Army', low: 600, high: 1000},
  {group: 'Al-Qaeda', low: 180, high: 400},
]

const groupedBars: JsonObject = {
  title: {text: 'Dropped', subtitle: 'Dropped too'},
  data: {name: 'attacks'},
  encoding: {
    y: {field: 'region', type: 'nominal', sort: null},
    yOffset: {field: 'period', sort: ['2021–22', '2020–21']},
    x: {field: 'attacks', type: 'quantitative', axis: null},
    color: {field: 'period', scale: {domain: ['2021–22', '2020–21'], range: ['#12436D', '#9FB4C7']}},
  },
  layer: [
    {mark: 'bar'},
    {
      mark: {type: 'text', align: 'left', dx: 5},
      encoding: {text: {field: 'attacks'}, color: {value: '#1B1B1F'}},
    },
  ],
}

const rangePlot: JsonObject = {
  data: {name: 'strengths'},
  encoding: {y: {field: 'group', type: 'nominal', sort: null}},
  layer: [
    {
      mark: {type: 'rule', strokeWidth: 4, color: '#9FB4C7'},
      encoding: {x: {field: 'low', type: 'quantitative', title: 'Fighters'}, x2: {field: 'high'}},
    },
    {mark: 'point', encoding: {x: {field: 'low', type: 'quantitative'}}},
    {mark: 'point', encoding: {x: {field: 'high', type: 'quantitative'}}},
    {
      transform: [{calculate: "format(datum.low, ',') + '–' + format(datum.high, ',')", as: 'label'}],
      mark: {type: 'text', align: 'left', dx: 8},
      encoding: {x: {field: 'high', type: 'quantitative'}, text: {field: 'label'}},
    },
  ],
}

const slope: JsonObject = {
  data: {name: 'attacks'},
  height: 240,
  encoding: {
    x: {field: 'period', type: 'ordinal', axis: {orient: 'top'}, scale: {padding: 0.5}},
    y: {field: 'attacks', type: 'quantitative', axis: null},
    detail: {field: 'region'},
  },
  layer: [
    {mark: {type: 'line', point: true}},
    {
      transform: [{filter: "datum.period === '2021–22'"}],
      mark: {type: 'text', align: 'left', dx: 8, dy: {expr: "datum.region === 'Sindh' ? -6 : 4"}},
      encoding: {text: {field: 'region'}},
    },
  ],
}

const annotatedLine: JsonObject = {
  data: {name: 'months'},
  layer: [
    {
      mark: 'line',
      encoding: {
        x: {field: 'month', type: 'temporal', axis: {format: '%b %Y'}},
        y: {field: 'attacks', type: 'quantitative', title: 'Attacks a month'},
      },
    },
    {
      data: {values: [{day: '2021-08-15', text: 'Kabul falls'}]},
      encoding: {x: {field: 'day', type: 'temporal'}},
      layer: [
        {mark: {type: 'rule', strokeDash: [3, 3]}},
        {mark: {type: 'text', align: 'left', dx: 5, y: 8}, encoding: {text: {field: 'text'}}},
      ],
    },
  ],
}

const heatTable: JsonObject = {
  data: {name: 'attacks'},
  encoding: {
    x: {field: 'period', type: 'ordinal', sort: null, axis: {orient: 'top'}},
    y: {field: 'region', type: 'nominal', sort: null},
  },
  layer: [
    {mark: 'rect', encoding: {color: {field: 'attacks', type: 'quantitative', legend: null}}},
    {
      mark: 'text',
      encoding: {
        text: {field: 'attacks'},
        color: {condition: {test: 'datum.attacks > 70', value: '#FFFFFF'}, value: '#1B1B1F'},
      },
    },
  ],
}

/** Charts of the kinds that briefs hold, with the cases that spoil them: no rows, nulls, long labels, many series. */
export const samples: Readonly<Record<string, Sample>> = {
  'grouped-bars': {spec: groupedBars, tables: {attacks}},
  range: {spec: rangePlot, tables: {strengths}},
  slope: {spec: slope, tables: {attacks}},
  'annotated-line': {spec: annotatedLine, tables: {months}},
  'two-lines': {
    spec: {
      data: {name: 'byMonth'},
      mark: 'line',
      encoding: {
        x: {field: 'month', type: 'temporal'},
        y: {field: 'number', type: 'quantitative', title: 'A month'},
        color: {field: 'kind'},
      },
    },
    tables: {byMonth},
  },
  facet: {
    spec: {
      data: {name: 'byMonth'},
      mark: 'area',
      height: 120,
      encoding: {
        facet: {field: 'kind', columns: 2},
        x: {field: 'month', type: 'temporal', axis: {tickCount: 3, format: '%Y'}},
        y: {field: 'number', type: 'quantitative', title: null},
      },
    },
    tables: {byMonth},
  },
  'heat-table': {spec: heatTable, tables: {attacks}},
  'no-rows': {
    spec: {
      data: {name: 'none'},
      mark: 'bar',
      encoding: {x: {field: 'attacks', type: 'quantitative'}, y: {field: 'region', type: 'nominal'}},
    },
    tables: {none: []},
  },
  nulls: {
    spec: {
      data: {name: 'gaps'},
      mark: {type: 'line', point: true},
      encoding: {
        x: {field: 'year', type: 'ordinal'},
        y: {field: 'rate', type: 'quantitative', title: 'Per cent'},
      },
    },
    tables: {
      gaps: [
        {year: 2018, rate: 3.5},
        {year: 2019, rate: null},
        {year: 2020, rate: 4.1},
        {year: 2021, rate: 4.9},
        {year: 2022, rate: null},
      ],
    },
  },
  'long-labels': {
    spec: {
      data: {name: 'answers'},
      mark: 'bar',
      encoding: {
        y: {field: 'answer', type: 'nominal', sort: '-x'},
        x: {field: 'share', type: 'quantitative', title: 'Share of answers, %'},
      },
    },
    tables: {
      answers: [
        {answer: 'The state should publish the terms of every agreement before it is signed', share: 61},
        {answer: 'Parliament alone should decide', share: 22},
        {answer: 'Talks should be left to the army and to the intelligence services', share: 9},
        {answer: 'No opinion', share: 8},
      ],
    },
  },
  columns: {
    spec: {
      data: {name: 'regions'},
      encoding: {
        x: {field: 'region', type: 'nominal', sort: null},
        y: {field: 'change', type: 'quantitative', axis: null},
      },
      layer: [
        {mark: {type: 'bar', width: {band: 0.6}}},
        {
          mark: {
            type: 'text',
            baseline: {expr: "datum.change < 0 ? 'top' : 'bottom'"},
            dy: {expr: 'datum.change < 0 ? 4 : -4'},
          },
          encoding: {text: {field: 'change', format: '+'}},
        },
      ],
    },
    tables: {regions},
  },
  'long-column-labels': {
    spec: {
      data: {name: 'strengths'},
      mark: 'bar',
      encoding: {
        x: {field: 'group', type: 'nominal', sort: null},
        y: {field: 'high', type: 'quantitative', title: 'Fighters at most', axis: {format: ','}},
      },
    },
    tables: {strengths},
  },
  'stacked-shares': {
    spec: {
      data: {name: 'attacks'},
      mark: 'bar',
      encoding: {
        y: {field: 'period', type: 'nominal', sort: null},
        order: {field: 'attacks', sort: 'descending'},
        x: {field: 'attacks', type: 'quantitative', stack: 'normalize', axis: {format: '%'}, title: null},
        color: {field: 'region', sort: null},
      },
    },
    tables: {attacks},
  },
  scatter: {
    spec: {
      data: {name: 'months'},
      mark: 'point',
      height: 240,
      encoding: {
        x: {field: 'attacks', type: 'quantitative', title: 'Attacks a month', scale: {zero: false}},
        y: {field: 'killed', type: 'quantitative', title: 'Killed a month', scale: {zero: false}},
      },
    },
    tables: {months},
  },
  'row-facets': {
    spec: {
      data: {name: 'byMonth'},
      mark: 'bar',
      height: 70,
      encoding: {
        row: {field: 'kind'},
        x: {field: 'month', type: 'ordinal', timeUnit: 'yearquarter', axis: {format: '%b %Y', labelOverlap: true}},
        y: {aggregate: 'sum', field: 'number', axis: {tickCount: 3}, title: null},
      },
    },
    tables: {byMonth},
  },
  concatenated: {
    spec: {
      data: {name: 'regions'},
      hconcat: [
        {
          title: 'Before',
          mark: 'bar',
          encoding: {
            y: {field: 'region', type: 'nominal', sort: null},
            x: {field: 'before', type: 'quantitative', title: null},
          },
        },
        {
          title: 'After',
          mark: 'bar',
          encoding: {
            y: {field: 'region', type: 'nominal', sort: null, axis: null},
            x: {field: 'after', type: 'quantitative', title: null},
          },
        },
      ],
    },
    tables: {regions},
  },
}
