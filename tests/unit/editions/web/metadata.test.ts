import {expect, test} from 'vitest'
import {renderContent} from '../../../../src/editions/render-content.ts'
import {collectShellData} from '../../../../src/editions/shell-data.ts'
import {markup} from '../../../../src/editions/shells.ts'
import {collectMetas, pictureMetas, renderJsonLd} from '../../../../src/editions/web/metadata.ts'
import {makeDocument, makeFrontMatter, makeInput} from '../sample-edition.ts'

const frontMatter = makeFrontMatter({
  title: 'A </script><b>',
  authors: [{name: 'Ann'}, {name: 'Bob'}],
  date: '2022-09-20',
  keywords: ['x', 'y'],
  url: 'https://example.org/briefs/07',
})
const input = makeInput(makeDocument({frontMatter}), {
  pdf: {path: 'brief.pdf'},
  pageUrl: 'https://example.org/briefs/07/',
})
const data = collectShellData(input, (nodes) => markup(renderContent(nodes, [])))

test('names title, authors, date and PDF for reference managers', () => {
  const metas = collectMetas(input, data).map(({name, content}) => `${name}: ${content}`)
  expect(metas).toEqual(
    expect.arrayContaining([
      'citation_title: A </script><b>',
      'citation_author: Ann',
      'citation_author: Bob',
      'citation_publication_date: 2022/09/20',
      'citation_pdf_url: https://example.org/briefs/07/brief.pdf',
      'og:title: A </script><b>',
    ]),
  )
})

test('the PDF is beside the page where no address is known', () => {
  const local = makeInput(makeDocument(), {pdf: {path: 'my brief.pdf'}})
  const metas = collectMetas(
    local,
    collectShellData(local, () => markup('')),
  )
  expect(metas.find(({name}) => name === 'citation_pdf_url')?.content).toBe('my%20brief.pdf')
})

test('an edition without a PDF names none', () => {
  const metas = collectMetas(makeInput(makeDocument()), data)
  expect(metas.some(({name}) => name === 'citation_pdf_url')).toBe(false)
})

test('JSON-LD cannot end its script element', () => {
  const json = renderJsonLd(input, data, []).toString()
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toMatchObject({'@type': 'Report', name: 'A </script><b>', datePublished: '2022-09-20'})
})

test('the picture of a preview has its whole address', () => {
  const picture = {file: {path: 'assets/share.png', content: ''}, alt: 'Rain', width: 1200, height: 630}
  expect(pictureMetas(picture, input)).toEqual(
    expect.arrayContaining([
      {key: 'property', name: 'og:image', content: 'https://example.org/briefs/07/assets/share.png'},
      {key: 'property', name: 'og:image:alt', content: 'Rain'},
    ]),
  )
  expect(pictureMetas(undefined, input)).toEqual([])
})

test('data sets say where they are, and have a description', () => {
  const download = {
    name: 'rain',
    title: 'Rain by year',
    href: 'data/rain.csv',
    kind: 'CSV',
    asOf: undefined,
    file: {path: 'data/rain.csv', content: new Uint8Array()},
  }
  const {isBasedOn} = JSON.parse(renderJsonLd(input, data, [download]).toString()) as {isBasedOn: unknown[]}
  expect(isBasedOn).toMatchObject([
    {
      '@type': 'Dataset',
      name: 'Rain by year',
      description: expect.stringContaining('Rain by year: data of') as string,
      distribution: {encodingFormat: 'text/csv', contentUrl: 'https://example.org/briefs/07/data/rain.csv'},
    },
  ])
})
