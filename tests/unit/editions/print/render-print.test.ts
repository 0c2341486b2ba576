import {expect, test} from 'vitest'
import {renderPrint} from '../../../../src/editions/print/render-print.ts'
import {makeTable} from '../../../support/make-merged.ts'
import {content, makeDocument, makeFrontMatter, makeInput, parse} from '../sample-edition.ts'

const entry = {id: 'a', depth: 1, number: '1', text: content('A'), plain: 'A'}
const document = makeDocument({
  frontMatter: makeFrontMatter({title: 'Peace & war', options: {paper: 'letter'}}),
  texts: {title: content('Peace &amp; <em>war</em>')},
  body: parse('<h2 id="a">A</h2><p>b <img src="x.png" alt="x"></p>'),
  notes: [{id: 'note-1', number: 1, label: 'n', content: content('<p>Note.</p>'), calls: ['call-1']}],
  contents: [entry],
  images: ['x.png'],
})
const images = new Map([['x.png', new Uint8Array([1])]])

test('holds text, contents, notes, fonts and images in one document', async () => {
  const {html} = await renderPrint(makeInput(document, {images}))
  expect(html).toContain('<title>Peace &amp; war</title>')
  expect(html).toContain('Peace &#x26; <em>war</em></h1>')
  expect(html).toContain('<span class="page-number" data-page-of="a"></span>')
  expect(html).toContain(
    '<div class="note" id="note-1" data-note="1"><p data-line="1"><span class="note-number">1</span> Note.</p></div>',
  )
  expect(html).toContain('@page { size: 816px 1056px; margin: 0; }')
  expect(html).toContain('src="data:image/png;base64,AQ=="')
  expect(html).not.toMatch(/(src|url)(=|\()"(?!data:)/)
  expect(html).not.toContain('undefined')
  expect(html).not.toContain('doc-')
})

test('the first section begins on a new page, unless the brief says that it runs in', async () => {
  const own = makeFrontMatter({options: {cover: 'page'}})
  const {html: page} = await renderPrint(makeInput({...document, frontMatter: own}, {images}))
  expect(page).toContain('<h2 id="a" data-line="1" data-break="keep-next before">')
  const frontMatter = makeFrontMatter({options: {cover: 'run-in', contents: 'none'}})
  const {html} = await renderPrint(makeInput({...document, frontMatter}, {images}))
  expect(html).toContain('<h2 id="a" data-line="1" data-break="keep-next">')
  expect(html).not.toContain('data-page-of')
})

test('the cover has a line for authors and dates only if there are some', async () => {
  const tables = new Map([['t', {...makeTable('t', {}, []), asOf: '2022-08'}]])
  const cover = async (authors: readonly {name: string}[], shown: readonly string[]): Promise<string | undefined> => {
    const frontMatter = makeFrontMatter({authors})
    const {html} = await renderPrint(makeInput({...document, frontMatter, tables: shown}, {images, tables}))
    return /<p class="cover-authors">.*/.exec(html)?.[0]
  }
  expect(await cover([], [])).toBeUndefined()
  expect(await cover([], ['t'])).toBe('<p class="cover-authors">data to August 2022</p>')
  expect(await cover([{name: 'A'}, {name: 'B'}], ['t'])).toBe(
    '<p class="cover-authors"><span class="author">A</span> and <span class="author">B</span> · data to August 2022</p>',
  )
})

test('leaves the document as it was', async () => {
  const before = structuredClone(document)
  await renderPrint(makeInput(document, {images}))
  expect(document).toEqual(before)
})

test('a paper that the template has no page for is an error', async () => {
  const frontMatter = makeFrontMatter({options: {paper: 'a5'}})
  await expect(renderPrint(makeInput({...document, frontMatter}, {images}))).rejects.toThrow('no page for paper a5')
})
