import {describe, expect, it} from 'vitest'
import {renumberIds} from '../../../../src/pdf/finish/renumber-ids.ts'
import {parseValue} from '../../../../src/pdf/objects/parse-value.ts'
import {writeValue} from '../../../../src/pdf/objects/write-value.ts'
import type {PdfValue} from '../../../../src/pdf/objects/values.ts'

describe('renumberIds', () => {
  it('counts ids from one in the order that they have', () => {
    const parse = (text: string): PdfValue => parseValue({text, at: 0})
    const objects = new Map([
      [1, parse('<</Headers [(node00000190) (node00000095)]>>')],
      [2, parse('<</ID (node00000095)/Alt (node 7)>>')],
    ])
    renumberIds({objects, root: 1, info: 1})
    expect([...objects.values()].map((value) => writeValue(value))).toEqual([
      '<</Headers[(node00000002) (node00000001)]>>',
      '<</ID(node00000001)/Alt(node 7)>>',
    ])
  })
})
