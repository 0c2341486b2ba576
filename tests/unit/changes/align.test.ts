import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {align, type Step} from '../../../src/changes/align.ts'
import {pairUp} from '../../../src/changes/pair-up.ts'

const same = (text: string): string => text

function sides<Item>(steps: readonly Step<Item>[]): {before: Item[]; after: Item[]} {
  return {
    before: steps.flatMap((step) => ('before' in step ? [step.before] : [])),
    after: steps.flatMap((step) => ('after' in step ? [step.after] : [])),
  }
}

/** The length of a longest common subsequence, by the plain recursive way. */
function longestCommon([a, ...restOfA]: readonly string[], [b, ...restOfB]: readonly string[]): number {
  if (a === undefined || b === undefined) return 0
  if (a === b) return 1 + longestCommon(restOfA, restOfB)
  return Math.max(longestCommon(restOfA, [b, ...restOfB]), longestCommon([a, ...restOfA], restOfB))
}

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), {maxLength: 9})

describe('align', () => {
  it('says nothing changed where nothing did', () => {
    expect(align(['a', 'b'], ['a', 'b'], same).every(({kind}) => kind === 'same')).toBe(true)
  })

  it('keeps both sequences in order, and as much of them as can be kept', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const steps = align(before, after, same)
        expect(sides(steps)).toEqual({before, after})
        expect(steps.filter(({kind}) => kind === 'same')).toHaveLength(longestCommon(before, after))
        expect(steps.every((step) => step.kind !== 'same' || step.before === step.after)).toBe(true)
      }),
    )
  })

  it('replaces all of what has thousands of differences', () => {
    const before = Array.from({length: 4000}, (_, index) => `a${index}`)
    const after = Array.from({length: 4000}, (_, index) => `b${index}`)
    expect(sides(align(['x', ...before, 'y'], ['x', ...after, 'y'], same)).after).toEqual(['x', ...after, 'y'])
  })
})

describe('pairUp', () => {
  const likeness = (a: string, b: string): number => (a.charAt(0) === b.charAt(0) ? 1 : 0)

  it('pairs what is alike, in order', () => {
    const steps = pairUp(align(['a1', 'b1', 'c1'], ['b2', 'x2', 'c2'], same), likeness)
    expect(steps).toEqual([
      {kind: 'removed', before: 'a1'},
      {kind: 'changed', before: 'b1', after: 'b2'},
      {kind: 'added', after: 'x2'},
      {kind: 'changed', before: 'c1', after: 'c2'},
    ])
  })

  it('loses nothing and keeps the order', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const [before, after] = [a.map((each, index) => `${each}${index}`), b.map((each, index) => `${each}-${index}`)]
        expect(sides(pairUp(align(before, after, same), likeness))).toEqual({before, after})
      }),
    )
  })
})
