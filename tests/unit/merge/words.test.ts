import {describe, expect, it} from 'vitest'
import {mergeOne} from './merge-one.ts'

const values = {
  a: 294,
  b: 433,
  c: 294,
  ten: 10,
  twenty: 21,
  many: 27,
  six: 60,
  low: 3,
  one: 1,
  share: 34,
  most: 88,
  few: 0.4,
  nearly: 99.6,
  nought: 0,
  whole: 100,
}

describe('words that depend on numbers', () => {
  it.each([
    ['{{direction a b}} {{direction b a}} {{direction a c}}', 'rose fell was unchanged'],
    ['{{direction a b up="went up"}}', 'went up'],
    ['{{size low}} {{size ten}} {{size b}} {{size ten sharply=8}}', 'slightly markedly sharply sharply'],
    ['{{compared a b}}; {{compared b a}}; {{compared a c}}', 'fewer than; more than; as many as'],
    ['{{times ten twenty}}, {{times ten many}}, {{times six many}}', 'doubled, more than doubled, halved'],
    ['{{times ten six}}', 'grew 6-fold'],
    ['{{part share}}, {{part most}}', 'about a third, most'],
    ['{{part few}}, {{part nearly}}', 'a small part, nearly all'],
    ['{{part nought}}, {{part whole}}', 'none, all'],
    ['{{a}} {{plural a "attack" "attacks"}}, {{one}} {{plural one "attack" "attacks"}}', '294 attacks, 1 attack'],
    ['{{superlative one "highest"}}, {{superlative low "highest"}}', 'highest, third highest'],
    ['{{superlative ten "highest"}}', '10th highest'],
    ['{{#expect (gt b a)}}It rose.{{/expect}}', 'It rose.'],
  ])('%s', (text, expected) => {
    const {text: merged, said} = mergeOne(text, values, 'plain')
    expect(merged).toBe(expected)
    expect(said).toEqual([])
  })

  it.each([
    ['{{times a b}}', 'merge-helper-misused'],
    ['{{part b}}', 'merge-helper-misused'],
    ['{{direction a "x"}}', 'merge-helper-misused'],
    ['{{plural "a" "b" "c"}}', 'merge-helper-misused'],
    ['{{#expect (lt b a)}}It fell.{{/expect}}', 'merge-expectation-failed'],
    ['{{literal a}}', 'merge-helper-misused'],
  ])('%s is a mistake', (text, id) => {
    expect(mergeOne(text, values).said).toEqual([`1:1 ${id}`])
  })

  it('says which expectation failed', () => {
    const {file} = mergeOne('{{#expect (and (gt b a) (lt b 400))}}It is below 400.{{/expect}}', values)
    expect(file.messages.map(({reason}) => reason)).toEqual([
      'Unexpected sentence, expected data in which `(and (gt b a) (lt b 400))` holds',
    ])
  })

  it('says what a declared number came from', () => {
    const merged = mergeOne('{{literal "38" source="Police"}} of {{literal "about *40*"}}', values)
    expect(merged.text).toBe('&#51;8 of about &#42;40&#42;')
  })
})
