import {describe, expect, it} from 'vitest'
import {flattenStructure} from '../../../../src/pdf/finish/flatten-structure.ts'
import {mapRoles} from '../../../../src/pdf/finish/map-roles.ts'
import {nameBullets} from '../../../../src/pdf/finish/name-bullets.ts'
import {placeNotes} from '../../../../src/pdf/finish/place-notes.ts'
import {renumberIds} from '../../../../src/pdf/finish/renumber-ids.ts'
import {settleHeadings} from '../../../../src/pdf/finish/settle-headings.ts'
import {tagContents} from '../../../../src/pdf/finish/tag-contents.ts'
import {tagFigures} from '../../../../src/pdf/finish/tag-figures.ts'
import {tagNotes} from '../../../../src/pdf/finish/tag-notes.ts'
import {tagTicks} from '../../../../src/pdf/finish/tag-ticks.ts'
import {tidyTables} from '../../../../src/pdf/finish/tidy-tables.ts'
import {wrapListBodies} from '../../../../src/pdf/finish/wrap-list-bodies.ts'
import {parseValue} from '../../../../src/pdf/objects/parse-value.ts'
import {readTextString} from '../../../../src/pdf/objects/text-strings.ts'
import type {PdfDict, PdfString, PdfValue} from '../../../../src/pdf/objects/values.ts'
import {writeValue} from '../../../../src/pdf/objects/write-value.ts'
import {makeElement, type StructElement, type StructKid} from '../../../../src/pdf/structure/structure.ts'
import {line, link, makeDocument, marked, setTags, tag, told, toldIn} from '../../../support/make-document.ts'

/** Elements on the first page, whose number as an object is three. */
const on = (type: string, ...kids: readonly (StructKid | number)[]): StructElement => tag(3, type, ...kids)
const text = (...kids: readonly (StructKid | number)[]): StructElement => on('NonStruct', ...kids)
const parse = (value: string): PdfValue => parseValue({text: value, at: 0})

function documentOf(...kids: readonly StructKid[]) {
  return makeDocument([''], () => [...kids])
}

describe('flattenStructure', () => {
  it.each([
    ['text within a paragraph', on('P', text(0), on('Em', text(1)), text(2)), 'P(0 Em(1) 2)'],
    ['groups of blocks', text(on('H2', text(0)), text(on('P', text(1)))), 'H2(0) P(1)'],
    ['a line that is no paragraph', text(text(0), text(1)), 'P(0 1)'],
    ['text between blocks', text(text(0), on('P', text(1)), text(2)), 'P(0) P(1) P(2)'],
    [
      'an item of a list',
      on('L', on('LI', on('Lbl', 0), text(1), on('L', on('LI', text(2))))),
      'L(LI(Lbl(0) 1 L(LI(2))))',
    ],
    ['a cell', on('Table', text(), on('TR', on('TD', 0, text(1)))), 'Table(TR(TD(0 1)))'],
    ['a figure', on('Figure', on('Caption', text(0)), on('Figure', 1), text(2)), 'Figure(Caption(0) Figure(1) P(2))'],
    ['a sign in a line', text(text(0), on('Figure', 1), text(2)), 'P(0 Figure(1) 2)'],
    ['a picture', text(on('Figure', 0)), 'Figure(0)'],
    ['superscript', on('P', text(0), text(text(1))), 'P(0 1)'],
  ])('takes out %s', (_, kid, expected) => {
    const document = documentOf(kid)
    flattenStructure(document)
    expect(toldIn(document)).toBe(expected)
  })

  it('keeps what has a language of its own', () => {
    const foreign = text(0)
    foreign.entries.set('Lang', {bytes: 'ur'})
    const document = documentOf(on('P', foreign))
    flattenStructure(document)
    expect(toldIn(document)).toBe('P(NonStruct(0))')
  })
})

