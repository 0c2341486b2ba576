import {expect, test} from 'vitest'
import {renderWeb} from '../../../../src/editions/web/render-web.ts'
import {makeTable} from '../../../support/make-merged.ts'
import {content, makeDocument, makeFrontMatter, makeInput, parse} from '../sample-edition.ts'

const call = '<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup>'
const document = makeDocument({
  frontMatter: makeFrontMatter({title: 'Peace', date: '2022', authors: [{name: 'Ann'}, {name: 'Bob'}]}),
  keyMessages: content(`<ul><li>Key.${call}</li></ul>`),
  body: parse('<h2 id="a">A</h2><p>b <img src="x.png" alt="x"></p><figure id="f"><div data-chart="f"></div></figure>'),
  notes: [{id: 'note-1', number: 1, label: 'n', content: content('<p>Note.</p>'), calls: ['call-1']}],
  contents: [{id: 'a', depth: 1, text: content('A'), plain: 'A'}],
  recommendations: [{id: 'rec', number: 1, headline: content('Act'), actor: 'Them'}],
  images: ['x.png'],
  tables: ['t'],
})
const input = makeInput(document, {
  images: new Map([['x.png', new Uint8Array([1])]]),
  drawings: new Map([['f', {key: 'f', svg: '<svg role="img"/>', alt: '', description: '', tables: []}]]),
  tables: new Map([['t', makeTable('t', {a: {}}, [])]]),
  pdf: {path: 'test.pdf', bytes: 12_345},
})

test('makes a page and the files beside it', async () => {
  const {html, files} = await renderWeb(input)
  expect(
    files.map(({path}) => path).filter((path) => !/^assets\/(?:fonts\/|brief\.[0-9a-f]+\.css$)/.test(path)),
  ).toEqual([
    'assets/images/x.4bf5122f34.png',
    'data/t.csv',
    'charts/f.svg',
    'cite/test.bib',
    'cite/test.ris',
    'cite/test.csl.json',
    'data/datapackage.json',
    'data/test-data.zip',
  ])
  expect(html).toContain(
    '<a href="test.pdf" type="application/pdf">Download</a> <span class="masthead-kind">(PDF, 12 kB)</span>',
  )
  expect(html).toContain('<span class="author">Ann</span> and <span class="author">Bob</span>')
  expect(html).toContain('role="doc-endnotes"')
  expect(html).toContain('role="doc-noteref"')
  expect(html).toContain('role="doc-backlink"')
  expect(html).toContain('role="doc-toc"')
  expect(html).toContain('src="assets/images/x.4bf5122f34.png"')
  expect(html).toContain('<svg role="img"/>')
})

test('waits for the printed edition, and says how long it is', async () => {
  const {html} = await renderWeb(input, Promise.resolve({path: 'test.pdf', bytes: 12_345, pages: 1}))
  expect(html).toContain('(PDF, 1 page, 12 kB)')
})

test('shows no hole and no hint', async () => {
  const {html} = await renderWeb(input)
  expect(html).not.toMatch(/undefined|\[object|data-break|http-equiv="refresh"/)
  expect(html).toContain("default-src 'none'")
})

test('every address inside the page leads somewhere, and no id is there twice', async () => {
  const {html} = await renderWeb({...input, document: {...document, recommendations: []}})
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
})

test('a brief that says nothing but its title makes a page too', async () => {
  const {html} = await renderWeb(makeInput(makeDocument()))
  expect(html).toContain('<h1>A brief</h1>')
  expect(html).not.toMatch(/undefined|role="doc-endnotes"|class="download/)
})
