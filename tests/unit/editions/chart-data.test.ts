import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {appendChartData, foldChartData} from '../../../src/editions/chart-data.ts'
import {wordsOf} from '../../../src/editions/words.ts'
import {makeTable} from '../../support/make-merged.ts'
import {parse, stringify} from './sample-edition.ts'

const attacks = {
  ...makeTable(
    'attacks',
    {region: {title: 'Region'}, attacks: {type: 'integer', title: 'Attacks[^a]', unit: 'a year', group: '2021'}},
    [
      {region: 'Sindh', attacks: 1009},
      {region: 'Punjab', attacks: null},
    ],
  ),
  title: 'Attacks by region',
}
const long = makeTable(
  'long',
  {n: {type: 'integer'}},
  Array.from({length: 61}, (_, n) => ({n})),
)
const source = {file: new VFile(), spec: {data: {name: 'attacks'}, layer: [{data: {name: 'long'}}]}}
const data = {
  charts: [{key: 'fig-a', source, place: undefined, alt: undefined}],
  drawings: new Map([
    ['fig-a', {key: 'fig-a', svg: '<svg/>', alt: '', description: 'Sindh: 1,009.', tables: [attacks, long]}],
  ]),
  lang: 'en',
  words: wordsOf('en'),
}
const figure =
  '<figure id="fig-a"><figcaption><p class="label">Figure 1</p></figcaption><div class="chart"></div><p>Source</p></figure>'
const rows =
  '<thead><tr><th scope="col">Region</th><th scope="col" class="num">2021, Attacks (a year)</th></tr></thead>' +
  '<tbody><tr><th scope="row">Sindh</th><td class="num">1,009</td></tr>' +
  '<tr><th scope="row">Punjab</th><td class="num">[x]</td></tr></tbody></table>'

test('folds the description and the data of a chart below it, without tables that are too long', () => {
  const tree = parse(figure)
  foldChartData(tree, data)
  expect(stringify(tree)).toBe(
    '<figure id="fig-a"><figcaption><p class="label">Figure 1</p></figcaption><div class="chart"></div>' +
      '<details class="chart-data" id="fig-a-data"><summary>Data of Figure 1</summary>' +
      '<p class="chart-description">Sindh: 1,009.</p><div id="fig-a-data-1"><table><caption>' +
      `<span class="subtitle">Attacks by region ([x] not available)</span></caption>${rows}</div></details><p>Source</p></figure>`,
  )
})

test('puts the data after the figure in print', () => {
  const tree = parse(`${figure}<p>After</p>`)
  appendChartData(tree, data)
  expect(stringify(tree)).toBe(
    `${figure}<div class="table-figure chart-data"><table><caption><span class="label">Data of Figure 1</span>` +
      `<span class="subtitle">Attacks by region ([x] not available)</span></caption>${rows}</div><p>After</p>`,
  )
})

test('leaves figures without charts, and charts without data, as they are', () => {
  const tree = parse('<figure id="fig-b"></figure><figure id="fig-a"></figure>')
  foldChartData(tree, {...data, charts: [], drawings: new Map()})
  foldChartData(tree, {...data, drawings: new Map()})
  expect(stringify(tree)).toBe('<figure id="fig-b"></figure><figure id="fig-a"></figure>')
})