describe('wrapListBodies', () => {
  it('puts all but the label into the body', () => {
    const document = documentOf(on('L', on('LI', on('Lbl', 0), 1, on('L', on('LI', 2))), on('LI', on('LBody', 3))))
    wrapListBodies(document)
    expect(toldIn(document)).toBe('L(LI(Lbl(0) LBody(1 L(LI(LBody(2))))) LI(LBody(3)))')
  })
})

describe('tagContents', () => {
  const contents =
    marked(0, line('1 Rain', 10, 700)) + marked(1, line('2', 200, 700)) + marked(2, line('See rain', 10, 600))

  it('knows a list of links that end in page numbers', () => {
    const document = makeDocument([contents], () => [])
    setTags(document, on('L', on('LI', link(document, 'rain', 0, 1))), on('L', on('LI', link(document, 'rain', 2))))
    tagContents(document)
    expect(toldIn(document)).toBe('TOC(TOCI(Reference(Link(0 1 @)))) L(LI(Link(2 @)))')
  })

  it('takes no list of addresses for contents', () => {
    const document = makeDocument([contents], () => [])
    setTags(document, on('L', on('LI', link(document, 'https://example.org', 0, 1))))
    tagContents(document)
    expect(toldIn(document)).toBe('L(LI(Link(0 1 @)))')
  })
})

