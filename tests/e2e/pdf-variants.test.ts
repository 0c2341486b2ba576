import {PDFArray, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {nextOperator, scanOperators} from '../../src/pdf/content/scan-operators.ts'
import {readPiece} from '../../src/pdf/content/read-text.ts'
import {openDocument, type PdfDocument} from '../../src/pdf/document.ts'
import {catalogOf, resolve} from '../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {readStream} from '../../src/pdf/objects/streams.ts'
import {readTextString} from '../../src/pdf/objects/text-strings.ts'
import {isDict, isStream, isString} from '../../src/pdf/objects/values.ts'
import {walkElements} from '../../src/pdf/structure/structure.ts'
import {readAttachments} from '../support/read-pdf.ts'
import {runHere, type Ran} from '../support/run-brief.ts'
import {makeProject, type TempProject} from '../support/temp-project.ts'
import {variantBrief} from '../support/variant-brief.ts'

let project: TempProject
let ran: Ran
let bytes: Uint8Array
let document: PdfDocument

beforeAll(async () => {
  project = await makeProject(variantBrief)
  const variants = ['grey', 'press', 'line-numbers', 'draft'].flatMap((variant) => ['--variant', variant])
  ran = await runHere(['build', ...variants, '--edition', 'print', '--project', project.path])
  bytes = await readFile(join(project.path, 'output/b/b-draft-line-numbers-press-grey.pdf'))
  document = await openDocument(parsePdf(bytes))
})

afterAll(() => project[Symbol.asyncDispose]())

/** What the artifacts of a page say, each by itself, with their written begins. */
function artifactsOf({pieces, fonts}: PdfDocument['pages'][number]): {begin: string; text: string}[] {
  const found: {begin: string; text: string}[] = []
  let begin: string | undefined
  for (const piece of pieces) {
    if (piece.kind === 'begin') begin = piece.tag === 'Artifact' ? piece.written : undefined
    else if (piece.kind === 'end') begin = undefined
    else if (piece.kind === 'text' && begin !== undefined) found.push({begin, text: readPiece(piece, fonts).trim()})
  }
  return found
}

function elements(type: string) {
  return walkElements(document.structure).filter(({element}) => element.type === type)
}

describe('a PDF for reviewers', () => {
  it('is built without a word', () => {
    expect(ran).toMatchObject({status: 0})
  })

  it('says on each page that it is a draft, outside the text', () => {
    for (const page of document.pages) {
      expect(artifactsOf(page)).toContainEqual({
        begin: '/Artifact <</Type/Pagination/Subtype/Watermark>>BDC',
        text: 'Draft',
      })
    }
  })

  it('numbers its lines from the first to the last, outside the text', () => {
    const texts = document.pages.flatMap((page) => artifactsOf(page).filter(({begin}) => /Pagination>>/.test(begin)))
    const numbers = texts.flatMap(({text}) => text.split(/\s+/)).filter((text) => /^\d+$/.test(text))
    expect(numbers.length).toBeGreaterThan(15)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
  })
})

describe('a PDF for a press', () => {
  it('has pages of the paper with bleed around them, on a larger sheet', async () => {
    const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
    for (const page of pdf.getPages()) {
      const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()]
      expect(trim.width).toBeCloseTo(612, 0)
      expect(trim.height).toBeCloseTo(792, 0)
      for (const [inner, outer] of [
        [trim, bleed],
        [bleed, media],
      ] as const) {
        expect(inner.x - outer.x).toBeGreaterThan(8.5)
        expect(inner.y - outer.y).toBeGreaterThan(8.5)
        expect(outer.x + outer.width - inner.x - inner.width).toBeGreaterThan(8.5)
        expect(outer.y + outer.height - inner.y - inner.height).toBeGreaterThan(8.5)
      }
    }
  })

  it('bleeds what stands at the edge, and marks where to cut, outside the bleed', () => {
    const marks = document.pages.map(({pieces}) => pieces.find((piece) => piece.kind === 'paint')?.written ?? '')
    for (const mark of marks) {
      const points = [...mark.matchAll(/([\d.-]+) ([\d.-]+) [ml]\b/g)].map(([, x, y]) => [Number(x), Number(y)])
      expect(points).toHaveLength(16)
      for (const [x = 0, y = 0] of points) expect(x <= 0 || y <= 0 || x >= 629 || y >= 809).toBe(true)
    }
    const [first] = document.pages
    const bar = first?.pieces.filter((piece) => piece.kind === 'paint').map(({written}) => written)
    expect(bar).toContainEqual(expect.stringMatching(/^0 0 840 21 re\s+f$/))
  })
})

