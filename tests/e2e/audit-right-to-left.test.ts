import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {beforeAll, describe, expect, it} from 'vitest'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import type {BrowserDoor} from '../../src/effects/effects.ts'
import type {DocumentTexts} from '../../src/pages/measured.ts'
import {printPages} from '../../src/pages/print-pages.ts'
import {auditPdf, AuditError} from '../../src/pdf/audit/audit-pdf.ts'
import {readBack} from '../../src/pdf/audit/read-back.ts'
import type {Piece} from '../../src/pdf/content/pieces.ts'
import {isSpoken, spokenText} from '../../src/pdf/content/read-text.ts'
import {closeDocument, openDocument, type PageContent} from '../../src/pdf/document.ts'
import {catalogOf, maybeDict} from '../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {readTextString} from '../../src/pdf/objects/text-strings.ts'
import {isString} from '../../src/pdf/objects/values.ts'
import {writePdf} from '../../src/pdf/objects/write-pdf.ts'
import {makeGalley, testGeometry} from '../support/make-galley.ts'

/** With figures of both kinds, words of two scripts in one line, and two letters that a font draws as one. */
const sentences = [
  'پچھلے سال سرحدی اضلاع میں حملوں کی تعداد 1,234 بڑھی (اور) سرکاری TTP and IS-K اعداد ایک دوسرے سے نہیں ملتے۔',
  'وقد زاد عدد الهجمات في المناطق الحدودية إلى ١٢٣ هجوما، ولا تتفق الأرقام الرسمية فيما بينها.',
]
const note = `<div class="note" id="note-1" data-note="1"><p><span class="note-number">1</span> ${sentences[1]} ${sentences[1]}</p></div>`
const body = `<h1>${sentences[1]?.slice(0, 30)}</h1><p>${sentences.join(' ')} ${sentences[0]}<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup> ${sentences[1]}</p>`

let pdf: Uint8Array
let texts: DocumentTexts

beforeAll(async () => {
  const require = createRequire(import.meta.url)
  const file = require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2')
  const face = `@font-face { font-family: Arabic; src: url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) }`
  const html = makeGalley({sections: 0, paragraphs: 0, longNote: 0})
    .replace('<html', '<html dir="rtl"')
    .replace('</head>', `<style>${face} body { font-family: Arabic, serif !important }</style></head>`)
    .replace(/<h1>.*?(?=<\/main>)/s, () => body)
    .replace('</section>', () => `${note}</section>`)
  const browser = createBrowserDoor({named: undefined})
  const properties = {title: 'A', authors: [], keywords: [], lang: 'ar', creator: 'test'}
  const printed = await printPages(
    {html, geometry: testGeometry, furniture: () => '', contents: [], properties},
    listening(browser),
  )
  pdf = printed.pdf
  await browser.close()
})

describe('the audit of a PDF in Arabic script', () => {
  it('reads all of it, letter by letter', async () => {
    const read = readBack(await openDocument(parsePdf(pdf)))
    const said = letters(read.body.map(({text}) => text).join(''))
    for (const sentence of sentences) expect(said).toContain(letters(sentence))
    expect(letters(read.notes[0]?.texts.map(({text}) => text).join('') ?? '')).toContain(letters(sentences[1] ?? ''))
  })

  it('has headings in the outline as they are written', async () => {
    const {file} = await openDocument(parsePdf(pdf))
    const title = maybeDict(file, maybeDict(file, catalogOf(file).get('Outlines'))?.get('First'))?.get('Title')
    expect(isString(title) && letters(readTextString(title))).toBe(letters(sentences[1]?.slice(0, 30) ?? ''))
  })

  it('finds no fault in what was printed', async () => {
    expect(await faultsAfter((pieces) => pieces)).toEqual([])
  })

  it.each([0, 1, 2, 3, 4, 5, 6])('misses a word: %d', async (place) => {
    let at = 0
    const faults = await faultsAfter((pieces, fonts) =>
      pieces.filter((piece) => !isWord(piece, fonts) || at++ !== place * 3),
    )
    expect(faults).not.toEqual([])
  })

  it('says what it misses in a note, and in the text', async () => {
    const lost = await faultsAfter((pieces, fonts) => pieces.filter((piece) => !isWord(piece, fonts)))
    expect(lost).toContainEqual(expect.stringMatching(/^the heading “وقد زاد عدد.*” is lost, expected after the begin/))
    expect(lost).toContainEqual(
      expect.stringMatching(/^note-1 says “.*” on page 1, expected “1 وقد زاد .*”, whole and once$/),
    )
  })

  it('sees words in the wrong order', async () => {
    const faults = await faultsAfter((pieces, fonts) => {
      const words = pieces.filter((piece) => isWord(piece, fonts))
      let at = words.length
      return pieces.map((piece) => (isWord(piece, fonts) ? (words[--at] ?? piece) : piece))
    })
    expect(faults).not.toEqual([])
  })
})

function isWord(piece: Piece, fonts: PageContent['fonts']): boolean {
  return isSpoken(piece) && letters(spokenText(piece, fonts).text) !== ''
}

/** What the audit finds when what pages paint is changed. */
async function faultsAfter(
  change: (pieces: PageContent['pieces'], fonts: PageContent['fonts']) => PageContent['pieces'],
): Promise<readonly string[]> {
  const document = await openDocument(parsePdf(pdf))
  for (const page of document.pages) page.pieces = change(page.pieces, page.fonts)
  try {
    await auditPdf(await writePdf(await closeDocument(document)), texts)
    return []
  } catch (cause) {
    if (cause instanceof AuditError) return cause.faults
    throw cause
  }
}

function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{Script=Arabic}]|\p{M}|\p{N}|\p{P}/gu, '')
}

/** Keeps what the page said before it was placed. */
function listening(door: BrowserDoor): BrowserDoor {
  return {
    ...door,
    async open(html, size) {
      const page = await door.open(html, size)
      const call = async <Result>(name: string, argument?: unknown): Promise<Result> => {
        const result = await page.call<Result>(name, argument)
        if (name === 'texts') texts = result as DocumentTexts
        return result
      }
      return {...page, call}
    },
  }
}
