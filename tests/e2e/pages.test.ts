import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import {printPages, type PrintedPages, type PrintPagesInput} from '../../src/pages/print-pages.ts'
import {makeGalley, testGeometry} from '../support/make-galley.ts'
import {readPdf, type ReadPdf} from '../support/read-pdf.ts'

const browser = createBrowserDoor({named: undefined})
const properties = {title: 'A brief', authors: [], keywords: [], lang: 'en', creator: 'test', date: '2022'}

afterAll(() => browser.close())

describe('printPages', () => {
  const sections = 6
  let printed: PrintedPages
  let pdf: ReadPdf

  beforeAll(async () => {
    const html = makeGalley({sections, paragraphs: 6, longNote: 1500})
    printed = await printPages(input(html, sections), browser)
    pdf = await readPdf(printed.pdf)
  })

  it('prints as many pages as it planned', () => {
    expect(pdf.pages).toHaveLength(printed.pages)
    expect(printed.pages).toBeGreaterThan(12)
    expect(printed.findings).toEqual([])
  })

  it('prints each note once, in whole, from the page of its call on', () => {
    const notes = Object.entries(printed.notePages)
    expect(notes.length).toBeGreaterThan(30)
    const all = pdf.pages.map((page) => page.text)
    for (const [id, on] of notes) {
      const number = id.replace('note-', '')
      expect(on[0]).toBe(printed.pageOf[`call-${number}`])
      expect(pagesWith(all, `Note ${number} begins.`)).toEqual([on[0]])
      expect(pagesWith(all, `End of ${number}.`)).toEqual([on.at(-1)])
    }
    expect(notes.some(([, on]) => on.length === 2)).toBe(true)
  })

  it('begins every page at its top, and ends its notes at its bottom', () => {
    for (const [index, page] of pdf.pages.entries()) {
      const inside = page.items.filter(({text, y}) => text.trim() !== '' && y < page.height - 45)
      const tops = inside.map(({y, size}) => page.height - y - size)
      expect(Math.min(...tops) * (96 / 72), `page ${index + 1}`).toBeGreaterThan(testGeometry.top - 2)
      expect(Math.min(...tops) * (96 / 72), `page ${index + 1}`).toBeLessThan(testGeometry.top + 16)
      const foot = Math.min(...inside.map(({y}) => y)) * (96 / 72)
      expect(foot, `page ${index + 1}`).toBeGreaterThan(testGeometry.bottom)
    }
  })

  it('repeats the head of a table on each page that it goes on to', () => {
    const texts = pdf.pages.map((page) => page.text)
    const heads = texts.filter((text) => text.includes('What happened'))
    expect(heads.length).toBeGreaterThan(sections / 3)
    expect(texts.some((text) => text.includes('Table 3 continued'))).toBe(true)
  })

  it('writes page numbers into the contents, and each page its section into its head', () => {
    for (let index = 0; index < sections; index++) {
      expect(pdf.pages[0]?.text).toContain(`Section ${index + 1} ${printed.pageOf[`s${index}`]}`)
    }
    expect(pdf.pages.at(-1)?.text).toContain(`${printed.pages} of ${printed.pages} in Section ${sections}`)
  })

  it('keeps tags, language and outline, and says what the brief says about itself', () => {
    expect(pdf.tagged).toBe(true)
    expect(pdf.language).toBe('en')
    expect(pdf.outline.flatMap(({items}) => items).length + pdf.outline.length).toBeGreaterThanOrEqual(sections)
    expect(pdf.info['Title']).toBe('A brief')
    expect(pdf.info['CreationDate']).toBe('D:20220101000000Z')
  })

  it('prints the same bytes again', async () => {
    const again = await printPages(input(makeGalley({sections, paragraphs: 6, longNote: 1500}), sections), browser)
    expect(Buffer.from(again.pdf).equals(Buffer.from(printed.pdf))).toBe(true)
  })
})