describe('a PDF for one ink', () => {
  it('has no colour in any operator of any content', () => {
    const found = new Set<string>()
    for (const content of contents()) {
      const scan = scanOperators(content)
      while (nextOperator(scan)) {
        const {operator, start, name} = scan
        if (/^(?:rg|k|sc|g)$/i.test(operator)) found.add(operator)
        if (/^(?:cs|scn)$/i.test(operator)) found.add(content.slice(start, name).trim())
      }
    }
    expect([...found].filter((one) => !/^(?:g|G|\/Pattern|\/P\d+)$/.test(one))).toEqual([])
    expect(found).toContain('g')
    expect(found).toContain('/Pattern')
  })

  it('has no colour in any picture or gradient', () => {
    const spaces = [...document.file.objects.values()].flatMap((object) => {
      const dict = isStream(object) ? object.dict : isDict(object) ? object : undefined
      return [dict?.get('ColorSpace'), resolveDict(dict?.get('Shading'))?.get('ColorSpace')].filter(Boolean)
    })
    // Two pictures and a legend that runs from one colour to the other.
    expect(spaces.length).toBeGreaterThanOrEqual(3)
    expect(new Set(spaces)).toEqual(new Set(['DeviceGray']))
  })

  it('keeps how light things are', () => {
    const first = document.pages[0]?.pieces.map((piece) => ('written' in piece ? piece.written : '')).join('\n')
    // The accent colour #12436d.
    expect(first).toMatch(/\.253\d* g\b/)
  })

  function contents(): string[] {
    return [...document.file.objects.values()]
      .flatMap((object) => {
        const isContent =
          isStream(object) &&
          !object.dict.has('Length1') &&
          object.dict.get('Subtype') !== 'Image' &&
          object.dict.get('Subtype') !== 'XML'
        return isContent && !object.dict.has('FunctionType') ? [readStream(object)] : []
      })
      .filter((content) => /\b(?:re|BT|Tm|cm)\b/.test(content))
  }

  function resolveDict(value: Parameters<typeof resolve>[1]) {
    const found = resolve(document.file, value)
    return isDict(found) ? found : undefined
  }
})

describe('what a PDF says of itself', () => {
  it('has its publisher, terms and number', () => {
    const metadata = resolve(document.file, catalogOf(document.file).get('Metadata'))
    const xmp = isStream(metadata) ? Buffer.from(readStream(metadata), 'latin1').toString('utf8') : ''
    expect(xmp).toContain('<dc:publisher><rdf:Bag><rdf:li>Institute of Water</rdf:li></rdf:Bag></dc:publisher>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></dc:rights>')
    expect(xmp).toContain(
      '<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>',
    )
    expect(xmp).toContain('<dc:identifier>https://doi.org/10.1234/rain</dc:identifier>')
    expect(xmp).toContain('<prism:doi>10.1234/rain</prism:doi>')
    expect(xmp).toContain(
      '<prism:seriesTitle>Policy Brief</prism:seriesTitle>\n<prism:seriesNumber>12</prism:seriesNumber>',
    )
    expect(xmp).toContain('<dc:date><rdf:Seq><rdf:li>2024-05-06</rdf:li></rdf:Seq></dc:date>')
  })

  it('says in which language a part of a line is, and a part of the text', () => {
    const languages = (type: string): string[] =>
      elements(type).flatMap(({element}) => {
        const lang = element.entries.get('Lang')
        return isString(lang) ? [readTextString(lang)] : []
      })
    expect(languages('Span')).toEqual(['fr'])
    expect(languages('Div')).toEqual(['de'])
  })

  it('has its notes read last where the brief asks for it', () => {
    const order = walkElements(document.structure).map(({element}) => element.type)
    expect(order.filter((type) => type === 'Note')).toHaveLength(1)
    expect(order.lastIndexOf('Note')).toBeGreaterThan(order.lastIndexOf('Figure'))
    expect(order).toContain('Reference')
  })

  it('carries its data, their description and what it was made from', async () => {
    const files = await readAttachments(bytes)
    expect(files.map(({name}) => name)).toEqual(['datapackage.json', 'manifest.json', 'rain.csv'])
    const [description, manifest, data] = files
    expect(data).toMatchObject({description: 'Rain by region'})
    expect(data?.content).toBe('region,month,rain\r\nNorth,May,3\r\nSouth,May,1\r\nNorth,June,2\r\nSouth,June,0.5\r\n')
    expect(JSON.parse(description?.content ?? '')).toMatchObject({resources: [{name: 'rain', path: 'rain.csv'}]})
    const record = JSON.parse(manifest?.content ?? '') as {inputs: object; attached: object}
    expect(record).toMatchObject({brief: 'b', values: {}})
    expect(Object.keys(record.inputs)).toContain('data/b/rain.csv')
    expect(Object.keys(record.attached)).toEqual(['datapackage.json', 'rain.csv'])
    expect(record).not.toHaveProperty('outputs')
    const pdf = await PDFDocument.load(bytes)
    expect(pdf.catalog.lookup(PDFName.of('AF'), PDFArray).size()).toBe(3)
  })

  it('comes out the same when it is built again', async () => {
    const again = await runHere(['verify', 'b', '--project', project.path])
    expect(again.err).toContain('are the same when built again')
    expect(again.status).toBe(0)
  })
})
