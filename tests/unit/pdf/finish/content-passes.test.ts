import {describe, expect, it} from 'vitest'
import {describeLinks} from '../../../../src/pdf/finish/describe-links.ts'
import {dropActualText} from '../../../../src/pdf/finish/drop-actual-text.ts'
import {markArtifacts} from '../../../../src/pdf/finish/mark-artifacts.ts'
import {markDecoration} from '../../../../src/pdf/finish/mark-decoration.ts'
import {nameOutline} from '../../../../src/pdf/finish/name-outline.ts'
import {placeCatalog} from '../../../../src/pdf/finish/place-catalog.ts'
import {spaceLines} from '../../../../src/pdf/finish/space-lines.ts'
import {addObject, catalogOf} from '../../../../src/pdf/objects/lookup.ts'
import {readTextString} from '../../../../src/pdf/objects/text-strings.ts'
import {dictOf, isString, type PdfDict, type PdfValue} from '../../../../src/pdf/objects/values.ts'
import {writeValue} from '../../../../src/pdf/objects/write-value.ts'
import {makeElement, type StructKid} from '../../../../src/pdf/structure/structure.ts'
import {contentsOf, line, link, makeDocument, marked, setTags, tag, toldIn} from '../../../support/make-document.ts'

const on = (type: string, ...kids: readonly (StructKid | number)[]) => tag(3, type, ...kids)
const rule = '0 0 5 5 re\nf'

describe('markDecoration', () => {
  it('makes artifacts of tagged content without text, but for pictures and labels', () => {
    const content = [0, 1, 2, 3].map((mcid) => marked(mcid, rule)).join('\n') + marked(4, rule, line('a', 10, 10))
    const picture = makeElement('Figure', [{page: 3, mcid: 1}], new Map([['Alt', {bytes: 'Rain'}]]))
    const document = makeDocument([content], () => [on('Sect', 0, picture, on('LI', on('Lbl', 2)), on('TD', 3, 4))])
    markDecoration(document)
    expect(toldIn(document)).toBe('Sect(Figure(1) LI(Lbl(2)) TD(4))')
    expect(contentsOf(document)[0]?.match(/\/Artifact BMC|MCID \d/g)).toEqual([
      '/Artifact BMC',
      'MCID 1',
      'MCID 2',
      '/Artifact BMC',
      'MCID 4',
    ])
  })
})

describe('markArtifacts', () => {
  const geometry = {height: 800, top: 100, bottom: 100}

  it('wraps what is painted outside tags: furniture by its place, the rest as it is', () => {
    const pieces = [
      rule,
      marked(0, line('body', 10, 400)),
      line('head', 10, 750),
      line('2', 10, 40),
      line('row', 10, 400),
    ]
    const document = makeDocument([pieces.join('\n')], () => [on('P', 0)])
    markArtifacts(document, {geometry})
    expect(contentsOf(document)[0]?.split('\n')).toEqual([
      '/Artifact BMC',
      '0 0 5 5 re',
      'f',
      'EMC',
      '/NonStruct <</MCID 0 >>BDC',
      'text body',
      'EMC',
      '/Artifact <</Type/Pagination/Subtype/Header>>BDC',
      'text head',
      'EMC',
      '/Artifact <</Type/Pagination/Subtype/Footer>>BDC',
      'text 2',
      'EMC',
      '/Artifact <</Type/Pagination>>BDC',
      'text row',
      'EMC',
    ])
  })

  it('leaves what is tagged as it is', () => {
    const document = makeDocument([marked(0, rule, line('a', 1, 1))], () => [on('P', 0)])
    const before = contentsOf(document)
    markArtifacts(document, {geometry})
    expect(contentsOf(document)).toEqual(before)
  })
})

describe('spaceLines', () => {
  const spaced = ({text, lines}: {text: string; lines: readonly string[]}): string => {
    const document = makeDocument([marked(0, ...lines)], () => [on('P', 0)])
    spaceLines(document, {texts: {texts: [{kind: 'text', text}], notes: []}})
    return (contentsOf(document)[0] ?? '').replaceAll(/^(?!text ).*\n?/gm, '').replaceAll('text ', '|')
  }

  it.each([
    ['between two lines', {text: 'one two', lines: [line('one', 10, 90), line('two', 10, 80)]}, '|one \n|two\n'],
    ['not within a line', {text: 'one', lines: [line('on', 10, 90), line('e', 20, 90)]}, '|on\n|e\n'],
    ['not where there is one', {text: 'one two', lines: [line('one ', 10, 90), line('two', 10, 80)]}, '|one \n|two\n'],
    ['not before a call', {text: 'one.7', lines: [line('one.', 10, 90), line('7', 30, 94)]}, '|one.\n|7\n'],
    [
      'after a call at the line’s end',
      {text: 'a.7 b', lines: [line('a.', 10, 90), line('7', 20, 94), line('b', 10, 80)]},
      '|a.\n|7 \n|b\n',
    ],
    [
      'not in a word with a hyphen',
      {text: 'counter-move', lines: [line('counter-', 10, 90), line('move', 10, 80)]},
      '|counter-\n|move\n',
    ],
    [
      'after a hyphen that ends a word',
      {text: 'long- and', lines: [line('long-', 10, 90), line('and', 10, 80)]},
      '|long- \n|and\n',
    ],
    [
      'not in an address of three lines',
      {
        text: 'https://x.example/a/b/c.',
        lines: ['https://x.', 'example/', 'a/b/c.'].map((part, at) => line(part, 10, 90 - at * 10)),
      },
      '|https://x.\n|example/\n|a/b/c.\n',
    ],
    ['across a gap', {text: '1', lines: [line('1', 10, 90), line('7', 90, 90)]}, '|1 \n|7\n'],
  ])('sets a space %s', (_, given, expected) => {
    expect(spaced(given)).toBe(expected)
  })

  it('does so across pages and within emphasis, but not between blocks', () => {
    const document = makeDocument(
      [marked(0, line('one', 10, 10)), marked(0, line('two', 10, 90)) + marked(1, line('three', 10, 80))],
      ([first = 0, second = 0]) => [tag(first, 'P', 0, tag(second, 'Em', 0)), tag(second, 'P', 1)],
    )
    spaceLines(document, {texts: {texts: [], notes: []}})
    expect(
      contentsOf(document)
        .join('\n')
        .match(/text .*/g),
    ).toEqual(['text one ', 'text two', 'text three'])
  })

  it('takes the space of another font where the line’s has none', () => {
    const document = makeDocument([marked(0, line('one', 10, 90), line('two', 10, 80))], () => [on('P', 0)])
    const [page] = document.pages
    const font = page?.fonts.get('F1')
    const fonts = new Map(
      font && [
        ['F1', {...font, space: () => undefined}],
        ['F2', font],
      ],
    )
    const withFonts = {...document, pages: document.pages.map((one) => ({...one, fonts}))}
    spaceLines(withFonts, {texts: {texts: [], notes: []}})
    expect(contentsOf(withFonts)[0]).toContain('text one\ntext  \ntext two')
    expect(withFonts.pages[0]?.pieces[2]).toMatchObject({font: 'F2', head: '/F2 1 Tf\n1 0 0 1 10 90 Tm'})
  })
})

