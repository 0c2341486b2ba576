import {spawn, type ChildProcess} from 'node:child_process'
import {readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/effects/browser-executable.ts'
import {runHere} from '../../support/run-brief.ts'
import {makeProject, type TempProject} from '../../support/temp-project.ts'

const start = fileURLToPath(new URL('../../../src/start.js', import.meta.url))
let project: TempProject
let child: ChildProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  project = await makeProject({})
  await runHere(['new', 'rain', '--title', 'Rain', '--project', project.path])
  child = spawn(process.execPath, [start, 'watch', '--project', project.path])
  const url = await new Promise<string>((resolve) => {
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const found = /http:\S+/.exec(out)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const {executable, environment} = await findBrowser(process.env['BRIEF_BROWSER'])
  browser = await puppeteer.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
    env: {...process.env, ...environment},
  })
  page = await browser.newPage()
  await page.setViewport({width: 1400, height: 800})
  await page.goto(url)
  await quiet()
})

afterAll(async () => {
  await browser.close()
  child.kill('SIGINT')
  await project[Symbol.asyncDispose]()
})

/** Waits until the page shows a text, in the web edition. */
async function shows(text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector<HTMLIFrameElement>('#web iframe:not(.coming)')
        ?.contentDocument?.body.textContent.includes(wanted),
    {},
    text,
  )
}

/** Waits until both editions are made and nothing is wrong. */
async function quiet(): Promise<void> {
  await page.waitForFunction(
    () =>
      document.body.dataset['making'] === 'nothing' &&
      document.querySelector('#print canvas') &&
      document.querySelector<HTMLElement>('#messages')?.hidden,
  )
}

async function read(path: string): Promise<string> {
  return readFile(join(project.path, path), 'utf8')
}

const narrative = 'content/rain/brief.md'
const data = 'data/rain/visits.csv'

