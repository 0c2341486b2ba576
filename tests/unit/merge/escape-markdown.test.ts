import * as fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {escapeCode, escapeMarkdown} from '../../../src/merge/escape-markdown.ts'
import {mergeOne} from './merge-one.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)
const ascii = fc.string({
  unit: fc.integer({min: 0x20, max: 0x7e}).map((code) => String.fromCharCode(code)),
  minLength: 1,
})
const tricky = fc
  .array(
    fc.constantFrom(
      '1. ',
      '- ',
      '# ',
      '> ',
      '***',
      '__',
      '`',
      '[x](y)',
      '![',
      '|',
      '<b>',
      '&amp;',
      '\\',
      ':a[b]{c}',
      '::x',
      '~~',
      'www.a.org',
      'http://a.org',
      'a@b.org',
      '[^1]',
      '$$',
      '{',
      '}',
      '"',
      "'",
      '=',
      '---',
      ' ',
      'x',
      '5',
      '.',
      '−',
      '–',
      'é',
      '\n',
    ),
    {minLength: 1, maxLength: 8},
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(ascii, tricky)

function read(markdown: string): string {
  return toString(parser.parse(markdown))
}

function shown(value: string): string {
  return value.replaceAll('\n', ' ')
}

test('a value reads as its own text within a line', () => {
  fc.assert(
    fc.property(anyText, (x) => {
      expect(read(mergeOne('Before {{x}} after.', {x}).text)).toBe(`Before ${shown(x)} after.`)
    }),
    {numRuns: 500},
  )
})

test('a value that begins a line begins no block', () => {
  fc.assert(
    fc.property(anyText, (x) => {
      const tree = parser.parse(mergeOne('{{x}} after', {x}).text)
      expect(tree.children.map((child) => child.type)).toEqual(['paragraph'])
      expect(toString(tree)).toBe(`${shown(x)} after`)
    }),
    {numRuns: 500},
  )
})

test('a value reads as its own text alone in a list item, a quote, a heading and a table cell', () => {
  fc.assert(
    fc.property(anyText, (x) => {
      expect(read(mergeOne('- {{x}}', {x}).text)).toBe(shown(x))
      expect(read(mergeOne('> {{x}}. z', {x}).text)).toBe(`${shown(x)}. z`)
      expect(read(mergeOne('# {{x}}', {x}).text)).toBe(shown(x))
      expect(read(mergeOne('| a |\n| - |\n| {{x}} |\n', {x}).text)).toBe(`a${shown(x)}`)
      expect(read(mergeOne('[{{x}}](#a) *{{x}}*', {x}).text)).toContain(shown(x))
    }),
    {numRuns: 200},
  )
})

test('a value reads as its own text in the label and the attributes of a directive', () => {
  fc.assert(
    fc.property(anyText, (x) => {
      const tree = parser.parse(mergeOne(`::chart[Of {{x}} now]{#a alt="{{x}}" note='{{x}}'}`, {x}).text)
      let found: unknown
      visit(tree, 'leafDirective', (node) => {
        found = {...node.attributes, label: toString(node)}
      })
      expect(found).toEqual({id: 'a', alt: shown(x), note: shown(x), label: `Of ${shown(x)} now`})
    }),
    {numRuns: 300},
  )
})

test('keeps numbers as they are within a line', () => {
  expect(escapeMarkdown('1,234.5', 'About ')).toBe('1,234.5')
  expect(escapeMarkdown('52%', 'About ')).toBe('52%')
  expect(escapeMarkdown('−3.5 to 5–7', 'a')).toBe('−3.5 to 5–7')
  expect(escapeMarkdown('250. x', '')).toBe('&#50;50&#46; x')
})

test('code keeps its characters but cannot end', () => {
  expect(escapeCode('a*b\nc`d~')).toBe('a*b cˋd∼')
  fc.assert(
    fc.property(anyText, (x) => {
      const inline = parser.parse(mergeOne('a `b {{x}} c` d', {x}).text)
      expect(toString(inline)).toBe(`a b ${escapeCode(x)} c d`)
      const fenced = parser.parse(mergeOne('~~~\n{{x}}\n~~~\n\nd', {x}).text)
      expect(fenced.children.map((child) => child.type)).toEqual(['code', 'paragraph'])
    }),
  )
})
