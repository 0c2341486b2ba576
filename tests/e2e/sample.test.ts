import {cp, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {missingFrom, missingFromPages, narrativeWords} from '../support/narrative-words.ts'
import {hasPdftotext, pdftotext} from '../support/pdftotext.ts'
import {readTagged, wordsOf} from '../support/read-tagged.ts'
import {readFonts, readPdf, type OutlineEntry, type ReadPdf} from '../support/read-pdf.ts'
import {runProcess} from '../support/run-brief.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

let output: string
let page: string
let bytes: Uint8Array
let pdf: ReadPdf

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'brief-sample-'))
  const ran = await runProcess(['build', 'after-kabul', '--project', project, '--output', output, '--json'])
  expect(JSON.parse(ran.out)).toMatchObject({briefs: [{name: 'after-kabul', ok: true, messages: []}]})
  expect(ran.status).toBe(0)
  page = await readFile(join(output, 'after-kabul/index.html'), 'utf8')
  bytes = await readFile(join(output, 'after-kabul/after-kabul.pdf'))
  pdf = await readPdf(bytes)
})

afterAll(() => rm(output, {recursive: true, force: true}))

describe('the output folder', () => {
  it('holds both editions, the charts, the data and a manifest of them', async () => {
    const files = (await readdir(join(output, 'after-kabul'), {recursive: true, withFileTypes: true}))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(output, 'after-kabul/').length))
    expect(files).toEqual(expect.arrayContaining(['index.html', 'after-kabul.pdf', 'manifest.json']))
    expect(files.filter((path) => /^charts\/.*\.svg$/.test(path)).length).toBeGreaterThanOrEqual(5)
    expect(files.filter((path) => /^data\/.*\.csv$/.test(path)).length).toBeGreaterThanOrEqual(5)
    const manifest = JSON.parse(await readFile(join(output, 'after-kabul/manifest.json'), 'utf8')) as {
      outputs: Record<string, string>
    }
    expect(Object.keys(manifest.outputs)).toEqual(files.filter((path) => path !== 'manifest.json').toSorted())
  })
})

describe('the printed edition', () => {
  it('has A4 pages, a title, a language and tags', () => {
    expect(pdf.pages.length).toBeGreaterThan(8)
    for (const {width, height} of pdf.pages) {
      expect(width).toBeCloseTo(595.5, 0)
      expect(height).toBeCloseTo(842.25, 0)
    }
    expect(pdf.info['Title']).toContain('After Kabul')
    expect(pdf.language).toBe('en')
    expect(pdf.tagged).toBe(true)
  })

  it('has every note whole, once, on the page of its call', () => {
    const notes = notesOf(page)
    expect(notes).toHaveLength(44)
    const bodies = pdf.pages.map((sheet) => squeeze(sheet.text))
    for (const note of notes) {
      const text = squeeze(note.text)
      // A source that is cited again may have the same words: then they stand as often as there are such notes.
      const alike = notes.filter((other) => squeeze(other.text).includes(text)).length
      const found = bodies.map((body) => body.split(text).length - 1)
      expect(
        found.reduce((sum, count) => sum + count, 0),
        `note ${note.number}: ${note.text}`,
      ).toBe(alike)
      const on = found.flatMap((count, index) => (count > 0 ? [index] : []))
      expect(
        callPages(note.number).some((page) => on.includes(page)),
        `call of note ${note.number}`,
      ).toBe(true)
    }
  })

  it('says the words of the narrative in reading order, to who reads by tags', async () => {
    const {blocks, notes} = narrativeWords(page)
    const read = await readTagged(bytes)
    expect(blocks.length).toBeGreaterThan(400)
    expect(missingFrom(blocks, wordsOf(read.body))).toEqual([])
    expect(notes).toHaveLength(44)
    expect(missingFrom(notes, wordsOf(read.notes))).toEqual([])
  })

  it.skipIf(!hasPdftotext())('says them to who reads what is painted', () => {
    const {blocks, notes} = narrativeWords(page)
    const pages = pdftotext(join(output, 'after-kabul/after-kabul.pdf')).split('\f').map(wordsOf)
    expect(missingFromPages([...blocks, ...notes], pages)).toEqual([])
  })

  it('numbers the pages of its contents truly', () => {
    const entries = contentsOf(pdf)
    expect(entries.length).toBeGreaterThan(4)
    for (const entry of entries) {
      const target = pdf.pages[entry.page - 1]
      const heading = target?.items.filter(
        (item) => item.size > 10 && squeeze(entry.title).includes(squeeze(item.text)),
      )
      expect(heading?.length, `${entry.title} on page ${entry.page}`).toBeGreaterThan(0)
    }
  })

  it('has an outline of its headings', () => {
    const titles = flat(pdf.outline).map((title) => squeeze(title))
    const headings = [...page.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/g)].map(([, html = '']) => squeeze(textOf(html)))
    expect(titles.length).toBeGreaterThan(8)
    expect(headings.filter((heading) => titles.includes(heading)).length).toBeGreaterThan(4)
  })

  it('embeds its fonts, none as Type 3', async () => {
    const fonts = await readFonts(bytes)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatchObject({embedded: true, subtype: '/CIDFontType2'})
    expect(
      fonts.every((font) => /SourceS(?:erif4|ans3)/.test(font.name)),
      JSON.stringify(fonts),
    ).toBe(true)
  })

  it('keeps all text inside the page', () => {
    for (const sheet of pdf.pages) {
      for (const item of sheet.items.filter(({text}) => text.trim() !== '')) {
        expect(item.x, item.text).toBeGreaterThan(0)
        expect(item.x + item.width, item.text).toBeLessThan(sheet.width)
        expect(item.y, item.text).toBeGreaterThan(0)
      }
    }
  })
})

