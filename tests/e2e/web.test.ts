import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser, Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runHere} from '../support/run-brief.ts'
import {movedWhileRead, openBrowser, openPage, type Reader} from '../support/web-browser.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
let browser: Browser
let output: string
let folder: string

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'brief-web-'))
  folder = join(output, 'after-kabul')
  const argv = ['build', 'after-kabul', '--edition', 'web', '--standalone', '--project', project, '--output', output]
  const [ran, opened] = await Promise.all([runHere(argv), openBrowser()])
  browser = opened
  expect(ran.status, ran.err).toBe(0)
})
afterAll(async () => {
  await browser.close()
  await rm(output, {recursive: true, force: true})
})

async function open(reader: Reader, file = 'index.html'): Promise<Page> {
  const {page, faults} = await openPage(browser, pathToFileURL(join(folder, file)).href, reader)
  expect(faults).toEqual([])
  return page
}

async function ask<Result>(page: Page, script: string): Promise<Result> {
  return (await page.evaluate(script)) as Result
}

describe('the page, opened from the file system', () => {
  it.each([
    {width: 320, dark: false, scripts: true},
    {width: 768, dark: true, scripts: false},
    {width: 1280, dark: false, scripts: false},
    {width: 1680, dark: true, scripts: true},
  ])('loads all it needs and does not run over: $width px', async (reader) => {
    const page = await open(reader)
    expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(reader.width)
    expect(
      await ask(
        page,
        '[...document.fonts].filter(({family, status}) => /Source/.test(family) && status === "error").length',
      ),
    ).toBe(0)
    expect(await ask(page, 'document.fonts.check("600 20px \'Source Serif 4\'")')).toBe(true)
    await page.close()
  })

  it.each([360, 768, 1280, 1680])('moves nothing while it is read: %i px', async (width) => {
    const page = await open({width})
    expect(await ask(page, movedWhileRead({fromTheFirst: false}))).toEqual([])
    await page.close()
  })

  it('keeps lines to 60 to 75 characters where there is room', async () => {
    for (const width of [768, 1280, 1680]) {
      const page = await open({width})
      const characters = `(() => {
        const paragraphs = [...document.querySelectorAll('article > p')].filter(({offsetHeight}) => offsetHeight > 100)
        const lines = paragraphs.map((paragraph) => {
          const {paddingBottom, lineHeight} = getComputedStyle(paragraph)
          return Math.round((paragraph.offsetHeight - parseFloat(paddingBottom)) / parseFloat(lineHeight))
        })
        const letters = paragraphs.map(({innerText}) => innerText.length)
        return letters.reduce((a, b) => a + b) / lines.reduce((a, b) => a + b)
      })()`
      const measured = await ask<number>(page, characters)
      // The last lines are short, so that the mean of all is a little less than what fits.
      expect(measured).toBeGreaterThan(56)
      expect(measured).toBeLessThan(75)
      await page.close()
    }
  })

  it('is one file with --standalone', async () => {
    await using single = await mkdtempDisposable()
    const html = await readFile(join(folder, 'after-kabul.html'), 'utf8')
    await writeFile(join(single.path, 'alone.html'), html)
    const {page, faults} = await openPage(browser, pathToFileURL(join(single.path, 'alone.html')).href, {width: 1280})
    expect(faults).toEqual([])
    expect(await ask(page, 'document.fonts.check("600 20px \'Source Serif 4\'")')).toBe(true)
    expect(html).not.toMatch(/(?:href|src)="(?!#|data:|https:|mailto:)/)
    await page.close()
  })
})

describe('notes', () => {
  const facts = `[...document.querySelectorAll('.notes-list > li')].map((note) => {
    const call = document.querySelector('#' + note.id.replace('note', 'call'))
    const [a, b] = [note.getBoundingClientRect(), call.getBoundingClientRect()]
    return {top: a.top, bottom: a.bottom, left: a.left, right: a.right, call: b.top, text: b.right}
  })`
  type Box = Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
  type Fact = Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'call' | 'text', number>>

  it.each([
    {width: 1280, scripts: false},
    {width: 1680, scripts: true},
  ])('stand beside their calls on a wide screen, none over another: $width px', async (reader) => {
    const page = await open(reader)
    const notes = await ask<Fact[]>(page, facts)
    expect(notes.length).toBeGreaterThan(40)
    const atCall = notes.filter(({top, call}) => Math.abs(top - call) < 12)
    expect(atCall.length).toBeGreaterThan(notes.length / 2)
    for (const [index, note] of notes.entries()) {
      expect(note.top).toBeGreaterThan(note.call - 12)
      expect(note.left).toBeGreaterThan(note.text)
      expect(note.right).toBeLessThanOrEqual(reader.width)
      expect(note.top).toBeGreaterThanOrEqual(notes[index - 1]?.bottom ?? 0)
    }
    await page.close()
  })

  it.each([
    {width: 360, scripts: false},
    {width: 768, scripts: true},
  ])('open at the call on a narrow screen, with and without scripts: $width px', async ({width, scripts}) => {
    const page = await open({width, scripts})
    await page.focus('#call-3 .note-button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#note-3:popover-open')
    const boxes = `['#note-3', '#call-3'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON())`
    const [note, call] = await ask<[Box, Box]>(page, boxes)
    expect(note.left).toBeGreaterThanOrEqual(8)
    expect(note.right).toBeLessThanOrEqual(width - 8)
    expect(Math.min(Math.abs(note.top - call.bottom), Math.abs(call.top - note.bottom))).toBeLessThan(30)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await page.$('#note-3:popover-open')).toBeNull()
    await page.close()
  })

  it('are a list at the end, led to by plain links, where the browser can do neither', async () => {
    const [css, html] = await Promise.all([stylesheet(), readFile(join(folder, 'index.html'), 'utf8')])
    await writeFile(join(folder, 'assets/old.css'), css.text.replaceAll('anchor-name: --a)', 'anchor-nothing: --a)'))
    await writeFile(join(folder, 'old.html'), html.replace(css.path, 'assets/old.css'))
    const page = await open({width: 1280}, 'old.html')
    const notes = await ask<Fact[]>(page, facts)
    expect(new Set(notes.map(({left}) => left)).size).toBe(1)
    expect(await ask(page, 'getComputedStyle(document.querySelector("#call-1 button")).display')).toBe('none')
    await page.click('#call-1 a')
    expect(await ask(page, 'document.querySelector(":target").id')).toBe('note-1')
    await page.click('#note-1 .back-link')
    expect(await ask(page, 'document.querySelector(":target").id')).toBe('call-1')
    await page.close()
  })

  it('are there once for assistive technology, each with a way back for each of its calls', async () => {
    for (const width of [360, 1280]) {
      const page = await open({width})
      const text = await ask<string>(page, 'document.querySelector("#note-1").textContent')
      const whole = await ask<string>(page, 'document.body.textContent')
      expect(whole.split(text.slice(0, 60)).length).toBe(2)
      const ways = `[...document.querySelectorAll('.note-call')].every(({id}) =>
        document.querySelectorAll('.back-link[href="#' + id + '"]').length === 1)`
      expect(await ask(page, ways)).toBe(true)
      const calls = `[...document.querySelectorAll('.note-call')].every((call) =>
        [...call.querySelectorAll('a, button')].filter((way) => way.checkVisibility()).length === 1)`
      expect(await ask(page, calls)).toBe(true)
      await page.close()
    }
  })
})

