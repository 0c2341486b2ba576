import {describe, expect, it} from 'vitest'
import {scanContent} from '../../../../src/pdf/content/scan-content.ts'
import {writeContent} from '../../../../src/pdf/content/write-content.ts'
import {line, marked} from '../../../support/make-document.ts'

const widths = (name: string) => ({width: () => 500, codeLength: name === 'F3' ? 1 : 2})
const rewritten = (content: string): string => Buffer.from(writeContent(scanContent(content, widths))).toString()

describe('scanContent', () => {
  it('tells text, marks, painting and settings apart', () => {
    const content = `q\n3 0 0 3 0 0 cm\n/G3 gs\n${marked(4, '0 0 5 5 re', 'f', line('ab', 10, 20))}\nQ\n1 1 m\n2 2 l\nS`
    const pieces = scanContent(content, widths)
    expect(pieces.map((piece) => (piece.kind === 'text' ? 'text' : `${piece.kind}: ${piece.written}`))).toEqual([
      'state: q\n3 0 0 3 0 0 cm\n/G3 gs',
      'begin: /NonStruct <</MCID 4 >>BDC',
      'paint: 0 0 5 5 re\nf',
      'text',
      'end: EMC',
      'state: Q',
      'paint: 1 1 m\n2 2 l\nS',
    ])
    expect(pieces[1]).toMatchObject({tag: 'NonStruct', mcid: 4})
    expect(pieces[3]).toMatchObject({font: 'F1', size: 10, place: {x: 30, y: 60, size: 30, width: 30, direction: [1, 0]}})
  })

  it('takes a clip for a setting, since it paints nothing', () => {
    expect(scanContent('0 0 9 9 re\nW n\n0 0 1 1 re\nf', widths).map(({kind}) => kind)).toEqual(['state', 'paint'])
  })

  it('sets the glyphs of a line as one row, with the moves that their widths do not make', () => {
    const kerned = 'BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n<0041> Tj\n5 0 Td <0056> Tj\n4.2 0 Td <0041> Tj\n-1.5 0 Td <0042> Tj\nET'
    expect(rewritten(kerned)).toBe('BT\n/F1 10 Tf\n1 0 0 -1 5 6 Tm\n[<00410056>80<0041>650<0042>]TJ\nET\n')
    expect(rewritten(rewritten(kerned))).toContain('[<00410056>80<0041>650<0042>]TJ')
  })

  it('knows fonts whose codes have one byte', () => {
    const drawn = 'BT\n/F3 10 Tf\n1 0 0 1 5 6 Tm\n<41> Tj\n5 0 Td <42> Tj\n4 0 Td <4344> Tj\nET'
    expect(rewritten(drawn)).toBe('BT\n/F3 10 Tf\n1 0 0 1 5 6 Tm\n[<4142>100<4344>]TJ\nET\n')
    expect(rewritten(rewritten(drawn))).toBe(rewritten(drawn))
  })

  it('carries what rounding leaves over into the next move', () => {
    const steps = Array.from({length: 100}, () => '5.0004 0 Td <0041> Tj').join('\n')
    const row = rewritten(`BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n<0041> Tj\n${steps}\nET`)
    const moves = [...row.matchAll(/>(-?[\d.]+)</g)].map(([, move]) => Number(move))
    expect(moves.reduce((sum, move) => sum + move, 0)).toBeCloseTo(-4, 0)
    expect(moves.length).toBeGreaterThan(20)
  })

  it('keeps what a piece of text is said to mean', () => {
    const span = 'BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n<0041> Tj\n/Span<</ActualText <FEFF2019> >> BDC\n5 0 Td <0042> Tj\nEMC\n5 0 Td <0043> Tj\nET'
    const [piece] = scanContent(span, widths)
    expect(piece).toMatchObject({parts: [{kind: 'glyphs'}, {kind: 'begin', actualText: '’'}, {kind: 'glyphs'}, {kind: 'end'}, {kind: 'glyphs'}]})
    expect(rewritten(span)).toMatch(/\[<0041>\]TJ\n\/Span<<\/ActualText <FEFF2019> >> BDC\n\[<0042>\]TJ\nEMC\n\[<0043>\]TJ/)
  })

  it.each([
    ['a text with other operators', 'BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n2 Tr\n<0041> Tj\nET'],
    ['a text in two lines', 'BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n<0041> Tj\n0 -12 Td <0042> Tj\nET'],
    ['literal text', 'BT\n/F1 10 Tf\n1 0 0 1 0 0 Tm\n(A\\) Tj ET) Tj\nET'],
    ['names, lists and dictionaries', '/Im0 Do\n[1 2] 0 d\n/Artifact <</Type /Pagination /BBox [0 0 1 1]>> BDC\nEMC'],
  ])('passes on %s as it is', (_, content) => {
    expect(rewritten(content).replaceAll(/\s+/g, ' ').trim()).toBe(content.replaceAll(/\s+/g, ' '))
  })

  it('refuses a picture within the content, whose bytes could be anything', () => {
    expect(() => scanContent('BI /W 1 ID x EI', widths)).toThrow('picture')
  })
})
