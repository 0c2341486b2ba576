import {beforeAll, describe, expect, it} from 'vitest'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import type {BrowserDoor} from '../../src/effects/effects.ts'
import type {DocumentTexts} from '../../src/pages/measured.ts'
import {printPages} from '../../src/pages/print-pages.ts'
import {auditPdf, AuditError, type Audit, type Expected} from '../../src/pdf/audit/audit-pdf.ts'
import type {Piece, TextPiece} from '../../src/pdf/content/pieces.ts'
import {closeDocument, openDocument, type PdfDocument} from '../../src/pdf/document.ts'
import {addObject, catalogOf, maybeDict, resolve} from '../../src/pdf/objects/lookup.ts'
import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {makePlainStream} from '../../src/pdf/objects/streams.ts'
import {dictOf, isDict, isString, type PdfDict, type PdfFile, type PdfValue} from '../../src/pdf/objects/values.ts'
import {parseValue} from '../../src/pdf/objects/parse-value.ts'
import {writePdf} from '../../src/pdf/objects/write-pdf.ts'
import {
  contentOf,
  isObjectReference,
  isStructElement,
  makeElement,
  walkElements,
  type MarkedContent,
  type StructElement,
} from '../../src/pdf/structure/structure.ts'
import {uaRules} from '../../src/pdf/ua/check-pdf-ua.ts'
import {makeGalley, testGeometry} from '../support/make-galley.ts'

const contents = [0, 1, 2, 3].map((index) => ({id: `s${index}`, depth: 1, plain: `Section ${index + 1}`}))

let pdf: Uint8Array
let texts: DocumentTexts
let audit: Audit | undefined

beforeAll(async () => {
  const door = createBrowserDoor({named: process.env['BRIEF_BROWSER']})
  const printed = await printPages(
    {
      html: makeGalley({sections: 4, paragraphs: 5, longNote: 500}),
      geometry: testGeometry,
      furniture: ({page, pages}) => `<div style="position:absolute;left:120px;top:40px">${page} of ${pages}</div>`,
      contents,
      properties: {title: 'A brief', authors: [], keywords: [], lang: 'en', creator: 'test'},
    },
    listening(door),
  )
  pdf = printed.pdf
  audit = printed.audit
  await door.close()
})

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

interface Break {
  /** Changes tags and content. */
  readonly change?: (document: PdfDocument) => void
  /** Changes the objects afterwards. */
  readonly objects?: (file: PdfFile) => void
  /** Changes the file. */
  readonly bytes?: (file: Buffer) => Buffer
}

/** What the audit finds in the PDF after a change. */
async function faultsAfter(
  broken: Break | ((document: PdfDocument) => void),
  told: Partial<Expected> = {},
): Promise<readonly string[]> {
  const {
    change = () => {},
    objects = () => {},
    bytes = (file) => file,
  }: Break = typeof broken === 'function' ? {change: broken} : broken
  const document = await openDocument(parsePdf(pdf))
  change(document)
  const file = await closeDocument(document)
  objects(file)
  try {
    await auditPdf(bytes(Buffer.from(await writePdf(file))), {...texts, ...told})
    return []
  } catch (cause) {
    if (cause instanceof AuditError) return cause.faults
    throw cause
  }
}

function elementsOf({structure}: PdfDocument, type: string): {element: StructElement; parent: StructElement}[] {
  return [...walkElements(structure)].flatMap(({element, above}) => {
    const parent = above.at(-1)
    return element.type === type && parent !== undefined ? [{element, parent}] : []
  })
}

function noteOf(document: PdfDocument, id: string): {element: StructElement; parent: StructElement} {
  const found = elementsOf(document, 'Note').find(({element}) => {
    const own = element.entries.get('ID')
    return isString(own) && own.bytes === id
  })
  if (found === undefined) throw new Error(`No ${id}`)
  return found
}

function remove({element, parent}: {element: StructElement; parent: StructElement}): void {
  parent.kids = parent.kids.filter((kid) => kid !== element)
}

