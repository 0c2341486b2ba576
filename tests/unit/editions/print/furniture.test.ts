import {expect, test} from 'vitest'
import {createFurniture} from '../../../../src/editions/print/furniture.ts'
import {makeDocument, makeFrontMatter, readTemplate} from '../sample-edition.ts'

const frontMatter = makeFrontMatter({
  title: 'After <Kabul>',
  shortTitle: 'Kabul & after',
  series: 'Policy Brief',
  number: '07',
  doi: 'doi:10.1/x',
})
const furniture = createFurniture(readTemplate(), makeDocument({frontMatter}))

test('the first page has the bar, the DOI and the folio', () => {
  const html = furniture({page: 1, pages: 9, first: true, left: false})
  expect(html).toContain('furniture-bar')
  expect(textOf(html)).toBe('doi:10.1/x 1')
})

test('other pages have section, series, short title and folio', () => {
  const html = furniture({page: 6, pages: 9, first: false, left: true, section: 'A & B'})
  expect(html).not.toContain('furniture-bar')
  expect(textOf(html)).toBe('A &amp; B Policy Brief 07 Kabul &amp; after 6')
})

test('a page before any section has no section', () => {
  expect(textOf(furniture({page: 2, pages: 9, first: false, left: true}))).toBe('Policy Brief 07 Kabul &amp; after 2')
})

test('is one block that assistive technology passes over', () => {
  expect(furniture({page: 1, pages: 1, first: true, left: false})).toMatch(/^<div [^>]*aria-hidden="true">[^]*<\/div>$/)
})

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
