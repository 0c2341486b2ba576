import {expect, test} from 'vitest'
import {collectShellData, nestContents} from '../../../src/editions/shell-data.ts'
import {renderContent} from '../../../src/editions/render-content.ts'
import {markup} from '../../../src/editions/shells.ts'
import {makeTable} from '../../support/make-merged.ts'
import {content, makeDocument, makeFrontMatter, makeInput} from './sample-edition.ts'

const render = (nodes: Parameters<typeof renderContent>[0]) => markup(renderContent(nodes, []))

test('says who, when and in which series', () => {
  const frontMatter = makeFrontMatter({date: '2022-09-20', series: 'Policy Brief', number: '07', doi: 'doi:10.1/x'})
  const data = collectShellData(makeInput(makeDocument({frontMatter})), render)
  expect(data).toMatchObject({
    seriesLine: 'Policy Brief 07 · September 2022',
    date: '20 September 2022',
    dateOnCover: '20 September 2022',
    doi: '10.1/x',
    address: 'https://doi.org/10.1/x',
    dir: 'ltr',
  })
})

test('a month has no day on the cover', () => {
  const document = makeDocument({frontMatter: makeFrontMatter({date: '2022-09'})})
  const data = collectShellData(makeInput(document), render)
  expect([data.seriesLine, data.dateOnCover]).toEqual(['September 2022', undefined])
})

test('gives the latest date of the data that are shown', () => {
  const tables = new Map([
    ['a', {...makeTable('a', {}, []), asOf: '2022-08-20'}],
    ['b', {...makeTable('b', {}, []), asOf: '2022-08-09'}],
    ['unused', {...makeTable('unused', {}, []), asOf: '2023-01-01'}],
  ])
  const data = collectShellData(makeInput(makeDocument({tables: ['a', 'b']}), {tables}), render)
  expect(data.dataAsOf).toBe('20 August 2022')
})

test.each([
  ['ur-PK', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ur-Latn', 'ltr'],
  ['en-GB', 'ltr'],
])('%s runs %s', (lang, dir) => {
  const document = makeDocument({frontMatter: makeFrontMatter({lang})})
  expect(collectShellData(makeInput(document), render).dir).toBe(dir)
})

test('nests subsections below sections', () => {
  const entry = (id: string, depth: number) => ({id, depth, number: id, text: content(id), plain: id})
  const entries = [entry('1', 1), entry('1.1', 2), entry('2', 1)]
  const ids = (depth: number) =>
    nestContents(entries, depth, render).map(({id, children}) => [id, ...children.map((child) => child.id)])
  expect(ids(2)).toEqual([['1', '1.1'], ['2']])
  expect(ids(1)).toEqual([['1'], ['2']])
})