/** Changes the lines of some content; gives those that were there. */
function changeLines(
  {pages}: PdfDocument,
  {page: ref, mcid}: MarkedContent,
  change: (lines: readonly TextPiece[]) => readonly Piece[],
): TextPiece[] {
  const page = pages.find((one) => one.ref === ref)
  if (page === undefined) throw new Error('No such page')
  const start = page.pieces.findIndex((piece) => piece.kind === 'begin' && piece.mcid === mcid)
  const end = page.pieces.findIndex((piece, index) => index > start && piece.kind === 'end')
  const lines = page.pieces.slice(start + 1, end).filter((piece) => piece.kind === 'text')
  page.pieces = [...page.pieces.slice(0, start + 1), ...change(lines), ...page.pieces.slice(end)]
  return lines
}

function at(line: TextPiece, x: number, y: number): TextPiece {
  return {...line, head: line.head.replace(/[\d.-]+ [\d.-]+ Tm/, `${x} ${y} Tm`)}
}

describe('the audit of a PDF', () => {
  it('finds no fault in what was printed, and says what it has looked at', async () => {
    expect(await faultsAfter(() => {})).toEqual([])
    expect(audit).toMatchObject({headings: 5, entries: 4, notes: texts.notes.length})
    expect(texts.notes.length).toBeGreaterThan(8)
    expect(audit?.cells).toBeGreaterThan(20)
  })

  it('misses a note that is dropped', async () => {
    expect(await faultsAfter((document) => remove(noteOf(document, 'note-3')))).toContainEqual(
      expect.stringMatching(/^note-3 “3 Note 3 begins.*” is lost$/),
    )
  })

  it('misses one line of a note', async () => {
    const faults = await faultsAfter((document) => {
      const [last] = contentOf(noteOf(document, 'note-9').element).slice(-1)
      if (last) changeLines(document, last, (lines) => lines.slice(0, -1))
    })
    expect(faults).toContainEqual(expect.stringMatching(/^note-9 says “.*” on page \d+, expected .*, whole and once$/))
  })

  it('says where the author wrote what is lost', async () => {
    const written = texts
    texts = {
      texts: written.texts.map((text) => ({...text, line: 12})),
      notes: written.notes.map((note) => ({...note, line: 34})),
    }
    const faults = await faultsAfter((document) => {
      remove(noteOf(document, 'note-3'))
      const [heading] = elementsOf(document, 'H2')
      if (heading) remove(heading)
    })
    texts = written
    expect(faults).toContainEqual(expect.stringMatching(/^note-3 “.*” \(line 34 of the narrative\) is lost$/))
    expect(faults).toContainEqual(expect.stringMatching(/^the heading “.*” \(line 12 of the narrative\) is lost, /))
  })

  it('misses a note and a text where something runs over the edge, as the author was told', async () => {
    const runsOver = ['tall', 'wide'] as const
    const faults = await faultsAfter(
      (document) => {
        remove(noteOf(document, 'note-3'))
        for (const type of ['H2', 'TD']) {
          const [element] = elementsOf(document, type)
          if (element) remove(element)
        }
      },
      {runsOver},
    )
    expect(faults.filter((fault) => fault.includes('is lost'))).toHaveLength(2)
    expect(await faultsAfter(() => {}, {runsOver})).toEqual([])
  })

  it('sees a note twice', async () => {
    const faults = await faultsAfter((document) => {
      const {element, parent} = noteOf(document, 'note-2')
      parent.kids.push(element)
    })
    expect(faults).toContainEqual(expect.stringMatching(/^note-2 .* stands in the PDF 2 times$/))
  })

  it('sees a note on another page than its call', async () => {
    const faults = await faultsAfter((document) => {
      const {element} = noteOf(document, 'note-1')
      const home = contentOf(element)[0]?.page
      const other = document.pages.find(({ref}) => ref !== home)
      if (other === undefined) return
      const lines = contentOf(element).flatMap((content) => changeLines(document, content, () => []))
      other.pieces = [
        ...other.pieces,
        {kind: 'begin', tag: 'P', mcid: 999, written: '/P <</MCID 999>>BDC'},
        ...lines,
        {kind: 'end', written: 'EMC'},
      ]
      element.kids = [{page: other.ref, mcid: 999}]
    })
    expect(faults).toContainEqual(
      expect.stringMatching(/^note-1 begins on page \d+, expected page \d+, where it is called$/),
    )
  })

  it('sees notes in the wrong order', async () => {
    const faults = await faultsAfter((document) => {
      const [first, second] = [noteOf(document, 'note-1').element, noteOf(document, 'note-2').element]
      const ids = [first.entries.get('ID'), second.entries.get('ID')]
      if (ids[0] && ids[1]) {
        first.entries.set('ID', ids[1])
        second.entries.set('ID', ids[0])
      }
    })
    expect(faults.filter((fault) => /^note-[12] says/.test(fault))).toHaveLength(2)
    expect(faults).toContainEqual(expect.stringMatching(/^note-2 on page \d+ stands before note-1/))
  })

  it.each([
    ['heading', 'H2'],
    ['cell', 'TD'],
    ['caption', 'Caption'],
    ['text', 'P'],
  ])('misses a %s', async (kind, type) => {
    const faults = await faultsAfter((document) => {
      const [first] = elementsOf(document, type)
      if (first) remove(first)
    })
    expect(faults).toContainEqual(
      expect.stringMatching(new RegExp(`^the ${kind} “.*” is lost, expected after “.*” on page \\d+$`)),
    )
  })

  it('sees a paragraph twice', async () => {
    const faults = await faultsAfter((document) => {
      const [, , third] = elementsOf(document, 'P')
      third?.parent.kids.push(third.element)
    })
    expect(faults).toContainEqual(
      expect.stringMatching(/^the text “.*” stands in the PDF more often than in the document$/),
    )
  })

  it('sees text outside the page, also where it has no tag', async () => {
    const faults = await faultsAfter((document) => {
      const [page] = document.pages
      const line = page?.pieces.findLast((piece) => piece.kind === 'text')
      if (page && line) page.pieces = page.pieces.map((piece) => (piece === line ? at(line, 790, 50) : piece))
    })
    expect(faults).toEqual([expect.stringMatching(/^the text “1 of \d+” stands outside page 1$/)])
  })

  it('sees text of the body among the notes', async () => {
    const faults = await faultsAfter((document) => {
      const page = contentOf(noteOf(document, 'note-1').element)[0]?.page
      const content = elementsOf(document, 'P')
        .filter(({parent}) => parent.type === 'Document')
        .flatMap(({element}) => contentOf(element))
        .find((one) => one.page === page)
      if (content) changeLines(document, content, (lines) => lines.map((line) => at(line, 120, 1030)))
    })
    expect(faults).toContainEqual(expect.stringMatching(/^the text “.*” on page \d+ stands in the area of the notes$/))
  })

  it('follows the page numbers of the contents', async () => {
    const faults = await faultsAfter(({file}) => {
      const places = maybeDict(file, catalogOf(file).get('Dests'))
      const [first, last] = [places?.get('s0'), places?.get('s3')]
      if (first !== undefined && last !== undefined) places?.set('s0', last).set('s3', first)
    })
    expect(
      faults.filter((fault) => /^the contents say page \d+ for “Section [14]”, which stands on page \d+$/.test(fault)),
    ).toHaveLength(2)
  })
})

