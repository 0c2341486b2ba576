import {array, assert, asyncProperty, constantFrom} from 'fast-check'
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {toDocument} from '../../../src/document/to-document.ts'
import {makeMerged, makeTable} from '../../support/make-merged.ts'

// prettier-ignore
const pieces = [
  'a', ' ', '\n', '\n\n', '# ', '### ', '- ', '> ', '    ', '|', '\n|--|--|\n', '`', '```\n', '*', '[', ']', '(', ')',
  '[^a]', '[^a\\]b]', '[^A]', '[^z]', '\n\n[^a]: Note', '\n\n[^a\\]b]: x[^a]', '{#id}', '{.unnumbered}', '[](#id)', '[](#b)',
  '\n:::box[B[^a]]{#b}\n', '\n:::\n', '\n::::recommendation[R]{by="[^a]"}\n', '\n::::\n', '\n:::key-messages\n', '\n:::table\n',
  '\n\n::chart[H]{spec="c"}\n\n', '\n\n::table{data="t" calls="x/n=a"}\n\n', '::image{src="../a"}', ':x', '::', '\n\n::data-sources\n\n',
  '<b>', '</b>', '<div>', '</div>', '<table>', '<script>', '<!--', '-->', '<svg>', '&amp;', '\\', '\t', 'é', '\u202e', '\0',
]

const texts = array(constantFrom(...pieces), {maxLength: 40}).map((parts) => parts.join(''))

test('any text gives a document: none throws, no text runs, numbers follow each other, ids are unique', async () => {
  const tables = [makeTable('t', {r: {}, n: {type: 'integer'}}, [{r: 'x', n: 1}])]
  await assert(
    asyncProperty(texts, async (markdown) => {
      const merged = makeMerged(markdown, {tables, charts: {c: {title: 'x[^a]'}}})
      const document = await toDocument(merged)
      expect(document.notes.map(({number}) => number)).toEqual(document.notes.map((_, index) => index + 1))
      const {ids, names} = idsAndNames(document.body)
      expect(names.filter((name) => /script|style|iframe|svg|form/.test(name))).toEqual([])
      const isRight = merged.brief.narrative.messages.every(({fatal}) => fatal !== true)
      expect(isRight ? new Set(ids).size : ids.length).toBe(ids.length)
    }),
    {numRuns: 300, seed: 7},
  )
})

function idsAndNames(tree: Root): {ids: string[]; names: string[]} {
  const ids: string[] = []
  const names: string[] = []
  visit(tree, (node) => {
    expect(node.type).not.toBe('raw')
    if (node.type !== 'element') return
    names.push(node.tagName)
    if (node.properties.id) ids.push(node.properties.id)
  })
  return {ids, names}
}
