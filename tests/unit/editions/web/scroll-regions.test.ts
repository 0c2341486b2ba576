import {expect, test} from 'vitest'
import {placeScrollRegions} from '../../../../src/editions/web/scroll-regions.ts'
import {wordsOf} from '../../../../src/editions/words.ts'
import {parse, stringify} from '../sample-edition.ts'

test('a table scrolls in a region with its caption for a name', () => {
  expect(regions('<div id="tab-x" class="table-figure"><table><caption>c</caption></table><p>n</p></div>')).toBe(
    '<div id="tab-x" class="table-figure"><div class="table-scroll" role="region" tabindex="0" ' +
      'aria-labelledby="tab-x-caption"><table><caption id="tab-x-caption">c</caption></table></div><p>n</p></div>',
  )
})

test('a table without a caption is called a table', () => {
  expect(regions('<table></table>')).toBe(
    '<div class="table-scroll" role="region" tabindex="0" aria-label="Table"><table></table></div>',
  )
})

test('no two regions have the same name', () => {
  const labels = [
    ...regions('<table></table><h2>A <i>b</i></h2><table></table><table></table>').matchAll(/aria-label="([^"]+)"/g),
  ]
  expect(labels.map(([, label]) => label)).toEqual(['Table', 'Table: A b', 'Table: A b (2)'])
})

test('a chart scrolls in its own region', () => {
  expect(regions('<figure><p class="label">Figure 2</p><div class="chart"></div></figure>')).toBe(
    '<figure><p class="label">Figure 2</p>' +
      '<div class="chart" role="region" tabindex="0" aria-label="Figure 2, chart"></div></figure>',
  )
})

function regions(html: string): string {
  const tree = parse(html)
  placeScrollRegions(tree, wordsOf('en'))
  return stringify(tree)
}