describe('tagNotes', () => {
  const content = [
    marked(0, line('1', 10, 90)),
    marked(1, line(' Read at the port.', 20, 90)),
    marked(2, line('2', 10, 80)),
    marked(3, line(' Ibid.', 20, 80)),
  ].join('\n')
  const notes = [
    {id: 'note-1', text: '1 Read at the port.'},
    {id: 'note-2', text: '2 Ibid.'},
  ]
  const kids = () => [on('P', text(9)), text(text(on('P', text(0), text(1))), text(on('P', text(2), text(3)), on('P')))]

  it('finds them by what they say, and gives them ids and labels', () => {
    const document = makeDocument([content], kids)
    tagNotes(document, {texts: {texts: [], notes}})
    expect(toldIn(document)).toBe(
      'P(NonStruct(9)) NonStruct(Note(Lbl(0) P(NonStruct(1))) Note(Lbl(2) P(NonStruct(3)) P()))',
    )
    expect(
      JSON.stringify(document.structure, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
    ).toContain('["ID",{"bytes":"note-2"}]')
  })

  it('fails when one is not there', () => {
    const document = makeDocument([content], kids)
    expect(() =>
      tagNotes(document, {texts: {texts: [], notes: [...notes.slice(0, 1), {id: 'note-2', text: '2 Lost'}]}}),
    ).toThrow('tags of 2 notes')
  })
})

describe('placeNotes', () => {
  const note = (id: string, ...kids: readonly (StructKid | number)[]): StructElement => {
    const element = on('Note', ...kids)
    element.entries.set('ID', {bytes: id})
    return element
  }

  it.each([
    ['a paragraph', (call: StructElement) => on('P', 0, call), 'P(0 Reference(Link(1 @))) Note(8) P(2)'],
    [
      'a cell',
      (call: StructElement) => on('Table', on('TR', on('TD', call))),
      'Table(TR(TD(Reference(Link(1 @))))) Note(8) P(2)',
    ],
    [
      'a list',
      (call: StructElement) => on('L', on('LI', on('LBody', call))),
      'L(LI(LBody(Reference(Link(1 @)) Note(8)))) P(2)',
    ],
    [
      'a caption',
      (call: StructElement) => on('Div', on('Caption', call), on('Figure', 3)),
      'Div(Caption(Reference(Link(1 @))) Note(8) Figure(3)) P(2)',
    ],
    ['a heading', (call: StructElement) => on('H2', call), 'H2(Reference(Link(1 @))) Note(8) P(2)'],
  ])('has a note read after %s', (_, block, expected) => {
    const document = makeDocument([''], () => [])
    setTags(document, block(link(document, 'note-1', 1)), on('P', 2), note('note-1', 8))
    placeNotes(document)
    expect(toldIn(document)).toBe(expected)
  })

  it('reads notes of one paragraph in the order of their calls, each once, and notes of notes after them', () => {
    const document = makeDocument([''], () => [])
    const call = (id: string, mcid: number): StructElement => link(document, id, mcid)
    const first = on('P', call('note-1', 0), call('note-2', 1))
    setTags(
      document,
      first,
      on('P', call('note-1', 2)),
      note('note-1', on('P', call('note-3', 3))),
      note('note-2', 8),
      note('note-3', 9),
    )
    placeNotes(document)
    expect(toldIn(document).replaceAll(/Reference\(Link\((\d) @\)\)/g, '[$1]')).toBe(
      'P([0] [1]) Note(P([3])) Note(8) Note(9) P([2])',
    )
  })
})

describe('tagFigures', () => {
  const content = marked(0, line('Rain', 10, 90)) + marked(1, '0 0 5 5 re', 'f')
  const altOf = ({entries}: StructElement): string => writeValue(entries.get('Alt') ?? null)

  it('leaves the picture as the figure', () => {
    const picture = makeElement('Figure', [{page: 3, mcid: 1}], new Map([['Alt', {bytes: 'Bars'}]]))
    const document = makeDocument([content], () => [on('Figure', on('Caption', 0), picture, on('P', 2))])
    tagFigures(document, {figureWord: 'Figure'})
    expect(toldIn(document)).toBe('Div(Caption(0) Figure(1) P(2))')
    expect(altOf(picture)).toBe('(Bars)')
  })

  it('has a picture without an alternative say its caption, or that it is one', () => {
    const [first, second] = [on('Figure', 1), on('Figure', 1)]
    tagFigures(
      makeDocument([content], () => [on('Figure', on('Caption', 0), first), second]),
      {figureWord: 'Abbildung'},
    )
    expect([altOf(first), altOf(second)]).toEqual(['(Rain)', '(Abbildung)'])
  })
})

describe('tidyTables', () => {
  const cell = (type: string, mcid: number, attributes: string): StructElement => {
    const element = on(type, mcid)
    element.entries.set('A', parse(attributes))
    return element
  }
  const head = (scope: string, mcid: number): StructElement =>
    cell(
      'TH',
      mcid,
      `[<</O/Table/Scope/${scope}>> <</O/Table/RowSpan 1>> <</O/Table/ColSpan ${scope === 'Row' ? 1 : 2}>>]`,
    )

  it('parts the head from the body', () => {
    const rows = [on('TR', on('TD'), head('Column', 1)), on('TR', head('Row', 2), on('TD', 3), on('TD', 4))]
    const document = documentOf(on('Table', on('Caption', 0), ...rows))
    tidyTables(document)
    expect(toldIn(document)).toBe('Table(Caption(0) THead(TR(TD() TH(1))) TBody(TR(TH(2) TD(3) TD(4))))')
  })

  it('tags the caption', () => {
    const document = documentOf(on('Table', 0, on('Reference', 1), 2, on('TR', on('TD', 3))))
    tidyTables(document)
    expect(toldIn(document)).toBe('Table(Caption(0 Reference(1) 2) TR(TD(3)))')
  })

  it('puts the empty cells back that the browser left out, where their heads say or at the end', () => {
    const column = (mcid: number): StructElement => {
      const element = cell('TH', mcid, '<</O/Table/Scope/Column>>')
      element.entries.set('ID', {bytes: `h${mcid}`})
      return element
    }
    const under = (mcid: number, id: string): StructElement => cell('TD', mcid, `<</O/Table/Headers[(${id})]>>`)
    const rows = [
      on('TR', column(0), column(1), column(2)),
      on('TR', under(3, 'h0'), under(4, 'h2')),
      on('TR', under(5, 'h1')),
      on('TR', on('TD', 6)),
    ]
    const document = documentOf(on('Table', ...rows))
    tidyTables(document)
    expect(toldIn(document)).toBe(
      'Table(THead(TR(TH(0) TH(1) TH(2))) TBody(TR(TD(3) TD() TD(4)) TR(TD() TD(5) TD()) TR(TD(6) TD() TD())))',
    )
  })

  it('ends cells with their table', () => {
    const tall = cell('TD', 0, '<</O/Table/RowSpan 9>>')
    tidyTables(documentOf(on('Table', on('TR', tall, on('TD', 1)), on('TR', on('TD', 2)))))
    expect(writeValue(tall.entries)).toBe('<</A<</O/Table/RowSpan 2>>>>')
  })

  it('leaves a table without a head, or with nothing else, as it is', () => {
    const document = documentOf(on('Table', on('TR', on('TD', 1))), on('Table', on('TR', head('Column', 2))))
    tidyTables(document)
    expect(toldIn(document)).toBe('Table(TR(TD(1))) Table(TR(TH(2)))')
  })

  it('writes the attributes of a cell as one list', () => {
    const [first, second] = [head('Column', 1), cell('TD', 2, '[<</O/Table/RowSpan 1>> <</O/Table/ColSpan 1>>]')]
    tidyTables(documentOf(on('Table', on('TR', first, second))))
    expect(writeValue(first.entries)).toBe('<</A<</O/Table/Scope/Column/ColSpan 2>>>>')
    expect(writeValue(second.entries)).toBe('<<>>')
  })
})

describe('settleHeadings', () => {
  it('leaves out no level on the way down', () => {
    const document = documentOf(...['H2', 'H2', 'H4', 'H5', 'H2', 'H3'].map((type, index) => on(type, index)))
    settleHeadings(document)
    expect(toldIn(document)).toBe('H1(0) H2(1) H3(2) H4(3) H2(4) H3(5)')
  })
})

describe('mapRoles', () => {
  it('maps the types that are used and not of PDF 1.7', () => {
    const document = documentOf(on('P', on('Em', 0)), on('Aside'))
    mapRoles(document)
    expect(document.roleMap).toEqual({Em: 'Span', Aside: 'Sect'})
  })
})

describe('renumberIds', () => {
  it('counts ids from one in reading order, also where cells name their heads', () => {
    const withEntries = (type: string, entries: string): StructElement =>
      makeElement(type, [], parse(entries) as PdfDict)
    const row = on(
      'TR',
      withEntries('TH', '<</ID(node00000190)>>'),
      withEntries('TH', '<</ID(node00000095)>>'),
      withEntries('TD', '<</A<</O/Table/Headers[(node00000095) (node00000190)]>>>>'),
      withEntries('Note', '<</ID(note-1)>>'),
    )
    renumberIds(documentOf(row), 0)
    expect(row.kids.map((kid) => ('entries' in kid ? writeValue(kid.entries) : ''))).toEqual([
      '<</ID(head-1)>>',
      '<</ID(head-2)>>',
      '<</A<</O/Table/Headers[(head-2)(head-1)]>>>>',
      '<</ID(note-1)>>',
    ])
  })
})

describe('tagTicks', () => {
  it('makes text of boxes', () => {
    const box = (attributes: string): StructElement =>
      makeElement('Form', [], parse(`<</A[${attributes}]>>`) as PdfDict)
    const document = documentOf(box('<</O/PrintField/checked/on>>'), box('<</O/PrintField/Role/cb>>'))
    tagTicks(document)
    expect(toldIn(document)).toBe('Span() Span()')
    expect(
      document.structure.kids
        .flatMap((kid) => ('kids' in kid ? kid.kids : []))
        .map((kid) => 'entries' in kid && readTextString(kid.entries.get('ActualText') as PdfString)),
    ).toEqual(['☑', '☐'])
  })
})

describe('nameBullets', () => {
  it('says what a painted label is', () => {
    const document = makeDocument([marked(0, '0 0 3 3 re', 'f') + marked(1, line('1.', 10, 10))], () => [])
    const [dot, number] = [on('Lbl', 0), on('Lbl', 1)]
    setTags(document, on('L', on('LI', dot), on('LI', number)))
    nameBullets(document)
    expect([dot.entries.has('ActualText'), number.entries.has('ActualText')]).toEqual([true, false])
    expect(told(dot)).toBe('Lbl(0)')
  })
})
