import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import type {BrowserDoor} from '../../src/effects/effects.ts'
import {printPages, type PrintedPages} from '../../src/pages/print-pages.ts'
import {readBack, type ReadBack, type ReadText} from '../../src/pdf/audit/read-back.ts'
import {openDocument, type PdfDocument} from '../../src/pdf/document.ts'
import {catalogOf, maybeDict} from '../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {isArray, isDict, isRef, isString, type PdfValue} from '../../src/pdf/objects/values.ts'
import type {StructElement} from '../../src/pdf/structure/structure.ts'
import {makeGalley, testGeometry} from '../support/make-galley.ts'

const sections = 6
const browser = createBrowserDoor({named: undefined})
let whole: Read
let parted: Read
let opened = 0

beforeAll(async () => {
  const counting: BrowserDoor = {...browser, open: (...args) => (opened++, browser.open(...args))}
  whole = await read(await print(1000, browser))
  parted = await read(await print(3, counting))
})
afterAll(() => browser.close())

/** What is printed in parts must be what is printed at once. */
describe('a document that is printed in parts', () => {
  it('has more than two parts', () => {
    expect(opened).toBeGreaterThan(3)
  })

  it('is the same to readers: every text in its place, every note, every link with its page', () => {
    expect(parted.printed.pages).toBe(whole.printed.pages)
    expect(rounded(parted.back)).toEqual(rounded(whole.back))
    expect(parted.back.links.some(({page, target}) => Math.abs(page - (target ?? page)) > 4)).toBe(true)
  })

  it('has the same tags', () => {
    expect(tagsOf(parted.document)).toEqual(tagsOf(whole.document))
  })

  it('has the same outline', () => {
    expect(outlineOf(whole.document).length).toBeGreaterThan(sections)
    expect(outlineOf(parted.document)).toEqual(outlineOf(whole.document))
  })

  it('has each font once', () => {
    const fonts = fontsOf(parted.document)
    expect(new Set(fonts).size).toBe(fonts.length)
    expect([...fonts].sort()).toEqual([...fontsOf(whole.document)].sort())
    expect(parted.printed.pdf.length / whole.printed.pdf.length).toBeLessThan(1.1)
  })

  it('is the same each time', async () => {
    const again = await print(3, browser)
    expect(Buffer.compare(again.pdf, parted.printed.pdf)).toBe(0)
  })

  it('is printed at once where a part would look different by itself', async () => {
    const style = '<style>h1 ~ p { padding-top: 3px }</style></head>'
    const spaced = (html: string): string => html.replace('</head>', style)
    const [printed, atOnce] = [await print(3, browser, spaced), await print(1000, browser, spaced)]
    expect(Buffer.compare(printed.pdf, atOnce.pdf)).toBe(0)
    expect(Buffer.compare(parted.printed.pdf, whole.printed.pdf)).not.toBe(0)
  })
})

interface Read {
  readonly printed: PrintedPages
  readonly document: PdfDocument
  readonly back: ReadBack
}

function print(pagesOfPart: number, door: BrowserDoor, change = (html: string) => html): Promise<PrintedPages> {
  const html = change(makeGalley({sections, paragraphs: 6, longNote: 1500}))
  const properties = {title: 'A brief', authors: [], keywords: [], lang: 'en', creator: 'test', date: '2022'}
  return printPages(
    {html, geometry: testGeometry, furniture: ({page}) => `<p>${page}</p>`, contents: [], properties, pagesOfPart},
    door,
  )
}

async function read(printed: PrintedPages): Promise<Read> {
  const document = await openDocument(parsePdf(printed.pdf))
  return {printed, document, back: readBack(document)}
}

/** To a hundredth of a point. */
function rounded(back: ReadBack): ReadBack {
  const round = (text: ReadText): ReadText => ({
    ...text,
    x: Math.round(text.x * 100) / 100,
    y: Math.round(text.y * 100) / 100,
    width: Math.round(text.width * 100) / 100,
  })
  const notes = back.notes.map((note) => ({...note, texts: note.texts.map(round)}))
  return {...back, body: back.body.map(round), notes, all: back.all.map(round)}
}

/** With the page of each piece of content. */
function tagsOf({structure, pages}: PdfDocument): unknown {
  const numbers = new Map(pages.map(({ref}, index) => [ref, index + 1]))
  const plain = (value: PdfValue): unknown =>
    isDict(value) ? [...value].map(([key, inner]) => [key, plain(inner)]) : isArray(value) ? value.map(plain) : value
  const visit = ({type, entries, kids}: StructElement): unknown => [
    type,
    plain(entries),
    kids.map((kid) => ('kids' in kid ? visit(kid) : [numbers.get(kid.page), 'mcid' in kid ? kid.mcid : 'object'])),
  ]
  return visit(structure)
}

function outlineOf({file, pages}: PdfDocument): unknown[] {
  const entries: unknown[] = []
  const visit = (value: PdfValue | undefined, depth: number): void => {
    for (let entry = maybeDict(file, value); entry !== undefined; entry = maybeDict(file, entry.get('Next'))) {
      const [title, place] = [entry.get('Title'), entry.get('Dest')]
      const page = isArray(place) && isRef(place[0]) ? place[0].ref : 0
      entries.push([
        depth,
        isString(title) ? title.bytes : '',
        entry.get('Count'),
        pages.findIndex(({ref}) => ref === page),
      ])
      visit(entry.get('First'), depth + 1)
    }
  }
  visit(maybeDict(file, catalogOf(file).get('Outlines')), 0)
  visit(maybeDict(file, catalogOf(file).get('Outlines'))?.get('First'), 0)
  return entries
}

function fontsOf({file}: PdfDocument): string[] {
  return [...file.objects.values()].flatMap((object) => {
    const name = isDict(object) && object.get('Subtype') === 'Type0' ? object.get('BaseFont') : undefined
    return typeof name === 'string' ? [name.slice(7)] : []
  })
}
