import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {collectDownloads, collectDrawings, placeDownloads} from '../../../../src/editions/web/downloads.ts'
import {namesOf} from '../../../../src/editions/chart-data.ts'
import {wordsOf} from '../../../../src/editions/words.ts'
import {makeTable} from '../../../support/make-merged.ts'
import {makeDocument, makeInput, parse, stringify} from '../sample-edition.ts'

const words = wordsOf('en')
const tables = new Map([['attacks', {...makeTable('attacks', {n: {}}, [{n: 1}]), title: 'Attacks', asOf: '2022-08'}]])
const downloads = collectDownloads(makeInput(makeDocument({tables: ['attacks', 'gone']}), {tables}))

test('offers the tables of the document as CSV, with size and date', () => {
  expect(downloads).toMatchObject([
    {title: 'Attacks', href: 'data/attacks.csv', kind: 'CSV, 6 bytes', asOf: 'August 2022'},
  ])
  expect(new TextDecoder().decode(downloads[0]?.file.content as Uint8Array)).toBe('n\r\n1\r\n')
})

test('links data and drawing below a chart, and data below a table that names them', () => {
  const tree = parse(
    '<figure id="fig-a"><p class="label">Figure 1</p></figure><div data-table="attacks"></div><div data-table="x"></div>',
  )
  const source = {file: new VFile(), spec: {layer: [{data: {name: 'attacks'}}]}}
  const drawings = collectDrawings(
    {
      drawings: new Map([['fig-a', {key: 'fig-a', svg: '<svg/>', alt: '', description: '', tables: []}]]),
      pictures: new Map([['fig-a', new Uint8Array(1500)]]),
    },
    words,
  )
  placeDownloads(tree, {tables: downloads, drawings, words}, [{key: 'fig-a', source, place: undefined, alt: undefined}])
  expect(stringify(tree)).toBe(
    '<figure id="fig-a"><p class="label">Figure 1</p><p class="download-line">' +
      '<a href="data/attacks.csv" download>Data of Figure 1 (CSV, 6 bytes)</a> · ' +
      '<a href="charts/fig-a.svg" download>Drawing (SVG, 6 bytes)</a> · <a href="charts/fig-a.png" download>Drawing (PNG, 1.5 kB)</a></p></figure>' +
      '<div data-table="attacks"><p class="download-line"><a href="data/attacks.csv" download>Attacks (CSV, 6 bytes)</a>' +
      '</p></div><div data-table="x"></div>',
  )
})

test('finds data in layers and lookups', () => {
  const spec = {
    data: {name: 'a'},
    layer: [{data: {name: 'b'}}],
    transform: [{lookup: 'x', from: {data: {name: 'c'}, key: 'x'}}],
    title: null,
  }
  expect(namesOf(spec).toSorted()).toEqual(['a', 'b', 'c'])
})
