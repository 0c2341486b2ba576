import {expect, test} from 'vitest'
import {writeFeed, writeSitemap, type AddressedEntry} from '../../../src/site/feeds.ts'

const base = 'https://example.org/briefs/'
const entry: AddressedEntry = {
  title: 'Rain & storage',
  lang: 'en',
  date: '2026-02',
  authors: [],
  template: 'policy-brief',
  address: `${base}rain/`,
  description: 'What <it> tells',
}

test('the sitemap has the list and every page, with dates as far as they are known', () => {
  const xml = writeSitemap([entry, {...entry, date: undefined, address: `${base}a&b/`}], base)
  expect(xml).toContain(`<url><loc>${base}</loc></url>`)
  expect(xml).toContain(`<url><loc>${base}rain/</loc><lastmod>2026-02</lastmod></url>`)
  expect(xml).toContain(`<url><loc>${base}a&amp;b/</loc></url>`)
})

test('the feed takes its times from the briefs', () => {
  const xml = writeFeed([entry, {...entry, date: '2025', authors: ['Ann']}], {title: 'Briefs', baseUrl: base})
  expect(xml).toContain('<updated>2026-02-01T00:00:00Z</updated>\n<entry')
  expect(xml).toContain('<updated>2025-01-01T00:00:00Z</updated>')
  expect(xml).toContain('<title>Rain &amp; storage</title>')
  expect(xml).toContain('<summary>What &lt;it&gt; tells</summary>')
  // Atom wants an author of every entry: without one it is whoever publishes the feed.
  expect(xml.match(/<author><name>[^<]+/g)).toEqual(['<author><name>Briefs', '<author><name>Ann'])
})