describe('the web edition', () => {
  it('has every chart as SVG with its text alternative, and every table', () => {
    expect(page.match(/<svg[^>]*role="img"[^>]*aria-label="[^"]{20,}"/g)?.length).toBeGreaterThanOrEqual(5)
    expect(page.match(/<table/g)?.length).toBeGreaterThanOrEqual(5)
  })

  it('links every note and back, and leaves no link without its target', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(100)
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
  })

  it('asks the network for nothing', () => {
    expect(page.match(/(?:src|url\()\s*=?\s*["'(]?\s*https?:/g)).toBeNull()
    expect(page).not.toContain('<script src')
  })

  it('is the same when it is made again in another folder, time zone and locale, and so is the PDF', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'brief-copy-'))
    for (const folder of ['content', 'data']) await cp(join(project, folder), join(copy, folder), {recursive: true})
    const surroundings = {
      TZ: 'America/New_York',
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'ur_PK.UTF-8',
      USER: 'someone',
      HOME: copy,
    }
    const verify = (): Promise<{status: number | null; err: string}> =>
      runProcess(['verify', 'after-kabul', '--project', copy, '--output', output], surroundings)
    expect(await verify()).toMatchObject({
      status: 0,
      err: expect.stringContaining('are the same when built again') as string,
    })
    await writeFile(join(output, 'after-kabul/index.html'), `${page} `)
    expect(await verify()).toMatchObject({
      status: 1,
      err: expect.stringMatching(/index\.html was changed after it was built\n$/) as string,
    })
    await rm(copy, {recursive: true, force: true})
  })
})

function notesOf(html: string): {number: number; text: string}[] {
  const items = [...html.matchAll(/id="note-(\d+)"[^>]*>([\s\S]*?)<\/li>/g)]
  return items.map(([, number, body = '']) => ({
    number: Number(number),
    text: textOf(body.replaceAll(/<a[^>]*doc-backlink[\s\S]*?<\/a>/g, '')),
  }))
}

/** Pages on which a small number stands that could be the call: a superscript is smaller than 8 pt. */
function callPages(number: number): number[] {
  return pdf.pages.flatMap((sheet, index) =>
    sheet.items.some((item) => item.size < 8 && item.text.replaceAll(/[,\s]/g, '') === String(number)) ? [index] : [],
  )
}

function contentsOf({pages}: ReadPdf): {title: string; page: number}[] {
  const [first, second] = pages
  const lines = new Map<string, {text: string; x: number}[]>()
  for (const [index, sheet] of [first, second].entries()) {
    for (const item of sheet?.items ?? []) {
      const key = `${index}:${Math.round(item.y)}`
      lines.set(key, [...(lines.get(key) ?? []), item])
    }
  }
  return [...lines.values()].flatMap((items) => {
    const text = items
      .toSorted((a, b) => a.x - b.x)
      .map((item) => item.text)
      .join('')
      .replaceAll(/\s+/g, ' ')
    const match = /^(\d+(?:\.\d+)?)\s*(\D.{4,}?)[\s.·]*?(\d+)$/.exec(text.trim())
    return match ? [{title: match[2] ?? '', page: Number(match[3])}] : []
  })
}

function flat(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap((entry) => [entry.title, ...flat(entry.items)])
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x26;', '&')
    .replaceAll('&#x3C;', '<')
}

/** Text without white space, which a PDF does not keep exactly, and with ligatures as letters. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}