describe('odd documents', () => {
  it('prints what is higher than a page, and says so', async () => {
    const {findings, pages, audit} = await printPages(
      input(
        wrap(
          '<p>Before</p><div data-break="whole" style="height: 1500px; display: flex"><p>Tall</p></div><p>After</p>',
        ),
      ),
      browser,
    )
    expect(findings).toEqual([{kind: 'tall', place: {line: undefined, words: 'Tall'}}])
    expect(pages).toBe(4)
    expect(audit).toMatchObject({pages: 4, texts: 3})
  })

  it('cuts what is to stay whole and is higher than a page, and says so', async () => {
    const paragraphs = Array.from({length: 60}, (_, index) => `<p>Kept ${index}</p><p>and more</p>`).join('')
    const html = wrap(`<p>Before</p><div class="keep" data-break="whole" data-line="9">${paragraphs}</div><p>After</p>`)
    const {findings, pages} = await printPages(input(html), browser)
    expect(findings).toMatchObject([{kind: 'parted', place: {line: 9}}])
    expect(findings[0]?.place.words).toMatch(/^Kept 0/)
    expect(pages).toBeGreaterThan(1)
  })

  it('makes the picture of a figure smaller when the figure is higher than a page', async () => {
    const svg = '<svg width="500" height="1400" viewBox="0 0 500 1400"><rect width="500" height="1400"/></svg>'
    const {findings, pages} = await printPages(
      input(wrap(`<figure><figcaption>F</figcaption>${svg}</figure>`)),
      browser,
    )
    expect(findings).toMatchObject([{kind: 'smaller', percent: 64}])
    expect(pages).toBe(1)
  })

  it('corrects spacers where styles look at neighbours', async () => {
    const rows = Array.from({length: 80}, (_, index) => `<p>Paragraph ${index}</p>`).join('')
    const {pages} = await printPages(input(wrap(`<style>p + p {padding-top: 17px}</style>${rows}`)), browser)
    expect(pages).toBeGreaterThan(2)
  })

  it('keeps as many lines of a paragraph together as it is asked to', async () => {
    const paragraph = (index: number): string => `<p>Start${index} ${'word '.repeat(100)}</p>`
    const html = wrap(Array.from({length: 40}, (_, index) => paragraph(index)).join(''))
    const firstWords = async (lines: number): Promise<string[]> => {
      const alone = {foot: lines, head: lines}
      const {pages} = await readPdf((await printPages({...input(html), alone}, browser)).pdf)
      return pages.slice(1).map(({items}) => items.find(({y, text}) => y < 780 && text.trim() !== '')?.text ?? '')
    }
    // Eight lines cannot be cut with five on either side, but with two.
    expect((await firstWords(5)).every((text) => text.startsWith('Start'))).toBe(true)
    expect((await firstWords(2)).every((text) => text.startsWith('Start'))).toBe(false)
  })

  it('keeps labels that hang in the margin with their lines', async () => {
    const label = (index: number): string =>
      `<span style="float: left; width: 60px; margin-left: -60px">L${index}.</span><span style="display: block">H${index}.</span>`
    const items = Array.from({length: 70}, (_, index) => `<div><p>${label(index)}</p><p>text</p></div>`).join('')
    const {pages} = await readPdf((await printPages(input(wrap(items)), browser)).pdf)
    expect(pages.length).toBeGreaterThan(2)
    const apart = pages.flatMap(({text}) =>
      [...text.matchAll(/[LH](\d+)\./g)].filter(([, n]) => !text.includes(`L${n}.`) || !text.includes(`H${n}.`)),
    )
    expect(apart).toEqual([])
  })

  it('names the piece, its page and its line where something does not stand as planned', async () => {
    const rows = Array.from({length: 80}, (_, index) => `<p data-line="${index + 5}">Paragraph ${index}</p>`).join('')
    // No spacer can mend it: the block before one grows when it comes.
    const styles = '<style>p:has(+ [data-paginator="spacer"]) {padding-top: 9px}</style>'
    await expect(printPages(input(wrap(`${styles}${rows}`)), browser)).rejects.toThrow(
      /first on page 1: "Paragraph (\d+)", line \d+ of the narrative, is at [\d.]+ px, not at [\d.]+ px/,
    )
  })

  it('cuts off what is wider than the page, instead of printing all pages smaller', async () => {
    const wide = `<table><tr>${'<td>Unbreakable</td>'.repeat(60)}</tr></table>`
    const {findings, pdf} = await printPages(input(wrap(`<p>Before</p>${wide}<p>After</p>`)), browser)
    expect(findings).toMatchObject([{kind: 'wide', percent: 60}])
    const [page] = (await readPdf(pdf)).pages
    expect(page?.items.find(({text}) => text.includes('Before'))?.x).toBeCloseTo(120 * 0.75, 0)
  })

  it('prints right-to-left text, lists in lists, code and quotations over pages', async () => {
    const text = 'في هذا الموجز أرقام كثيرة عن الهجمات في المناطق الحدودية. '.repeat(60)
    const items = Array.from(
      {length: 30},
      (_, index) => `<li>Item ${index}<ol><li><p>${'word '.repeat(40)}</p></li></ol></li>`,
    )
    const code = `<pre>${Array.from({length: 90}, (_, index) => `line ${index}`).join('\n')}</pre>`
    const html = wrap(
      `<p dir="rtl">${text}</p><ul>${items.join('')}</ul>${code}<blockquote><p>${text}</p></blockquote>`,
    )
    // No font of the test has these letters: what stands for them depends on the machine.
    const uncovered = [...new Set(text)].filter((letter) => letter !== ' ')
    const printed = await printPages({...input(html.replace('<html', '<html dir="rtl"')), uncovered}, browser)
    const {pages} = await readPdf(printed.pdf)
    expect(pages).toHaveLength(printed.pages)
    const all = pages.map((page) => page.text).join(' ')
    for (let index = 0; index < 90; index++) expect(all).toContain(`line ${index}`)
    for (let index = 0; index < 30; index++) expect(all).toContain(`Item ${index}`)
  })

  it.each([60, 900])(
    'begins a note that a note calls where it is called, though that note runs on: after %d words',
    async (count) => {
      const say = (words: number): string => Array.from({length: words}, (_, index) => `word${index}`).join(' ')
      const call = (number: number): string =>
        `<sup class="note-call"><a id="call-${number}" href="#note-${number}">${number}</a></sup>`
      const note = (number: number, text: string): string =>
        `<div class="note" id="note-${number}" data-note="${number}"><p><span class="note-number">${number}</span> ${text}</p></div>`
      const text = `<p>${say(560)}${call(1)} ${say(300)}</p>`
      const html = wrap(text).replace(
        '</section>',
        () =>
          `${note(1, `${say(count)}${call(2)} ${say(900 - count)}`)}${note(2, `Inner begins. ${say(30)}`)}</section>`,
      )
      const printed = await printPages(input(html), browser)
      const [outer = [], inner = []] = [printed.notePages['note-1'], printed.notePages['note-2']]
      expect(outer.length).toBeGreaterThan(1)
      expect(inner[0]).toBe(outer.at(-1))
      expect(printed.audit.notes).toBe(2)
    },
  )

  it('keeps a call and its note together or fails', async () => {
    const lost = wrap('<p>Text<sup class="note-call"><a href="#note-9">9</a></sup></p>')
    await expect(printPages(input(lost), browser)).rejects.toThrow('note-9')
  })
})

function input(html: string, sections = 0): PrintPagesInput {
  return {
    html,
    geometry: testGeometry,
    furniture: ({page, pages, section}) =>
      `<div class="furniture"><p>${page} of ${pages} in ${section ?? ''}</p></div>`,
    contents: Array.from({length: sections}, (_, index) => ({
      id: `s${index}`,
      depth: 1,
      plain: `Section ${index + 1}`,
    })),
    properties,
  }
}

/** A small print document. */
function wrap(galley: string): string {
  const empty = makeGalley({sections: 0, paragraphs: 0, longNote: 0})
  return empty.replace(/<h1>.*?(?=<\/main>)/s, () => galley)
}

function pagesWith(texts: readonly string[], words: string): number[] {
  return texts.flatMap((text, index) => (text.includes(words) ? [index + 1] : []))
}
