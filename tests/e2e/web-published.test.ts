import {createServer, type Server} from 'node:http'
import {mkdtemp, readFile, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import type {Browser} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {mediaType} from '../../src/editions/media-type.ts'
import {runHere} from '../support/run-brief.ts'
import {makeProject, type TempProject} from '../support/temp-project.ts'
import {movedWhileRead, openBrowser, openPage} from '../support/web-browser.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const asked: string[] = []
let browser: Browser
let server: Server
let project: TempProject
let sample: string
let base: string

beforeAll(async () => {
  sample = await mkdtemp(join(tmpdir(), 'brief-published-'))
  project = await makeProject({
    'content/rain/brief.md':
      '---\ntitle: Rain\nsubtitle: And storage\ndate: 2026-01-02\ntranslations: {fr: dust}\n---\n\nIt rained.[^a]\n\n[^a]: Much.\n',
    'content/dust/brief.md': '---\ntitle: Dust\ndate: 2025-03\nlang: fr\n---\n\nVoir [la pluie](../rain/index.html).\n',
  })
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    asked.push(path)
    const file = join(project.path, 'output', path.replace(/^\/briefs\//, '').replace(/(?:^|\/)$/, '$&index.html'))
    readFile(file).then(
      (content) =>
        response.setHeader('content-type', extname(file) === '.html' ? 'text/html' : mediaType(file)).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/briefs/`
  browser = await openBrowser()
  const own = ['build', '--edition', 'web', '--project', project.path, '--base-url', base]
  const theirs = ['build', 'after-kabul', '--edition', 'web', '--project', repository, '--output', sample]
  for (const argv of [own, theirs]) {
    const ran = await runHere(argv)
    expect(ran.status, ran.err).toBe(0)
  }
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await Promise.all([project[Symbol.asyncDispose](), rm(sample, {recursive: true, force: true})])
})

describe('briefs on a server', () => {
  it('are listed, and lead to each other, below any address', async () => {
    asked.length = 0
    const {page, faults} = await openPage(browser, base, {width: 1280})
    const titles = `[...document.querySelectorAll('.index-entry a')].map((one) => one.textContent)`
    expect(await page.evaluate(titles)).toEqual(['Rain', 'Dust'])
    expect(await page.evaluate(`document.querySelector('.index-list li:last-child').lang`)).toBe('fr')
    await Promise.all([page.waitForNavigation(), page.click('.index-list li:last-child a')])
    await Promise.all([page.waitForNavigation(), page.click('article a[href*="rain"]')])
    expect(page.url()).toBe(`${base}rain/index.html`)
    expect(await page.evaluate('document.fonts.check("600 20px \'Source Serif 4\'")')).toBe(true)
    expect(faults).toEqual([])
    expect(asked.filter((path) => !path.startsWith('/briefs/'))).toEqual([])
    await page.close()
  })

  it('say their whole addresses to those that fetch them from elsewhere', async () => {
    const html = await readFile(join(project.path, 'output/rain/index.html'), 'utf8')
    expect(html).toContain(`<link rel="canonical" href="${base}rain/">`)
    expect(html).toContain(`<link rel="alternate" hreflang="fr" href="${base}dust/">`)
    const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(picture).toMatch(new RegExp(`^${base}rain/assets/share\\.[0-9a-f]+\\.png$`))
    const png = Buffer.from(await (await fetch(picture)).arrayBuffer())
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])
    const sitemap = await readFile(join(project.path, 'output/sitemap.xml'), 'utf8')
    expect(sitemap.match(/<loc>[^<]+/g)).toEqual([base, `${base}rain/`, `${base}dust/`].map((one) => `<loc>${one}`))
  })

  it.each([360, 1280])('move nothing from the first on: %i px', async (width) => {
    for (const path of ['', 'rain/']) {
      const {page, faults} = await openPage(browser, `${base}${path}`, {width})
      expect(await page.evaluate(movedWhileRead({fromTheFirst: true}))).toEqual([])
      const set = `[...document.fonts].filter(
        ({family, status}) => /Serif 4|Sans 3/.test(family) && status === 'loaded').length`
      expect(await page.evaluate(set)).toBeGreaterThan(1)
      expect(faults).toEqual([])
      await page.close()
    }
  })

  it('have their fonts from a file system too, without complaints', async () => {
    for (const path of ['', 'rain']) {
      const file = pathToFileURL(join(project.path, 'output', path, 'index.html')).href
      const {page, faults} = await openPage(browser, file, {width: 1280})
      expect(await page.evaluate(`document.fonts.check("600 20px 'Source Serif 4'")`)).toBe(true)
      expect(await page.evaluate(`[...document.fonts].map(({display}) => display).join(' ')`)).not.toContain('optional')
      expect(faults).toEqual([])
      await page.close()
    }
  })

  it('run no script that is not theirs', async () => {
    const {page, faults} = await openPage(browser, `${base}rain/`, {width: 1280})
    const put = `document.body.insertAdjacentHTML('beforeend', '<p style="color:red" onclick="x()">'),
      document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.put = true'})),
      document.body.append(Object.assign(new Image(), {src: 'https://example.invalid/a.png'}))`
    await page.evaluate(put)
    await page.waitForFunction('true')
    expect(await page.evaluate('window.put')).toBeUndefined()
    expect(faults.filter((fault) => fault.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3)
    await page.close()
  })
})

describe('the sample page is light', () => {
  it('below 150 kB compressed without fonts, below 300 kB with them', async () => {
    const folder = join(sample, 'after-kabul')
    const names = await readdir(join(folder, 'assets'), {recursive: true})
    const fonts = names.filter((name) => name.endsWith('.woff2'))
    const rest = ['index.html', ...names.filter((name) => /\.(?:css|js)$/.test(name)).map((name) => `assets/${name}`)]
    const sizes = async (paths: readonly string[], weigh: (content: Buffer) => number): Promise<number> => {
      const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))))
      return contents.reduce((sum, content) => sum + weigh(content), 0)
    }
    const page = await sizes(rest, (content) => gzipSync(content).length)
    const letters = await sizes(
      fonts.map((name) => `assets/${name}`),
      ({length}) => length,
    )
    expect(page).toBeLessThan(150_000)
    expect(page + letters).toBeLessThan(300_000)
    expect(letters).toBeGreaterThan(10_000)
  })

  it('its drawings say nothing twice', async () => {
    const html = await readFile(join(sample, 'after-kabul/index.html'), 'utf8')
    const drawings = html.match(/<svg [\s\S]*?<\/svg>/g) ?? []
    expect(drawings.length).toBeGreaterThan(5)
    expect(drawings.join('')).not.toMatch(/\sstyle="|<style/)
  })
})
