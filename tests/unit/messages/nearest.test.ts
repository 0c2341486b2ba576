import {describe, expect, it} from 'vitest'
import {editDistance} from '../../../src/messages/edit-distance.ts'
import {listed, nearest} from '../../../src/messages/nearest.ts'

describe('nearest', () => {
  it('takes a swap of neighbours for one slip', () => {
    expect(nearest('tow', ['one', 'two', 'three'])).toEqual(['two'])
  })

  it('minds no capitals, and gives the same name once', () => {
    expect(nearest('TITLE', ['title', 'title'])).toEqual(['title'])
  })

  it('leaves out names that are twice as far as the best', () => {
    expect(nearest('titel', ['title', 'table', 'date'])).toEqual(['title'])
    expect(nearest('abcd', ['abxy', 'abxyz', 'abcdef'])).toEqual(['abcdef', 'abxy'])
  })

  it('gives at most three, and none that is too far', () => {
    expect(nearest('a1', ['a2', 'a3', 'a4', 'a5'])).toEqual(['a2', 'a3', 'a4'])
    expect(nearest('rain', ['attacks'])).toEqual([])
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
    ['rain', 'rian', 1],
  ])('of %j and %j is %i', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits)
  })
})

describe('listed', () => {
  it('names each once', () => {
    expect(listed(['rain', 'rain', 'snow'])).toBe('`rain` or `snow`')
  })
})
