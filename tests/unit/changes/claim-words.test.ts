import {describe, expect, it} from 'vitest'
import {claimWords} from '../../../src/changes/claim-words.ts'

describe('claimWords', () => {
  it.each([
    ['Violence became more frequent, not deadlier.', ['more', 'deadlier']],
    ['Attacks rose sharply, and half of them were in Kech.', ['rose', 'sharply', 'half']],
    ['The state should act.', []],
    ['The almost moreish leadership of Falluja.', []],
  ])('finds what hangs on numbers in "%s"', (text, words) => {
    expect(claimWords(text, 'en-GB')).toEqual(words)
  })

  it('knows French, and says nothing of what it does not know', () => {
    expect(claimWords('Les attaques ont augmenté de moitié.', 'fr')).toEqual(['augmenté', 'moitié'])
    expect(claimWords('Die Zahl der Angriffe stieg.', 'de')).toEqual([])
  })
})
