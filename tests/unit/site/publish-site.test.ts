import {readFileSync, readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {shortHash} from '../../../src/hash.ts'
import type {Config} from '../../../src/model/config.ts'
import {maybePageFacts, maybeReadFacts} from '../../../src/site/page-facts.ts'
import {publishSite} from '../../../src/site/publish-site.ts'
import {memoryFiles} from '../../support/memory-files.ts'
import {content, makeDocument, makeFrontMatter, readPackage} from '../editions/sample-edition.ts'

const folder = new URL('../../../templates/policy-brief/', import.meta.url)
const template = Object.fromEntries(
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => /\.(?:hbs|css|json)$/.test(path))
    .map((path) => [`/p/templates/policy-brief/${path}`, readFileSync(new URL(path, folder), 'utf8')]),
)
const config: Config = {
  project: '/p',
  output: '/out',
  briefs: [],
  editions: ['web'],
  browser: undefined,
  browserTimeout: undefined,
  cache: false,
  strict: false,
  silence: {},
}

test('lists what stands in the output folder, newest first', async () => {
  const files = filesWith({
    '/out/rain/manifest.json': manifest({title: 'Rain', date: '2025-01', authors: ['Ann', 'Bob']}),
    '/out/dust/manifest.json': manifest({title: 'Dust & sand', date: '2026-01-02', pdf: 'dust.pdf'}),
    '/out/other/manifest.json': '{"not": "ours"}',
    '/out/broken/manifest.json': '{',
  })
  await publishSite(config, {files})
  const html = String(files.published.get('/out/index.html'))
  expect([...html.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, href, text]) => [href, text])).toEqual([
    ['dust/index.html', 'Dust &amp; sand'],
    ['rain/index.html', 'Rain'],
  ])
  expect(html).toContain('Ann and Bob')
  expect(html).toContain('<a href="dust/dust.pdf" type="application/pdf">PDF</a>')
  expect(html).toContain('http-equiv="Content-Security-Policy"')
  expect([...files.published.keys()].filter((path) => path.endsWith('.xml'))).toEqual([])
})

test('has a sitemap and a feed where its address is known', async () => {
  const files = filesWith({
    '/out/a/manifest.json': manifest({title: 'A'}),
    '/out/b/manifest.json': manifest({title: 'B', url: 'https://b.example.org/own'}),
  })
  await publishSite({...config, baseUrl: 'https://example.org/x/'}, {files})
  expect(String(files.published.get('/out/sitemap.xml')).match(/<loc>[^<]+/g)).toEqual([
    '<loc>https://example.org/x/',
    '<loc>https://example.org/x/a/',
    '<loc>https://b.example.org/own/',
  ])
  expect(files.published.get('/out/feed.xml')).toContain('href="https://example.org/x/feed.xml"')
  expect(files.published.get('/out/index.html')).toContain('<link rel="canonical" href="https://example.org/x/">')
})

test('a single brief needs no list', async () => {
  const files = filesWith({'/out/a/manifest.json': manifest({title: 'A'})})
  expect(await publishSite(config, {files})).toEqual([])
  expect(files.published.size).toBe(0)
})

test('what there is for several briefs goes when there is one, but for what somebody else wrote', async () => {
  const one = {'/out/a/manifest.json': manifest({title: 'A'})}
  const two = filesWith({...one, '/out/b/manifest.json': manifest({title: 'B'})})
  await publishSite({...config, baseUrl: 'https://example.org/'}, {files: two})
  const made = Object.fromEntries(two.published)
  expect(Object.keys(made)).toEqual(
    expect.arrayContaining(['/out/index.html', '/out/feed.xml', '/out/assets/site.json']),
  )
  const alone = filesWith(one)
  for (const [path, content] of two.published) alone.published.set(path, content)
  alone.published.set('/out/index.html', 'my own')
  await publishSite(config, {files: alone})
  expect([...alone.published]).toEqual([['/out/index.html', 'my own']])
})

test('an old style sheet and a feed without an address go', async () => {
  const files = filesWith({
    '/out/a/manifest.json': manifest({title: 'A'}),
    '/out/b/manifest.json': manifest({title: 'B'}),
  })
  await publishSite({...config, baseUrl: 'https://example.org/'}, {files})
  const list = JSON.parse(String(files.published.get('/out/assets/site.json'))) as Record<string, string>
  files.published.set('/out/assets/brief.old.css', 'old')
  files.published.set('/out/x.html', 'x')
  const more = {
    ...list,
    'assets/brief.old.css': shortHash('old'),
    'x.html': shortHash('x'),
    '../out/x.html': shortHash('x'),
  }
  files.published.set('/out/assets/site.json', JSON.stringify(more))
  await publishSite(config, {files})
  expect(files.published.has('/out/feed.xml')).toBe(false)
  expect(files.published.has('/out/assets/brief.old.css')).toBe(false)
  expect(files.published.has('/out/index.html')).toBe(true)
  expect(files.published.has('/out/x.html')).toBe(true)
})

test('a brief tells the list what it is, if it has a page', () => {
  const document = makeDocument({
    frontMatter: makeFrontMatter({series: 'Brief', number: '3', authors: [{name: 'Ann'}]}),
    texts: {title: content('A <em>title</em>'), subtitle: content('Sub')},
  })
  const facts = maybePageFacts(document, [
    {path: 'index.html', content: ''},
    {path: 'test.pdf', content: ''},
  ])
  expect(facts).toMatchObject({title: 'A title', subtitle: 'Sub', series: 'Brief 3', authors: ['Ann'], pdf: 'test.pdf'})
  expect(maybePageFacts(document, [{path: 'test.pdf', content: ''}])).toBeUndefined()
  expect(maybeReadFacts(new TextEncoder().encode(JSON.stringify({page: facts})))).toEqual(
    JSON.parse(JSON.stringify(facts)),
  )
})

function filesWith(entries: Readonly<Record<string, string>>) {
  return {...memoryFiles({...template, ...entries}), maybeReadPackage: readPackage}
}

function manifest(facts: object): string {
  return JSON.stringify({page: {lang: 'en', authors: [], template: 'policy-brief', ...facts}})
}
