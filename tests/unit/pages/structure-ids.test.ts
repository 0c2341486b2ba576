import {describe, expect, it} from 'vitest'
import {renumberIds} from '../../../src/pages/structure-ids.ts'

describe('renumberIds', () => {
  it('counts ids from one in the order that they have', () => {
    const objects = new Map([
      [1, Buffer.from('<</Headers [(node00000190) (node00000095)]>>')],
      [2, Buffer.from('<</ID (node00000095)>>')],
      [3, Buffer.from('<</Length 14>> stream\n(node00000007)\nendstream')],
    ])
    renumberIds(objects)
    expect([...objects.values()].map(String)).toEqual([
      '<</Headers [(node00000002) (node00000001)]>>',
      '<</ID (node00000001)>>',
      '<</Length 14>> stream\n(node00000007)\nendstream',
    ])
  })
})
