import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {create} from 'fontkit'
import type {Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {ChartFont} from '../../src/charts/chart-job.ts'
import {drawChart} from '../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../src/charts/load-drawing-tools.ts'
import {loadTextMetrics} from '../../src/charts/text-metrics.ts'
import {listKinds, readKind} from '../charts/kind-job.ts'
import {runHere} from '../support/run-brief.ts'
import {openBrowser, openPage} from '../support/web-browser.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
let page: Page
let folder: string
const fonts = (await readKind('map', 'ur')).fonts
const measure = loadTextMetrics(fonts)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-brief-test-'))
  await buildBriefs()
  browser = await openBrowser()
  page = await browser.newPage()
  await page.setViewport({width: 600, height: 800})
  const style = fonts.map(fontRule).join('\n')
  await page.setContent(`<!doctype html><style>${style} body {margin: 0; font-size: 0}</style><main></main>`)
})
afterAll(async () => {
  await Promise.all([browser.close(), rm(folder, {recursive: true})])
})

describe('labels of charts, in the browser', () => {
  it('of every kind, in both directions of writing', async () => {
    for (const lang of ['en', 'ur'] as const) {
      for (const kind of await listKinds()) {
        const job = await readKind(kind, lang)
        const result = await drawChart(job, await loadDrawingTools(job.fonts))
        expect(await faultsOf('svg' in result ? result.svg : ''), `${kind}, ${lang}`).toEqual([])
      }
    }
  })

  it('of the sample brief', async () => {
    const charts = join(folder, 'after-kabul/charts')
    const drawings = (await readdir(charts)).filter((file) => file.endsWith('.svg'))
    expect(drawings.length).toBeGreaterThanOrEqual(7)
    for (const file of drawings) expect(await faultsOf(await readFile(join(charts, file), 'utf8')), file).toEqual([])
  })

  it('of the gallery, which builds without a warning', async () => {
    const charts = join(folder, 'gallery/charts')
    const drawings = (await readdir(charts)).filter((file) => file.endsWith('.svg'))
    expect(drawings).toHaveLength(11)
    for (const file of drawings) expect(await faultsOf(await readFile(join(charts, file), 'utf8')), file).toEqual([])
  })

  it.each(['after-kabul', 'gallery'])('of %s on a phone, where all of each chart is seen, once', async (name) => {
    const phone = await browser.newPage()
    await phone.setViewport({width: 360, height: 800})
    await phone.goto(`file://${join(folder, name, 'index.html')}`)
    const charts = (await phone.evaluate(`[...document.querySelectorAll('.chart')].map((chart) => {
      const shown = [...chart.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
      const texts = [...shown[0].querySelectorAll('text')].map((text) => text.getBoundingClientRect())
      const size = Math.min(...[...shown[0].querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize)))
      return {
        shown: shown.length,
        isWhole: chart.scrollWidth <= chart.clientWidth && texts.every(({right}) => right <= 360),
        letters: size * shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width,
      }
    })`)) as {shown: number; isWhole: boolean; letters: number}[]
    await phone.close()
    expect(charts.length).toBeGreaterThanOrEqual(7)
    for (const chart of charts) {
      expect(chart).toMatchObject({shown: 1, isWhole: true})
      expect(chart.letters).toBeGreaterThan(10)
    }
  })

  it('are no fonts of shapes in the PDF, halos and all', async () => {
    const pdf = await PDFDocument.load(await readFile(join(folder, 'gallery/gallery.pdf')))
    const fonts = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isFont = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
      return isFont ? [String(object.get(PDFName.of('Subtype')))] : []
    })
    expect(fonts.length).toBeGreaterThan(3)
    expect(fonts).not.toContain('/Type3')
  })

  it('finds what it looks for', async () => {
    const text = (x: number, more = ''): string =>
      `<text x="${x}" y="20" font-size="11" font-weight="400" ${more}>Balochistan</text>`
    const svg = (inside: string): string =>
      `<svg width="200" height="40" font-family="'Source Sans 3'" style="text-rendering:geometricPrecision">${inside}</svg>`
    expect(await faultsOf(svg(text(10)))).toEqual([])
    expect(await faultsOf(svg(text(170)))).toEqual(['cut: Balochistan'])
    expect(await faultsOf(svg(text(10) + text(40)))).toEqual(['over each other: Balochistan, Balochistan'])
    expect(await faultsOf(svg(text(10, 'letter-spacing="1"')))).toEqual([expect.stringMatching(/^measured /)])
  })
})