function first(document: PdfDocument, type: string): StructElement {
  const [found] = elementsOf(document, type)
  if (found === undefined) throw new Error(`No ${type}`)
  return found.element
}

function documentElement({structure}: PdfDocument): StructElement {
  const [element] = structure.kids
  if (!isStructElement(element)) throw new Error('No document')
  return element
}

/** Puts an empty element where it may not stand, or a strange kid into one. */
const strayElement = (type: string) => (document: PdfDocument) =>
  documentElement(document).kids.push(makeElement(type, []))
const strayKid =
  (type: string, kid = 'P') =>
  (document: PdfDocument) =>
    first(document, type).kids.push(makeElement(kid, []))
/** A new element with kids of the given types. */
const newElement =
  (type: string, ...kids: readonly string[]) =>
  (document: PdfDocument) =>
    documentElement(document).kids.push(
      makeElement(
        type,
        kids.map((kid) => makeElement(kid, [])),
      ),
    )
const table = (document: PdfDocument, ...rows: readonly (readonly string[])[]): void => {
  const cells = rows.map((row) => row.map((attributes) => makeElement('TD', [], parse(`<<${attributes}>>`))))
  documentElement(document).kids.push(
    makeElement(
      'Table',
      cells.map((row) => makeElement('TR', row)),
    ),
  )
}
const parse = (text: string): PdfDict => parseValue({text, at: 0}) as PdfDict

