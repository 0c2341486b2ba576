import {cp, mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readBack} from '../../src/pdf/audit/read-back.ts'
import {openDocument} from '../../src/pdf/document.ts'
import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {readPdf, type PdfItem, type PdfPage} from '../support/read-pdf.ts'
import {runProcess} from '../support/run-brief.ts'
import {makeProject, type TempProject} from '../support/temp-project.ts'

const sentence = 'پچھلے سال سرحدی اضلاع میں حملوں کی تعداد بڑھی اور سرکاری اعداد ایک دوسرے سے نہیں ملتے۔ '

let project: TempProject
let pages: readonly PdfPage[]
/** What each page says, in the order of its letters. */
let said: readonly string[]

beforeAll(async () => {
  project = await makeProject({'content/urdu/brief.md': narrative()})
  await makeTemplate(project.path)
  const ran = await runProcess([
    'build',
    'urdu',
    '--project',
    project.path,
    '--output',
    join(project.path, 'out'),
    '--json',
  ])
  expect(JSON.parse(ran.out)).toMatchObject({briefs: [{ok: true, messages: []}]})
  const pdf = await readFile(join(project.path, 'out/urdu/urdu.pdf'))
  pages = (await readPdf(pdf)).pages
  const {all} = readBack(await openDocument(parsePdf(pdf)))
  said = pages.map((_, index) => all.flatMap(({page, text}) => (page === index + 1 ? [text] : [])).join(' '))
})

afterAll(() => project[Symbol.asyncDispose]())

describe('a brief in Urdu', () => {
  it('has its side column and its section numbers on the right', () => {
    const number = itemWith(pages[0], '1.1')
    expect(number?.x).toBeGreaterThan(pageWidth - leftOfColumn)
    const text = (pages[0]?.items ?? []).filter(({size}) => Math.abs(size - 10.5) < 0.1)
    expect(Math.min(...text.map(({x}) => x))).toBeGreaterThan(pageWidth - leftOfColumn - columnWidth - 2)
    expect(Math.max(...text.map(({x, width}) => x + width))).toBeLessThan(pageWidth - leftOfColumn + 2)
  })

  it('has the numbers of notes on the right of their text, on the page of their call', () => {
    const page = pages.find(({text}) => text.includes('Begin_one'))
    expect(page?.text).toContain('Call_one')
    const number = page?.items.find(({text, size}) => text.trim() === '1' && Math.abs(size - 6.375) < 0.1)
    const begin = itemWith(page, 'Begin_one')
    expect(number?.x).toBeGreaterThan((begin?.x ?? Infinity) + (begin?.width ?? 0))
  })

  it('has its running heads mirrored: the folio on the outer side of either page', () => {
    const places = pages.slice(1).map((page) => page.items.find(({text, y}) => y < 45 && /\d/.test(text))?.x ?? 0)
    // In a book that opens to the right, the second page is on the right.
    expect(places.map((x) => x > pageWidth / 2)).toEqual(places.map((_, index) => index % 2 === 0))
  })

  it('repeats the head of a table, with a mark', () => {
    expect(pages.filter(({text}) => text.includes('Head-cell')).length).toBeGreaterThan(1)
    expect(said.filter((text) => text.includes('جاری')).length).toBeGreaterThan(0)
  })

  it('counts its pages, and names its tables, in its own words', () => {
    expect(said.filter((text) => text.includes('جدول')).length).toBeGreaterThan(1)
    expect(said.filter((text) => /continued|Table|Contents/.test(text))).toEqual([])
  })
})

const [pageWidth, leftOfColumn, columnWidth] = [794 * 0.75, 206 * 0.75, 500 * 0.75]

function itemWith(page: PdfPage | undefined, words: string): PdfItem | undefined {
  return page?.items.find(({text}) => text.includes(words))
}

/** The program's own template, with a font for the script. */
async function makeTemplate(path: string): Promise<void> {
  const folder = join(path, 'templates/urdu')
  await mkdir(join(path, 'templates'))
  await cp(fileURLToPath(new URL('../../templates/policy-brief', import.meta.url)), folder, {recursive: true})
  const manifest = JSON.parse(await readFile(join(folder, 'template.json'), 'utf8')) as {fonts: unknown[]; name: string}
  manifest.name = 'urdu'
  const faces = [400, 600, 700].map((weight) => ({weight, style: 'normal'}))
  manifest.fonts.push({family: 'Noto Sans Arabic', package: '@fontsource/noto-sans-arabic', faces, subsets: ['arabic']})
  await writeFile(join(folder, 'template.json'), JSON.stringify(manifest))
  const tokens = await readFile(join(folder, 'styles/tokens.css'), 'utf8')
  await writeFile(
    join(folder, 'styles/tokens.css'),
    tokens.replaceAll(/(--(?:serif|sans): )/g, "$1'Noto Sans Arabic', "),
  )
}

function narrative(): string {
  const rows = Array.from({length: 60}, (_, index) => `| ضلع ${index} | ${index * 11} |`).join('\n')
  return `---
title: سرحدی اضلاع کے اعداد
lang: ur
template: urdu
options: {sides: two}
---

## تعارف

${sentence.repeat(6)}

### دوسرا حصہ

${sentence.repeat(4)} Call_one.[^one] ${sentence.repeat(30)}

:::table[جدول]
| Head-cell | N |
| --- | --: |
${rows}
:::

${sentence.repeat(40)}

[^one]: Begin_one. ${sentence.repeat(3)}
`
}
