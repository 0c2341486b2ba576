import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {missingFrom, narrativeWords} from '../support/narrative-words.ts'
import {readTagged, wordsOf} from '../support/read-tagged.ts'
import {readPdf, type PdfPage, type ReadPdf} from '../support/read-pdf.ts'
import {runProcess} from '../support/run-brief.ts'
import {makeStressBrief} from '../support/stress-brief.ts'
import {makeProject} from '../support/temp-project.ts'

const {files, labels, shortNotes} = makeStressBrief()

let output: string
let pdf: ReadPdf
let bytes: Uint8Array
let texts: readonly string[]
let messages: readonly {id: string; line: number; reason: string}[]
let html: string

beforeAll(async () => {
  await using project = await makeProject(files)
  output = await mkdtemp(join(tmpdir(), 'brief-stress-'))
  const ran = await runProcess(['build', 'stress', '--project', project.path, '--output', output, '--json'])
  const result = JSON.parse(ran.out) as {briefs: {ok: boolean; messages: typeof messages}[]}
  expect(result.briefs[0]?.ok, ran.err).toBe(true)
  messages = result.briefs[0]?.messages ?? []
  bytes = await readFile(join(output, 'stress/stress.pdf'))
  pdf = await readPdf(bytes)
  texts = pdf.pages.map(({text}) => text)
  html = await readFile(join(output, 'stress/index.html'), 'utf8')
})

afterAll(() => rm(output, {recursive: true, force: true}))

describe('the text', () => {
  it('has the words of the narrative in reading order, to who reads by tags', async () => {
    const {blocks, notes} = narrativeWords(html)
    const read = await readTagged(bytes)
    // In print this one says on which pages they are.
    expect(missingFrom(blocks, wordsOf(read.body))).toEqual(['section 11. see table 1, figure 1.'])
    expect(missingFrom(notes, wordsOf(read.notes))).toEqual([])
    expect(notes.length).toBeGreaterThan(shortNotes)
  })
})

describe('notes', () => {
  it.each(labels)('%s stands once, whole, from the page of its call on', (label) => {
    const [begin] = pagesWith(`Begin_${label}.`)
    expect(countOf(`Begin_${label}.`)).toBe(1)
    expect(countOf(`End_${label}.`)).toBe(1)
    expect(pagesWith(`Call_${label}.`)).toContain(begin)
    expect(pagesWith(`End_${label}.`)[0]).toBeGreaterThanOrEqual(begin ?? 0)
  })

  it.each(labels.filter((label) => label !== 'digit'))('%s is called by its number', (label) => {
    const all = texts.join(' ')
    const called = [...all.matchAll(new RegExp(`Call_${label}\\.\\s?(\\d+)`, 'g'))].map(([, number]) => number)
    expect(called).toContain(numberOf(label))
  })

  it('are numbered from 1 on, into four digits', () => {
    const numbers = pdf.pages.flatMap((page) => notesOf(page).map(({number}) => number))
    expect(numbers).toEqual(Array.from({length: labels.length + shortNotes}, (_, index) => index + 1))
    expect(numbers.at(-1)).toBeGreaterThan(1000)
  })

  it('have numbers of four digits beside their text, not over it', () => {
    const items = pdf.pages.at(-2)?.items ?? []
    const number = items.find(({text, size}) => size < 6.5 && /^1\d{3}$/.test(text.trim()))
    const body = items.find(
      ({y, text}) => number !== undefined && Math.abs(y - number.y) < 3 && text.startsWith('Ibid'),
    )
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThan(body?.x ?? 0)
  })

  it('that are called again keep their number', () => {
    const [, again] = /The first of them once more(\d+), and again(\d+)/.exec(texts.join(' ')) ?? []
    const first = /Call_near_a\.(\d+)/.exec(texts.join(' '))?.[1]
    expect(again).toBe(first)
  })

  it('beside a figure are never read as its digits', () => {
    expect(texts.join(' ')).toContain(`a 9 ${numberOf('digit')} `)
  })

  it('in a head that is repeated are called once', () => {
    expect(pagesWith('Head-cell').length).toBeGreaterThan(2)
    expect(texts.join(' ').split(/Call_head\.\s?\d/).length - 1).toBe(1)
  })

  it('in headings stand neither in the contents nor in running heads', () => {
    const number = numberOf('heading')
    const [contents = ''] = texts
    expect(contents).toMatch(/A call in a heading Call_heading\. \d+ /)
    expect(contents).not.toMatch(new RegExp(`Call_heading\\.\\s?${number}`))
    const heads = pdf.pages.flatMap(({items, height}) => items.filter(({y}) => y > height - 50).map(({text}) => text))
    expect(heads.some((text) => text.includes('Call_heading.'))).toBe(true)
    expect(heads.join(' ')).not.toMatch(/Call_heading\.\s?\d/)
  })

  it('hold paragraphs, lists and tables', () => {
    const [page] = pagesWith('Begin_rich.')
    const parts = 'Second-paragraph. List-in-note Another-item Head-in-note Cell-in-note Last-paragraph.'.split(' ')
    for (const part of parts) expect(texts[(page ?? 0) - 1], part).toContain(part)
  })

  it('that run on say so on the next page, with two lines or more on either', () => {
    const number = numberOf('huge')
    const on = pagesWith(`${number} continued`)
    const [begin = 0] = pagesWith('Begin_huge.')
    const [end = 0] = pagesWith('End_huge.')
    expect(end - begin).toBeGreaterThan(1)
    expect(on).toEqual(Array.from({length: end - begin}, (_, index) => begin + 1 + index))
    const small = pdf.pages[end - 1]?.items.filter(({size, text}) => Math.abs(size - 8.25) < 0.2 && text.trim() !== '')
    expect(new Set(small?.map(({y}) => Math.round(y))).size).toBeGreaterThanOrEqual(2)
  })

  it('stand below the text of their page', () => {
    const overlapping = pdf.pages.flatMap((page, index) => {
      const top = Math.max(...notesOf(page).map(({y}) => y))
      const body = page.items.filter(({size, text}) => size > 9.2 && text.trim() !== '')
      return Math.min(...body.map(({y}) => y)) <= top ? [index + 1] : []
    })
    expect(overlapping).toEqual([])
  })

  it('stand under a rule, one on each page that has some', () => {
    for (const [index, page] of pdf.pages.entries()) {
      const rules = page.boxes.filter(({width, height}) => Math.abs(width - 72) < 0.1 && height <= 1)
      const hasNotes = notesOf(page).length > 0 || /(?<!Table )\b\d+ continued/.test(page.text)
      expect(rules, `page ${index + 1}`).toHaveLength(hasNotes ? 1 : 0)
    }
  })

  it('fifty of them stand on a page', () => {
    const [page = 0] = pagesWith('Fifty-notes.')
    expect(pdf.pages[page - 1] && notesOf(pdf.pages[page - 1] as PdfPage)).toHaveLength(50)
  })
})

