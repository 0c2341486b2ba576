import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {definedLabels, takeDefinitions} from '../../../src/document/definitions.ts'
import {callsIn, parseBlocks, parseBody, parseInline} from '../../../src/document/markdown.ts'
import {placePositions} from '../../../src/document/place-positions.ts'
import {makeMerged, messagesOf} from '../../support/make-merged.ts'

function typesOf(tree: Node): string {
  const types: string[] = []
  visit(tree, (node) => {
    types.push(node.type)
  })
  return types.slice(1).join(' ')
}

test('a body has block directives and no text directives', () => {
  expect(typesOf(parseBody('a :b\n\n::c\n\n:::d\ne\n:::'))).toBe(
    'paragraph text leafDirective containerDirective paragraph text',
  )
})

test.each(['1. a', '# a', '- a', '> a', '***', '    a', '```', '<div>', '[a]: b', '| a |\n|--|', '::a'])(
  'in a line `%s` begins no block',
  (text) => {
    expect(typesOf(parseInline(text, new Set()))).toMatch(/^paragraph/)
    expect(typesOf(parseInline(text, new Set()))).not.toMatch(/list|heading|blockquote|thematic|code|table|definition/)
  },
)

test('calls of notes that the body defines are calls outside it', () => {
  expect(typesOf(parseInline('a[^B] [^c]', new Set(['b'])))).toBe('paragraph text footnoteReference text')
  expect(typesOf(parseBlocks('- a[^b]', new Set(['b'])))).toBe('list listItem paragraph text footnoteReference')
})

test('calls in typed text', () => {
  expect(callsIn('a[^b] \\[^c] \\\\[^d] [^e f]')).toEqual([
    {label: 'b', offset: 1},
    {label: 'd', offset: 14},
  ])
})

test('definitions are taken from wherever they stand, the first of a label', () => {
  const merged = makeMerged('> [^A]: one\n\ntext[^a]\n\n[^a]: two')
  const tree = parseBody(merged.markdown)
  placePositions(tree, merged.placeOf)
  expect([...definedLabels(tree)]).toEqual([['a', 'A']])
  const definitions = takeDefinitions(tree, merged.brief.narrative)
  expect([...definitions.keys()]).toEqual(['a'])
  expect(typesOf(tree)).toBe('blockquote paragraph text footnoteReference')
  expect(messagesOf(merged)).toEqual(['5:1 document-note-twice'])
})

test('positions become places in the file of the author', () => {
  const tree = parseBody('a\n\nb')
  placePositions(tree, (offset) => ({line: 10 + offset, column: 1}))
  expect(tree.children.map(({position}) => position?.start.line)).toEqual([10, 13])
  placePositions(tree, () => undefined)
  expect(tree.children[0]?.position).toBeUndefined()
})
