import puppeteer, {type Browser, type Page} from 'puppeteer'
import {findBrowser} from '../../src/effects/browser-executable.ts'

/** A real browser as a reader has one. It reaches this machine and no other. */
export async function openBrowser(): Promise<Browser> {
  const {executable, environment} = await findBrowser(process.env['BRIEF_BROWSER'], undefined)
  return await puppeteer.launch({
    executablePath: executable,
    env: {...process.env, ...environment},
    headless: 'shell',
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--font-render-hinting=none',
      '--hide-scrollbars',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

export interface Reader {
  readonly width: number
  readonly height?: number
  readonly dark?: boolean
  readonly scripts?: boolean
  readonly forcedColors?: boolean
}

/** A page opened as a reader with that screen and those settings would see it, and what went wrong while it opened. */
export async function openPage(browser: Browser, url: string, reader: Reader): Promise<{page: Page; faults: string[]}> {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`))
  await page.setViewport({width: reader.width, height: reader.height ?? 800})
  await page.setJavaScriptEnabled(reader.scripts !== false)
  await page.emulateMediaFeatures([
    {name: 'prefers-color-scheme', value: reader.dark === true ? 'dark' : 'light'},
    ...(reader.forcedColors === true ? [{name: 'forced-colors', value: 'active'}] : []),
  ])
  await page.goto(url, {waitUntil: 'load'})
  await page.evaluate('document.fonts.ready.then(() => true)')
  return {page, faults}
}

/**
 * A script that reads a page down to its end and gives what moved meanwhile by itself: how much, and what.
 *
 * @param fromTheFirst whether what moved while the page was loaded counts too
 */
export function movedWhileRead({fromTheFirst}: {readonly fromTheFirst: boolean}): string {
  return `new Promise((done) => {
    const moved = []
    const observer = new PerformanceObserver((list) => {
      for (const {value, sources} of list.getEntries()) {
        moved.push([value, ...sources.map(({node}) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80))])
      }
    })
    const step = (y) => {
      scrollTo(0, y)
      const isEnd = y > document.body.scrollHeight
      requestAnimationFrame(() => requestAnimationFrame(() => (isEnd ? done(moved) : step(y + 1500))))
    }
    // What came last is on the screen two frames later.
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
      observer.observe({type: 'layout-shift', buffered: ${fromTheFirst}})
      step(0)
    })))
  })`
}
