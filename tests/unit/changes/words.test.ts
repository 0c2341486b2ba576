import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {likenessOf, markWords} from '../../../src/changes/words.ts'

/** Marks as an author would type them: `[-old-]{+new+}`. */
function typed(before: string, after: string): string {
  return markWords(before, after)
    .map(({kind, text}) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

describe('markWords', () => {
  it('marks whole numbers with their signs and units', () => {
    expect(typed('Attacks rose by 51% to 1,433.', 'Attacks fell by 8% to 1,401.')).toBe(
      'Attacks [-rose-]{+fell+} by [-51%-]{+8%+} to [-1,433-]{+1,401+}.',
    )
    expect(typed('a change of +79', 'a change of −4.5')).toBe('a change of [-+79-]{+−4.5+}')
  })

  it('takes a space between changed words with them', () => {
    expect(typed('most of it went', 'little from it went')).toBe('[-most of-]{+little from+} it went')
  })

  it('goes by character where there are no spaces', () => {
    expect(typed('降雨量增加', '降雨量减少')).toBe('降雨量[-增加-]{+减少+}')
  })

  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '1,2', '.', '%', ' b', 'é'), {maxLength: 12})
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')]
        const marks = markWords(before, after)
        const side = (other: string): string =>
          marks
            .filter(({kind}) => kind !== other)
            .map((mark) => mark.text)
            .join('')
        expect([side('added'), side('removed')]).toEqual([before, after])
      }),
    )
  })
})

describe('likenessOf', () => {
  it('counts shared words', () => {
    expect(likenessOf('one two three', 'One, two three.')).toBe(1)
    expect(likenessOf('one two', 'three four')).toBe(0)
    expect(likenessOf('', '')).toBe(1)
  })
})