describe('brief watch', () => {
  it('shows both editions, and a save of the narrative in the page', async () => {
    await shows('Where it has changed')
    expect(await page.$$eval('.sheet', (sheets) => sheets.length)).toBe(2)
    await project.write(narrative, (await read(narrative)).replace('## Where it has changed', '## Where it was seen'))
    await shows('Where it was seen')
    await quiet()
  })

  it('shows a save of the data, and keeps the reading position of both editions', async () => {
    const scroll = () => {
      const frame = document.querySelector<HTMLIFrameElement>('#web iframe:not(.coming)')
      return [frame?.contentWindow?.scrollY ?? 0, document.querySelector('#print')?.scrollTop ?? 0].map(Math.round)
    }
    await page.evaluate(() => {
      document.querySelector<HTMLIFrameElement>('#web iframe:not(.coming)')?.contentWindow?.scrollTo(0, 700)
      document.querySelector('#print')?.scrollTo(0, 500)
    })
    const before = await page.evaluate(scroll)
    await project.write(data, (await read(data)).replace('408300', '408400'))
    await shows('408,400')
    await quiet()
    expect(await page.evaluate(scroll)).toEqual(before)
    expect(before).toEqual([700, 500])
  })

  it('shows an error over the last good edition, with its place and line, and takes it away when it is mended', async () => {
    const good = await read(narrative)
    await project.write(narrative, good.replace('{{latest}}', '{{latst}}'))
    await page.waitForSelector('#messages:not([hidden]) .error')
    const told = await page.$eval('#messages', (box) => box.textContent)
    expect(told).toContain('content/rain/brief.md:4:')
    expect(told).toContain('expected `latest`')
    expect(await page.$eval('#messages mark', (mark) => mark.textContent)).toBe('latst')
    await shows('408,400')
    await project.write(narrative, good)
    await quiet()
  })

  it('bears a file that is deleted and written again, half-written data, and many saves in a row', async () => {
    const [text, rows] = [await read(narrative), await read(data)]
    await rm(join(project.path, narrative))
    await page.waitForSelector('#messages:not([hidden]) .error')
    await project.write(`${narrative}.tmp`, text.replace('## What to do', '## What next'))
    await rename(join(project.path, `${narrative}.tmp`), join(project.path, narrative))
    await shows('What next')
    await project.write(data, `${rows}2026,41"`)
    await page.waitForSelector('#messages:not([hidden]) .error')
    await project.write(data, rows)
    await quiet()
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      await project.write(narrative, text.replace('## What to do', `## What save ${letter} says`))
    }
    await shows('What save z says')
    await quiet()
    expect(await page.$eval('#messages', (box) => box.textContent)).toBe('')
  })

  it('shows where a number comes from', async () => {
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#web iframe:not(.coming)')
      frame?.contentDocument?.querySelector<HTMLElement>('li [data-value]')?.click()
    })
    await page.waitForSelector('#value:not([hidden])')
    const told = await page.$eval('#value', (panel) => panel.textContent)
    expect(told).toContain('latest: {cell: visits.visits, where: {year: 2025}, format: integer}')
    expect(told).toContain('data/rain/values.yaml:')
    expect(await page.$$eval('#value tbody tr', (found) => found.length)).toBe(1)
  })

  it('shows the same for a number of the title, and for one in the PDF', async () => {
    const good = await read(narrative)
    await project.write(narrative, good.replace(/^title: .*$/m, 'title: "Rain: {{latest}}"'))
    await shows('Rain: 408,400')
    await quiet()
    await page.click('#value button')
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#web iframe:not(.coming)')
      frame?.contentDocument?.querySelector<HTMLElement>('h1 [data-value]')?.click()
    })
    await page.waitForSelector('#value:not([hidden])')
    await page.click('#value button')
    await page.evaluate(() => document.querySelector('#print')?.scrollTo(0, 0))
    // The title is the first that is printed; it may stand over two lines.
    // Found and clicked at once: a sheet is put in the place of another whenever the PDF is made anew.
    await page.waitForFunction(() => {
      const spot = document.querySelector<HTMLElement>('.sheet[data-page="1"] .spot')
      spot?.click()
      return spot !== null
    })
    await page.waitForSelector('#value:not([hidden])')
    expect(await page.$eval('#value .text', (text) => text.textContent)).toBe('408,400')
    await project.write(narrative, good)
    await quiet()
  })

  it('follows the settings of the project', async () => {
    await project.write('brief.config.yaml', 'stricd: true\n')
    await page.waitForSelector('#messages:not([hidden]) .error')
    expect(await page.$eval('#messages', (box) => box.textContent)).toContain('expected `strict`')
    await rm(join(project.path, 'brief.config.yaml'))
    await quiet()
  })

  it('shows what the check finds', async () => {
    const good = await read(narrative)
    await project.write(narrative, good.replace('## Data', 'There were 1,234,567 visits.\n\n## Data'))
    await page.waitForFunction(() => document.querySelector('#messages')?.textContent.includes('1,234,567'))
    expect(await page.$eval('#messages', (box) => box.textContent)).toContain('numbers-')
    await project.write(narrative, good)
    await quiet()
  })

  it('shows what changed since the accepted edition', async () => {
    expect(await page.$eval('#changes', (box) => (box as HTMLElement).hidden)).toBe(true)
    await runHere(['accept', 'rain', '--project', project.path])
    await project.write(data, (await read(data)).replace('408400', '408500'))
    await shows('408,500')
    await page.waitForSelector('#changes:not([hidden])')
    const told = await page.$eval('#changes', (box) => box.textContent)
    expect(told).toContain('408,400')
    expect(told).toContain('408,500')
  })

  it('runs no script of a brief, and says what the server lacks', async () => {
    const answers = await page.evaluate(async () => {
      const policy = (await fetch('/web/1/index.html')).headers.get('content-security-policy')
      return [policy, (await fetch('/client/../state.ts')).status, (await fetch('/web/1/none.css')).status] as const
    })
    expect(answers).toEqual([expect.stringContaining("script-src 'none'"), 404, 404])
  })
})