const inCatalog = (key: string, value: PdfValue | undefined) => (file: PdfFile) => {
  if (value === undefined) catalogOf(file).delete(key)
  else catalogOf(file).set(key, value)
}
const inXmp = (from: string | RegExp, to: string) => (file: PdfFile) => {
  const metadata = resolve(file, catalogOf(file).get('Metadata'))
  const text = Buffer.from((metadata as {data: Uint8Array}).data).toString('utf8')
  const stream = makePlainStream(Buffer.from(text.replace(from, to)), dictOf({Type: 'Metadata', Subtype: 'XML'}))
  catalogOf(file).set('Metadata', addObject(file, stream))
}
const inEvery =
  (entries: Readonly<Record<string, string>>, change: (dict: PdfDict, file: PdfFile) => void) => (file: PdfFile) => {
    for (const object of file.objects.values()) {
      if (isDict(object) && Object.entries(entries).every(([key, value]) => object.get(key) === value))
        change(object, file)
    }
  }
const inDescriptor = (change: (descriptor: PdfDict) => void) =>
  inEvery({Subtype: 'CIDFontType2'}, (font, file) => {
    const descriptor = maybeDict(file, font.get('FontDescriptor'))
    if (descriptor) change(descriptor)
  })
/** Puts glyphs with a code in place of those of the first line of text. */
const withCode = (code: number) => (document: PdfDocument) => {
  const content = contentOf(first(document, 'P'))[0]
  if (content === undefined) return
  const row = {codes: Uint16Array.of(code), moves: Int32Array.of(0), codeLength: 2}
  changeLines(document, content, ([line]) => (line ? [{...line, parts: [{kind: 'glyphs', row}]}] : []))
}
const inContent =
  (wrap: (pieces: readonly Piece[]) => readonly Piece[]) =>
  ({pages}: PdfDocument) => {
    const [page] = pages
    if (page) page.pieces = wrap(page.pieces)
  }
const artifact: Piece = {kind: 'begin', tag: 'Artifact', mcid: undefined, written: '/Artifact BMC'}
const end: Piece = {kind: 'end', written: 'EMC'}
const withForm = (entries: string) => (file: PdfFile) => {
  const form = addObject(file, makePlainStream(Buffer.from(''), parse(`<</Subtype/Form${entries}>>`)))
  catalogOf(file).set('Extra', form)
}
const toUnicode = (map: string) =>
  inEvery({Subtype: 'Type0'}, (font, file) =>
    font.set('ToUnicode', addObject(file, makePlainStream(Buffer.from(map), new Map()))),
  )

