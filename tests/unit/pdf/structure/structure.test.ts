import {describe, expect, it} from 'vitest'
import {catalogOf} from '../../../../src/pdf/objects/lookup.ts'
import {parseValue} from '../../../../src/pdf/objects/parse-value.ts'
import {parsePdf} from '../../../../src/pdf/objects/parse-pdf.ts'
import type {PdfFile, PdfValue} from '../../../../src/pdf/objects/values.ts'
import {writePdf} from '../../../../src/pdf/objects/write-pdf.ts'
import {writeValue} from '../../../../src/pdf/objects/write-value.ts'
import {readStructure} from '../../../../src/pdf/structure/read-structure.ts'
import {writeStructure} from '../../../../src/pdf/structure/write-structure.ts'
import {allElements, makeElement} from '../../../../src/pdf/structure/structure.ts'
import {told} from '../../../support/make-document.ts'

const tagged = [
  '<</Type/Catalog/StructTreeRoot 4 0 R/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/StructParents 9>>',
  '<</Type/StructTreeRoot/K 5 0 R/ParentTree 8 0 R>>',
  '<</Type/StructElem/S/Document/Lang(en)/P 4 0 R/K[6 0 R 7 0 R]>>',
  '<</Type/StructElem/S/P/P 5 0 R/Pg 3 0 R/K[0 <</Type/MCR/Pg 3 0 R/MCID 2>>]>>',
  '<</Type/StructElem/S/Link/P 5 0 R/ID(b)/Pg 3 0 R/K[1 <</Type/OBJR/Obj 9 0 R>>]>>',
  '<</Nums[9 [6 0 R 7 0 R 6 0 R]]>>',
  '<</Type/Annot/Subtype/Link/StructParent 3>>',
]

function makeFile(): PdfFile {
  const parse = (text: string): PdfValue => parseValue({text, at: 0})
  const objects = new Map(tagged.map((text, index) => [index + 1, parse(text)]))
  return {objects, root: 1, info: 2, next: 10}
}

describe('readStructure', () => {
  it('reads elements, content and annotations', () => {
    expect(told(readStructure(makeFile()))).toBe('StructTreeRoot(Document(P(0 2) Link(1 @)))')
  })

  it('refuses a file without tags', () => {
    const file = makeFile()
    catalogOf(file).delete('StructTreeRoot')
    expect(() => readStructure(file)).toThrow('no tags')
  })
})

describe('writeStructure', () => {
  it('writes what is read back the same, and leaves nothing of what was there', async () => {
    const file = makeFile()
    writeStructure(file, readStructure(file), {Em: 'Span'})
    const again = parsePdf(await writePdf(file))
    const written = [...again.objects.values()].map((object) => writeValue(object as PdfValue))
    expect(told(readStructure(again))).toBe('StructTreeRoot(Document(P(0 2) Link(1 @)))')
    expect(written.filter((text) => text.includes('/StructElem'))).toHaveLength(3)
    expect(written.find((text) => text.includes('/StructTreeRoot/K'))).toContain('/RoleMap<</Em/Span>>')
  })

  it('takes few bytes for each cell of a large table', async () => {
    const rows = Array.from({length: 2000}, (_, row) => {
      const cells = Array.from({length: 5}, (__, column) => makeElement('TD', [{page: 3, mcid: row * 5 + column}]))
      return makeElement('TR', cells)
    })
    const file = makeFile()
    writeStructure(file, makeElement('StructTreeRoot', [makeElement('Document', [makeElement('Table', rows)])]), {})
    const pdf = await writePdf(file)
    expect(pdf.length / 10_000).toBeLessThan(20)
    expect(allElements(readStructure(parsePdf(pdf)))).toHaveLength(12_003)
  })

  it('leads from content, annotations and ids back to their elements', async () => {
    const file = makeFile()
    writeStructure(file, readStructure(file), {})
    const again = parsePdf(await writePdf(file))
    const elementOf = (value: PdfValue | undefined): string =>
      writeValue(again.objects.get((value as {ref: number}).ref) as PdfValue)
    const all = [...again.objects.values()].filter((object) => object instanceof Map)
    const numbers = all.find((dict) => dict.has('Nums'))?.get('Nums') as PdfValue[]
    const page = all.find((dict) => dict.get('Type') === 'Page')
    const annotation = all.find((dict) => dict.get('Type') === 'Annot')
    expect([page?.get('StructParents'), annotation?.get('StructParent')]).toEqual([0, 1])
    const list = again.objects.get((numbers[1] as {ref: number}).ref) as PdfValue[]
    expect(list.map((ref) => /\/S\/(\w+)/.exec(elementOf(ref))?.[1])).toEqual(['P', 'Link', 'P'])
    expect(elementOf(numbers[3])).toContain('/S/Link')
    const ids = all.find((dict) => dict.has('Names'))?.get('Names') as PdfValue[]
    expect(ids[0]).toEqual({bytes: 'b'})
    expect(elementOf(ids[1])).toContain('/S/Link')
  })
})