describe('values of charts, where the brief asks for them', () => {
  it.each(['index.html', 'gallery.html'])(
    'by pointer, touch and keys, without anything from outside: %s',
    async (file) => {
      const {page: reader, faults} = await openPage(browser, `file://${join(folder, 'gallery', file)}`, {
        width: 900,
      })
      const said = async (): Promise<string> => String(await reader.evaluate(SHOWN))
      const chart = await reader.$('#fig-grouped .chart')
      const bar = await chart?.evaluate((node: unknown) => {
        /* eslint-disable */
        const {scrollTo} = globalThis as any
        const svg = (node as any).querySelector('svg.wide')
        scrollTo(0, svg.getBoundingClientRect().top - 300)
        const [x, y] = svg.dataset.spots.split(';')[0].split(',').map(Number)
        const box = svg.getBoundingClientRect()
        const scale = box.width / svg.viewBox.baseVal.width
        return {x: box.left + x * scale, y: box.top + y * scale}
      })
      expect(await said()).toBe('')
      await reader.mouse.move(bar?.x ?? 0, bar?.y ?? 0)
      const first = await said()
      expect(first).toMatch(/Visits \(thousand\)\s+412/)
      await reader.mouse.move(2, 2)
      expect(await said()).toBe('')
      await reader.touchscreen.tap(bar?.x ?? 0, bar?.y ?? 0)
      expect(await said()).toBe(first)
      await reader.touchscreen.tap(2, 2)
      expect(await said()).toBe('')
      await chart?.focus()
      await reader.keyboard.press('ArrowRight')
      expect(await said()).toBe(first)
      await reader.keyboard.press('ArrowRight')
      expect(await said()).toMatch(/Visits \(thousand\)\s+547/)
      expect(await reader.evaluate('document.querySelector(".chart-said").textContent')).toMatch(
        /Region: Upper Valley; Year: 2025; Visits \(thousand\): 547/,
      )
      await reader.keyboard.press('Escape')
      expect(await said()).toBe('')
      expect(faults).toEqual([])
      await reader.close()
    },
  )

  it('are left out of pages that do not ask', async () => {
    const page = await readFile(join(folder, 'after-kabul/index.html'), 'utf8')
    expect(page).not.toMatch(/data-spots|<script[^>]*src=/)
    expect((await readdir(join(folder, 'after-kabul/assets'))).filter((file) => file.endsWith('.js'))).toEqual([])
  })
})

const SHOWN = `(() => {
  const tip = document.querySelector('.chart-tip')
  return tip.hidden ? '' : tip.innerText.trim()
})()`

/** Builds the sample's page, and the gallery that an author begins from with all of its editions. */
async function buildBriefs(): Promise<void> {
  const run = async (argv: readonly string[], directory: string): Promise<void> => {
    const {status, err} = await runHere(argv, directory)
    expect(err).not.toMatch(/warning|error/)
    expect(status).toBe(0)
  }
  await run(['build', 'after-kabul', '--edition', 'web', '--output', folder], process.cwd())
  const project = join(folder, 'project')
  await mkdir(project)
  await run(['new', 'gallery', '--example', 'charts', '--title', 'Gallery', '--author', 'A. Author'], project)
  await run(['build', 'gallery', '--strict', '--standalone', '--output', folder], project)
}

interface Label {
  readonly text: string
  readonly width: number
  readonly font: {readonly font: string; readonly fontSize: number; readonly fontWeight: string}
  readonly box: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number}
}

/** What is wrong with a drawing's labels: cut off, over each other, or as wide as they were not measured to be. */
async function faultsOf(svg: string): Promise<readonly string[]> {
  const {labels, width, height} = (await page.evaluate(`(${readLabels.toString()})(${JSON.stringify(svg)})`)) as {
    labels: readonly Label[]
    width: number
    height: number
  }
  const cut = labels.filter(
    ({box}) => box.left < -1 || box.right > width + 1 || box.top < -2 || box.bottom > height + 2,
  )
  const pairs = labels.flatMap((a, index) =>
    labels.slice(index + 1).flatMap((b) => (isOver(a.box, b.box) ? [`over each other: ${a.text}, ${b.text}`] : [])),
  )
  const wrong = labels.flatMap(({text, width: drawn, font}) => {
    const measured = measure(font, text)
    return Math.abs(measured - drawn) <= Math.max(0.01 * drawn, 0.1)
      ? []
      : [`measured ${measured}, is ${drawn}: ${text}`]
  })
  return [...cut.map(({text}) => `cut: ${text}`), ...pairs, ...wrong]
}

/** As the tests of widths in Node: letters do not fill their boxes. */
function isOver(a: Label['box'], b: Label['box']): boolean {
  const slack = 1.5
  // A halo is the same text at the same place.
  if (Math.abs(a.left - b.left) < 0.1 && Math.abs(a.top - b.top) < 0.1 && Math.abs(a.right - b.right) < 0.1)
    return false
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}

/** Runs in the browser. */
function readLabels(svg: string): unknown {
  /* eslint-disable */
  const {document, getComputedStyle} = globalThis as any
  const main = document.querySelector('main')
  main.innerHTML = svg
  return document.fonts.ready.then(() => {
    const root = main.querySelector('svg')
    const {left, top, width, height} = root.getBoundingClientRect()
    const scale = width / (root.viewBox.baseVal.width || width)
    // Lines of a text are its spans.
    const lines = [...root.querySelectorAll('text')].flatMap((text: any) =>
      text.children.length > 0 ? [...text.children] : [text],
    )
    const labels = lines.map((line: any) => {
      const box = (line.tagName === 'text' ? line : line.parentNode).getBoundingClientRect()
      const style = getComputedStyle(line)
      // As high as the letters, not as the line.
      const spare = (box.height / scale - parseFloat(style.fontSize)) / 2
      return {
        text: line.textContent.trim(),
        width: line.getComputedTextLength(),
        font: {font: style.fontFamily, fontSize: parseFloat(style.fontSize), fontWeight: style.fontWeight},
        box: {
          left: (box.left - left) / scale,
          right: (box.right - left) / scale,
          top: (box.top - top) / scale + spare,
          bottom: (box.bottom - top) / scale - spare,
        },
      }
    })
    return {labels, width: width / scale, height: height / scale}
  })
}

function fontRule({family, weight, style, data}: ChartFont): string {
  const source = `url(data:font/ttf;base64,${Buffer.from(data).toString('base64')})`
  const font = create(data as Buffer)
  const letters = 'characterSet' in font ? font.characterSet.map((letter) => `U+${letter.toString(16)}`).join(',') : ''
  return `@font-face {font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; src: ${source}; unicode-range: ${letters}}`
}