describe('dropActualText', () => {
  it('drops what glyphs say anyway, and nothing else', () => {
    const span = (text: string): string => `/Span<</ActualText <FEFF${text}> >> BDC\n5 0 Td <0042> Tj\nEMC`
    const content = `BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n<0041> Tj\n${span('0042')}\n5 0 Td <0043> Tj\n${span('2019')}\nET`
    const document = makeDocument([content], () => [])
    dropActualText(document)
    expect(contentsOf(document)[0]).toBe('text ABC{/Span<</ActualText <FEFF2019> >> BDC}B{EMC}')
  })
})

describe('describeLinks', () => {
  it('says where each link leads', () => {
    const content = [line('7', 1, 1), line('Figure', 1, 1), line('the data', 1, 1), line('x.example', 1, 1)]
    const document = makeDocument([content.map((text, mcid) => marked(mcid, text)).join('\n')], () => [])
    const targets = ['note-7', 'fig-rain', 'https://example.org/data', 'https://x.example']
    setTags(document, on('P', ...targets.map((target, mcid) => link(document, target, mcid))))
    describeLinks(document, {texts: {texts: [], notes: [{id: 'note-7', text: '7 Ibid.'}]}, noteWord: 'Anmerkung'})
    const contents = [...document.file.objects.values()].flatMap((object) => {
      const value = object instanceof Map ? object.get('Contents') : undefined
      return isString(value) ? [readTextString(value)] : []
    })
    expect(contents).toEqual(['Anmerkung 7', 'Figure', 'the data (https://example.org/data)', 'https://x.example'])
  })
})

describe('nameOutline', () => {
  const titled = (document: ReturnType<typeof makeDocument>, ...titles: readonly string[]): PdfDict[] => {
    const entries = titles.map((title) => dictOf({Title: {bytes: title}, SE: {ref: 1}}))
    const refs = entries.map((entry) => addObject(document.file, entry))
    for (const [index, entry] of entries.entries()) if (refs[index + 1]) entry.set('Next', refs[index + 1] as PdfValue)
    catalogOf(document.file).set('Outlines', addObject(document.file, dictOf({First: refs[0]})))
    return entries
  }

  it('takes titles from the headings, without calls, in the author’s letters', () => {
    const content = [line('KEY ', 1, 90), line('FACTS', 1, 80), line('7', 30, 80), line('Rain', 1, 70)]
    const document = makeDocument([content.map((text, mcid) => marked(mcid, text)).join('\n')], () => [])
    setTags(document, on('H1', 0, 1, on('Reference', 2)), on('H2', 3))
    const entries = titled(document, 'KEY FACTS7', 'Rain')
    const texts = ['Key facts7', 'Rain'].map((text) => ({kind: 'heading' as const, text}))
    nameOutline(document, {texts: {texts, notes: []}})
    expect(entries.map((entry) => writeValue(entry.get('Title') ?? null))).toEqual(['(Key facts)', '(Rain)'])
    expect(entries.some((entry) => entry.has('SE'))).toBe(false)
  })

  it('fails when headings and entries do not match', () => {
    const document = makeDocument([marked(0, line('A', 1, 1))], () => [on('H1', 0)])
    titled(document, 'A', 'B')
    expect(() => nameOutline(document, {texts: {texts: [], notes: []}})).toThrow('2 entries for 1 headings')
  })
})

describe('placeCatalog', () => {
  const properties = {title: 'T', authors: [], keywords: [], lang: 'ur', creator: 'c'}

  it('says how to open the document, and in which direction it is read', () => {
    const document = makeDocument(['', ''], () => [])
    document.pages[1]?.dict.set('Annots', [])
    placeCatalog(document, {properties})
    const catalog = writeValue(catalogOf(document.file))
    expect(catalog).toContain('/Lang(ur)')
    expect(catalog).toContain('/ViewerPreferences<</DisplayDocTitle true/Direction/R2L>>')
    expect(catalog).toContain('/PageLabels<</Nums[0<</S/D>>]>>')
    expect(catalog).toContain('/OpenAction[3 0 R/Fit]')
    expect(catalog).toContain('/PageMode/UseNone')
    expect(document.pages.map(({dict}) => dict.get('Tabs'))).toEqual([undefined, 'S'])
  })
})