/** For each rule of PDF/UA-1 that is checked, a way to break it. Rules that one look decides share a way where one breaks all. */
const breaks: Readonly<Record<string, Break>> = {
  '5-t1': {objects: inXmp(/<pdfuaid:part>1<\/pdfuaid:part>/, '')},
  '5-t2': {objects: inXmp('part>1<', 'part>2<')},
  '5-t3': {objects: inXmp(/pdfuaid:/g, 'ua:')},
  '5-t4': {objects: inXmp('<pdfuaid:part>', '<pdfuaid:amd>2005</pdfuaid:amd><pdfuaid:part>')},
  '5-t5': {objects: inXmp('<pdfuaid:part>', '<pdfuaid:corr>2005</pdfuaid:corr><pdfuaid:part>')},
  '6.1-t1': {bytes: (file) => Buffer.concat([Buffer.from('%PDF-2.0'), file.subarray(8)])},
  '6.2-t1': {objects: inCatalog('MarkInfo', undefined)},
  '7.1-t1': {
    change: inContent((pieces) =>
      pieces.flatMap((piece): Piece[] => (piece.kind === 'text' ? [artifact, piece, end] : [piece])),
    ),
  },
  '7.1-t2': {change: inContent((pieces) => [artifact, ...pieces, end])},
  '7.1-t3': {change: inContent((pieces) => pieces.filter(({kind}) => kind !== 'begin' && kind !== 'end'))},
  '7.1-t4': {objects: inCatalog('MarkInfo', dictOf({Marked: true, Suspects: true}))},
  '7.1-t5': {change: (document) => void (first(document, 'P').type = 'Paragraph')},
  '7.1-t6': {change: ({roleMap}) => Object.assign(roleMap, {Here: 'There', There: 'Here'})},
  '7.1-t7': {change: ({roleMap}) => Object.assign(roleMap, {P: 'Span'})},
  '7.1-t8': {objects: inCatalog('Metadata', undefined)},
  '7.1-t9': {objects: inXmp(/<dc:title>.*<\/dc:title>/, '')},
  '7.1-t10': {objects: inCatalog('ViewerPreferences', undefined)},
  '7.1-t11': {change: ({structure}) => void (structure.kids = [])},
  '7.1-t12': {objects: inEvery({S: 'H1'}, (element) => element.delete('P'))},
  '7.2-t2': {objects: inCatalog('Lang', undefined)},
  '7.2-t29': {objects: inCatalog('Lang', {bytes: 'the English language'})},
  '7.2-t3': {change: strayKid('Table')},
  '7.2-t4': {change: strayElement('TR')},
  '7.2-t5': {change: strayElement('THead')},
  '7.2-t6': {change: strayElement('TBody')},
  '7.2-t7': {change: strayElement('TFoot')},
  '7.2-t8': {change: strayElement('TH')},
  '7.2-t9': {change: strayElement('TD')},
  '7.2-t10': {change: strayKid('TR')},
  '7.2-t11': {change: newElement('Table', 'THead', 'THead', 'TBody')},
  '7.2-t12': {change: newElement('Table', 'TBody', 'TFoot', 'TFoot')},
  '7.2-t13': {change: newElement('Table', 'TFoot')},
  '7.2-t14': {change: newElement('Table', 'THead')},
  '7.2-t15': {
    change: (document) =>
      table(
        document,
        ['/A<</RowSpan 2>>', ''],
        ['/A<</ColSpan 2>>'],
        ['', '/A<</RowSpan 2/ColSpan 2>>'],
        ['/A<</ColSpan 3>>'],
      ),
  },
  '7.2-t16': {change: newElement('Table', 'TR', 'Caption', 'TR')},
  '7.2-t17': {change: strayElement('LI')},
  '7.2-t18': {change: strayElement('LBody')},
  '7.2-t19': {change: strayKid('L')},
  '7.2-t20': {change: strayKid('LI')},
  '7.2-t26': {change: strayElement('TOCI')},
  '7.2-t27': {change: strayKid('TOC')},
  '7.2-t28': {change: newElement('TOC', 'TOCI', 'Caption')},
  '7.2-t36': {change: strayKid('THead')},
  '7.2-t37': {change: strayKid('TBody')},
  '7.2-t38': {
    change: (document) =>
      documentElement(document).kids.push(
        makeElement('Table', [makeElement('TBody', []), makeElement('TFoot', [makeElement('P', [])])]),
      ),
  },
  '7.2-t39': {change: newElement('Table', 'Caption', 'TR', 'Caption')},
  '7.2-t40': {change: newElement('L', 'LI', 'Caption')},
  '7.2-t41': {change: (document) => table(document, ['/A<</RowSpan 9>>'])},
  '7.2-t42': {change: (document) => table(document, ['', ''], [''])},
  '7.3-t1': {change: (document) => void first(document, 'Figure').entries.delete('Alt')},
  '7.4.2-t1': {change: (document) => void (first(document, 'H2').type = 'H4')},
  '7.4.4-t1': {change: newElement('Sect', 'H', 'H')},
  '7.4.4-t2': {change: strayElement('H')},
  '7.5-t1': {
    change: (document) => {
      for (const type of ['TH', 'TD']) for (const {element} of elementsOf(document, type)) element.entries.delete('A')
    },
  },
  '7.5-t2': {
    change: (document) => void first(document, 'TD').entries.set('A', parse('<</O/Table/Headers[(nowhere)]>>')),
  },
  '7.7-t1': {change: strayElement('Formula')},
  // The trailer is the last thing of the file: what is put into it moves nothing else.
  '7.16-t1': {
    bytes: (file) => Buffer.from(file.toString('latin1').replace('/Info ', '/Encrypt 1 0 R/Info '), 'latin1'),
  },
  '7.9-t1': {change: (document) => void first(document, 'Note').entries.delete('ID')},
  '7.9-t2': {change: (document) => void first(document, 'Note').entries.set('ID', {bytes: 'note-2'})},
  '7.10-t1': {objects: inCatalog('OCProperties', dictOf({}))},
  '7.11-t1': {
    objects: (file) => inCatalog('Extra', addObject(file, dictOf({EF: dictOf({}), F: {bytes: 'data.csv'}})))(file),
  },
  '7.15-t1': {objects: inCatalog('AcroForm', dictOf({}))},
  '7.18.1-t1': {objects: inEvery({Subtype: 'Link'}, (annotation) => annotation.set('Subtype', 'Text'))},
  '7.18.3-t1': {objects: inEvery({Type: 'Page'}, (page) => page.delete('Tabs'))},
  '7.18.4-t2': {change: strayElement('Form')},
  '7.18.5-t1': {
    change: (document) =>
      void (first(document, 'Link').kids = first(document, 'Link').kids.filter((kid) => !isObjectReference(kid))),
  },
  '7.18.5-t2': {objects: inEvery({Subtype: 'Link'}, (annotation) => annotation.delete('Contents'))},
  '7.18.6.2-t1': {objects: (file) => inCatalog('Extra', addObject(file, dictOf({S: 'MCD'})))(file)},
  '7.20-t1': {objects: withForm('/Ref<<>>')},
  '7.20-t2': {objects: withForm('/StructParents 1')},
  '7.21.3.1-t1': {objects: inEvery({Subtype: 'Type0'}, (font) => font.set('Encoding', 'Identity-V'))},
  '7.21.3.2-t1': {objects: inEvery({Subtype: 'CIDFontType2'}, (font) => font.delete('CIDToGIDMap'))},
  '7.21.4.1-t1': {objects: inDescriptor((descriptor) => descriptor.delete('FontFile2'))},
  '7.21.4.1-t2': {change: withCode(60_000)},
  '7.21.4.2-t2': {objects: inDescriptor((descriptor) => descriptor.set('CIDSet', true))},
  '7.21.5-t1': {objects: inEvery({Subtype: 'CIDFontType2'}, (font) => font.delete('W'))},
  '7.21.6-t1': {
    objects: (file) => inCatalog('Extra', addObject(file, dictOf({Type: 'Font', Subtype: 'TrueType'})))(file),
  },
  '7.21.7-t1': {objects: inEvery({Subtype: 'Type0'}, (font) => font.delete('ToUnicode'))},
  '7.21.7-t2': {
    objects: toUnicode(
      `beginbfchar\n${Array.from({length: 256}, (_, code) => `<${code.toString(16).padStart(4, '0')}> <FEFF>`).join('\n')}\nendbfchar`,
    ),
  },
  '7.21.8-t1': {change: withCode(0)},
}

describe('the rules of PDF/UA-1', () => {
  it.each(Object.keys(breaks))('sees that %s is broken', async (id) => {
    const clause = id.replace(/-t\d+$/, '').replaceAll('.', String.raw`\.`)
    const faults = await faultsAfter(breaks[id] ?? {})
    expect(
      faults.filter((fault) => new RegExp(String.raw`\(PDF/UA-1, (?:.*, )?${clause}[,)]`).test(fault)),
      faults.join('\n'),
    ).not.toEqual([])
  })

  it('are each broken here, or decided by the same look as one that is', () => {
    const untried = uaRules.filter(({ids}) => !ids.some((id) => id in breaks)).map(({ids}) => ids.join(' '))
    expect(untried).toEqual([])
  })
})