describe('breaks', () => {
  it('come where the author puts them', () => {
    expect(pagesWith('After-break.')[0]).toBe((pagesWith('Before-break.')[0] ?? 0) + 1)
    const first = pdf.pages[(pagesWith('After-break.')[0] ?? 0) - 1]?.items.filter(({y}) => y < 790)
    expect(first?.[0]?.text).toContain('After-break.')
  })

  it('do not come inside what is kept', () => {
    expect(pagesWith('Keep-begin.')).toEqual(pagesWith('Keep-end.'))
  })

  it('repeat the head of a table, and leave no total alone', () => {
    expect(pagesWith('Table 1 continued').length).toBe(pagesWith('Head-cell').length - 1)
    expect(pagesWith('Total-row')).toEqual(pagesWith('Row-89 '))
  })

  it('cut a box that is higher than a page without losing a word', () => {
    for (let index = 0; index < 40; index++) expect(countOf(`Box-paragraph-${index}.`)).toBe(1)
    expect(
      new Set(Array.from({length: 40}, (_, index) => pagesWith(`Box-paragraph-${index}.`)[0])).size,
    ).toBeGreaterThan(1)
  })

  it('leave no hole for a figure that can stand on the next page', () => {
    const [text = 0] = pagesWith('After-float.')
    expect(pagesWith('Floats').at(-1)).toBe(text + 1)
    expect(bodyFoot(pdf.pages[text - 1])).toBeLessThan(300)
  })

  it('turn a table onto its side, and give a figure its page', () => {
    const [turned] = pagesWith('Turned Call_turned.').slice(-1)
    expect(texts[(turned ?? 0) - 1]).toContain('value13')
    const [own] = pagesWith('A page of its own').slice(-1)
    expect(texts[(own ?? 0) - 1]?.length).toBeLessThan(120)
  })

  it('tell of what was made smaller, with its line', () => {
    expect(messages.map(({id}) => id)).toEqual(['print-smaller', 'print-smaller'])
    const lines = (files['content/stress/brief.md'] ?? '').split('\n')
    expect(lines[(messages[0]?.line ?? 0) - 1]).toContain('#fig-tall')
    expect(lines[(messages[1]?.line ?? 0) - 1]).toContain('#tab-wide')
  })
})

describe('furniture', () => {
  it('says the page and how many there are, on the outer side', () => {
    for (const [index, {items}] of pdf.pages.entries()) {
      const folio = items.find(({text, y}) => y < 40 && text.includes(`${index + 1} of ${pdf.pages.length}`))
      expect(folio, `page ${index + 1}`).toBeDefined()
      const isLeft = (folio?.x ?? 0) < 250
      expect(isLeft, `page ${index + 1}`).toBe(index % 2 === 1)
    }
  })

  it('lists figures and tables with their pages', () => {
    expect(texts[0]).toMatch(/Figure 2 Floats \d+/)
    const page = /Table 1 A long table Call_caption\.\s*(\d+)/.exec(texts[0] ?? '')?.[1]
    expect(Number(page)).toBe(pagesWith('Row-0 ').at(0))
  })

  it('names pages in the text truly, and not on the web', () => {
    const text = texts.at(-1) ?? ''
    expect(text).toMatch(new RegExp(`Section \\d+ on page ${pdf.pages.length}\\.`))
    expect(text).toMatch(new RegExp(`Table 1 on page ${pagesWith('Row-0 ')[0]}, Figure 1 on page \\d+`))
    expect(html).toContain('Table 1</a>, <a')
    expect(html).not.toContain('on page')
  })
})

function pagesWith(words: string): number[] {
  return texts.flatMap((text, index) => (text.includes(words) ? [index + 1] : []))
}

function countOf(words: string): number {
  return texts.reduce((sum, text) => sum + text.split(words).length - 1, 0)
}

/** The number of a note, beside its text. */
function numberOf(label: string): string {
  return new RegExp(`(\\d+) Begin_${label}\\.`).exec(texts.join(' '))?.[1] ?? ''
}

/** Notes that begin on a page, by the numbers that hang before them. */
function notesOf({items}: PdfPage): {number: number; y: number}[] {
  const numbers = items.filter(
    ({text, size, x}) => /^\d+$/.test(text.trim()) && Math.abs(size - 6.375) < 0.1 && x < 170,
  )
  return numbers.map(({text, y}) => ({number: Number(text), y}))
}

function bodyFoot(page: PdfPage | undefined): number {
  const body = page?.items.filter(({text, y}) => text.trim() !== '' && y > 40) ?? []
  return Math.min(...body.map(({y}) => y))
}