describe('the contents', () => {
  const marked = `[...document.querySelectorAll('.web-contents a')].filter((link) =>
    link.matches(':target-current') || link.hasAttribute('aria-current')).map(({hash}) => hash)`

  it('follow the reading without a script', async () => {
    const page = await open({width: 1280})
    for (const id of ['threats', 'responses']) {
      await ask(page, `document.getElementById('${id}').scrollIntoView()`)
      await page.waitForFunction(`${marked}.join() === '#${id}'`, {timeout: 5000})
      expect(await ask(page, marked)).toEqual([`#${id}`])
    }
    await page.close()
  })

  it('follow the reading by a script where the browser does not know how', async () => {
    const page = await browser.newPage()
    await page.setViewport({width: 1280, height: 800})
    await page.evaluateOnNewDocument(
      'const supports = CSS.supports; CSS.supports = (what) => !/scroll-target-group/.test(what) && supports.call(CSS, what)',
    )
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await ask(page, `document.getElementById('responses').scrollIntoView()`)
    await page.waitForFunction(`document.querySelector('.web-contents [aria-current]')`, {timeout: 5000})
    const current = `[...document.querySelectorAll('.web-contents [aria-current]')].map(({hash}) => hash)`
    expect(await ask(page, current)).toEqual(['#responses'])
    await page.close()
  })
})

async function stylesheet(): Promise<{readonly path: string; readonly text: string}> {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const path = /<link rel="stylesheet" href="([^"]+)">/.exec(html)?.[1] ?? ''
  return {path, text: await readFile(join(folder, path), 'utf8')}
}

async function mkdtempDisposable(): Promise<AsyncDisposable & {readonly path: string}> {
  const path = await mkdtemp(join(tmpdir(), 'brief-alone-'))
  return {path, [Symbol.asyncDispose]: () => rm(path, {recursive: true, force: true})}
}
