import {describe, expect, it} from 'vitest'
import {createNear} from '../../../src/effects/near-cache.ts'

const four = (value: number): Uint8Array => new Uint8Array(4).fill(value)

describe('createNear', () => {
  it('keeps what fits, and lets go what was kept longest ago', () => {
    const near = createNear(10)
    near.keep('a', four(1))
    near.keep('b', four(2))
    near.keep('a', four(3))
    near.keep('c', four(4))
    expect(near.maybeGet('a')).toEqual(four(3))
    expect(near.maybeGet('b')).toBeUndefined()
    expect(near.maybeGet('c')).toEqual(four(4))
  })

  it('keeps nothing that is longer than all of it', () => {
    const near = createNear(3)
    near.keep('a', four(1))
    expect(near.maybeGet('a')).toBeUndefined()
  })
})
