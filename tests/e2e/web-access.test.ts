import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {AxeResults} from 'axe-core'
import type {Browser, Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runHere} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'
import {openBrowser, openPage, type Reader} from '../support/web-browser.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let output: string

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'brief-access-'))
  const argv = ['build', 'after-kabul', '--edition', 'web', '--project', project, '--output', output]
  const [ran, opened] = await Promise.all([runHere(argv), openBrowser()])
  browser = opened
  expect(ran.status, ran.err).toBe(0)
})
afterAll(async () => {
  await browser.close()
  await rm(output, {recursive: true, force: true})
})

async function open(reader: Reader, folder = join(output, 'after-kabul')): Promise<Page> {
  const {page, faults} = await openPage(browser, pathToFileURL(join(folder, 'index.html')).href, reader)
  expect(faults).toEqual([])
  return page
}

async function ask<Result>(page: Page, script: string): Promise<Result> {
  return (await page.evaluate(script)) as Result
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
  const results = await ask<AxeResults>(page, `axe.run({runOnly: ${tags}})`)
  expect(results.passes.length).toBeGreaterThan(20)
  return results.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${String(target)}`))
}

/** What has the focus: its text, or its name where it has none. */
const focused = `(() => {
  const {activeElement: one} = document
  return one.getAttribute('aria-label') ?? one.innerText.trim()
})()`

describe('axe finds nothing', () => {
  it.each([
    {width: 360, dark: false},
    {width: 360, dark: true},
    {width: 1280, dark: false},
    {width: 1280, dark: true},
    {width: 1280, forcedColors: true},
  ])('%o', async (reader) => {
    const page = await open(reader)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('with a note open at its call', async () => {
    const page = await open({width: 360})
    await page.click('#call-2 .note-button')
    await page.waitForSelector('#note-2:popover-open')
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})

describe('the keyboard', () => {
  it('comes first to the link past the contents, then to the downloads', async () => {
    const page = await open({width: 1280})
    const walked: string[] = []
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('Tab')
      walked.push(await ask(page, focused))
    }
    expect(walked).toEqual(['Skip to the text', 'Data', 'Cite this brief'])
    await page.focus('.skip-link')
    await page.keyboard.press('Enter')
    expect(await ask(page, 'document.activeElement.id')).toBe('text')
    await page.close()
  })

  it('opens a note at its call, reads it next, closes it and is back', async () => {
    const page = await open({width: 360})
    await page.focus('#call-1 .note-button')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await ask(page, 'document.activeElement.closest("li")?.id')).toBe('note-1')
    await page.keyboard.press('Escape')
    expect(await ask(page, 'document.activeElement.closest("sup")?.id')).toBe('call-1')
    await page.keyboard.press('Enter')
    await page.focus('#note-1 .note-close')
    await page.keyboard.press('Enter')
    expect(await page.$('#note-1:popover-open')).toBeNull()
    await page.close()
  })

  it('goes from a call to the note in the margin and back', async () => {
    const page = await open({width: 1280})
    await page.focus('#call-5 a')
    await page.keyboard.press('Enter')
    expect(await ask(page, 'document.querySelector(":target").id')).toBe('note-5')
    await page.focus('#note-5 .back-link')
    await page.keyboard.press('Enter')
    expect(await ask(page, 'document.querySelector(":target").id')).toBe('call-5')
    await page.close()
  })

  it('scrolls a wide table in its region', async () => {
    const page = await open({width: 320})
    const wide = `[...document.querySelectorAll('.table-scroll')]
      .find((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)`
    await ask(page, `${wide}.focus()`)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(`document.activeElement.scrollLeft > 0`, {timeout: 5000})
    const left = `document.activeElement.getBoundingClientRect().left`
    const head = `document.activeElement.querySelector('tbody th').getBoundingClientRect().left`
    expect(await ask(page, `Math.abs(${left} - ${head}) < 1`)).toBe(true)
    expect(await ask(page, 'document.activeElement.role')).toBe('region')
    await page.close()
  })

  it('always shows where it is', async () => {
    const page = await open({width: 1280})
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const seen = `(() => {
        const {activeElement: one} = document
        const box = one.getBoundingClientRect()
        const {outlineStyle, outlineWidth} = getComputedStyle(one)
        const isSeen = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0
        return isSeen && outlineStyle !== 'none' && outlineWidth !== '0px' ? '' : one.outerHTML
      })()`
      expect(await ask(page, seen)).toBe('')
    }
    await page.close()
  })
})

describe('every reader', () => {
  it('can zoom to 400 %: one column, nothing cut off', async () => {
    // 1280 px wide at 400 %.
    const page = await open({width: 320, height: 256})
    expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(320)
    const cut = `[...document.querySelectorAll('article *:not(svg *)')].filter((one) => {
      const box = one.getBoundingClientRect()
      return box.width > 0 && box.right > 321 && !one.closest('.table-scroll, .chart') && one.checkVisibility()
    }).map((one) => one.outerHTML.slice(0, 100))`
    expect(await ask(page, cut)).toEqual([])
    await page.close()
  })

  it('can set larger text: the layout follows', async () => {
    const page = await open({width: 1280})
    await ask(page, 'document.documentElement.style.setProperty("font-size", "200%")')
    expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(1280)
    await page.close()
  })

  it('can use colours of the system: what is read is still marked', async () => {
    const page = await open({width: 1280, forcedColors: true})
    await ask(page, `document.getElementById('threats').scrollIntoView()`)
    await page.waitForSelector('.web-contents a:target-current')
    const borders = `['.web-contents a:target-current', '.web-contents a:not(:target-current)']
      .map((one) => getComputedStyle(document.querySelector(one)).borderInlineStartColor)`
    const [current, other] = await ask<[string, string]>(page, borders)
    expect(current).not.toBe(other)
    await page.close()
  })

  it('reads from right to left where the language does, also in notes at their calls and in the list of briefs', async () => {
    const text = 'A line of words that is long enough to be more than one line on any screen. '.repeat(4)
    const body = `## First\n\n${text}[^a]\n\n## Second\n\n${text}[^b]\n\n[^a]: A note.\n[^b]: Another.\n`
    await using made = await makeProject({
      'content/b/brief.md': `---\ntitle: T\nlang: ar\ndate: 2026\n---\n\n${body}`,
      'content/c/brief.md':
        '---\ntitle: Other\nsubtitle: And more.\nauthors: [Ann]\nabstract: A.\ndate: 2025\n---\n\nText.\n',
    })
    const ran = await runHere(['build', '--edition', 'web', '--project', made.path])
    expect(ran.status, ran.err).toBe(0)
    const page = await open({width: 1280}, join(made.path, 'output/b'))
    const lefts = `['.web-contents-list', 'h2[id="first"]', '#note-1'].map((one) =>
      document.querySelector(one).getBoundingClientRect().left)`
    const [contents = 0, heading = 0, note = 0] = await ask<number[]>(page, lefts)
    expect(note).toBeLessThan(heading)
    expect(heading).toBeLessThan(contents)
    expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(1280)
    expect(await violations(page)).toEqual([])
    await page.close()
    await notesFromRightToLeft(join(made.path, 'output/b'))
    for (const reader of [{width: 360}, {width: 360, dark: true}, {width: 1280}, {width: 1280, dark: true}]) {
      const list = await open(reader, join(made.path, 'output'))
      expect(await violations(list)).toEqual([])
      const sides = `[...document.querySelectorAll('.index-list > li')].map((one) => getComputedStyle(one).direction)`
      expect(await ask(list, sides)).toEqual(['rtl', 'ltr'])
      expect(await ask(list, 'document.documentElement.scrollWidth')).toBe(reader.width)
      await list.close()
    }
  })
})

/** A note opens below its call and within the screen; what closes it is at the end of its line, the text beside. */
async function notesFromRightToLeft(folder: string): Promise<void> {
  for (const width of [320, 768]) {
    const page = await open({width}, folder)
    await page.click('#call-1 .note-button')
    await page.waitForSelector('#note-1:popover-open')
    type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>
    const boxes = `['#note-1', '#note-1 .note-close', '#call-1', '#note-1 p'].map((one) =>
      document.querySelector(one).getBoundingClientRect().toJSON())`
    const [note, close, call, text] = await ask<[Box, Box, Box, Box]>(page, boxes)
    expect(note.left).toBeGreaterThanOrEqual(8)
    expect(note.right).toBeLessThanOrEqual(width - 8)
    expect(close.left - note.left).toBeLessThan(8)
    expect(text.left).toBeGreaterThanOrEqual(close.right)
    expect(Math.min(Math.abs(note.top - call.bottom), Math.abs(call.top - note.bottom))).toBeLessThan(30)
    await page.close()
  }
}
