import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {placeBreakHints} from '../../../../src/editions/print/break-hints.ts'
import {parse} from '../sample-edition.ts'

test.each([
  ['<h2>A</h2><p>b</p>', ['h2 keep-next']],
  ['<figure><figcaption><p>a</p></figcaption></figure>', ['figure whole']],
  ['<aside class="box"><p>a</p></aside>', ['aside box']],
  ['<p>These are:</p><ul><li>a</li></ul><p>b:</p>', ['p keep-next']],
  ['<p>These are.</p><ul><li>a</li></ul>', []],
  [
    '<div class="recommendation"><p class="recommendation-title">a</p><p class="recommendation-meta">b</p><p>c</p></div>',
    ['p keep-next', 'p keep-next'],
  ],
])('%s', (html, hints) => {
  expect(hintsOf(html)).toEqual(hints)
})

test('keeps rows whole, the head with the first row, and the last rows with the lines below', () => {
  const rows = '<tr><td>1</td></tr>'.repeat(4)
  const table = `<table><caption>c</caption><thead><tr><th>h</th></tr></thead><tbody>${rows}</tbody></table>`
  expect(
    hintsOf(`<div class="table-figure">${table}<p class="note-line">n</p><p class="source-line">s</p></div>`),
  ).toEqual([
    'caption keep-next',
    'tr whole keep-next',
    'tr whole keep-next',
    'tr whole',
    'tr whole keep-next',
    'tr whole keep-next',
    'p keep-next',
  ])
  expect(hintsOf(table).slice(-4)).toEqual(['tr whole keep-next', 'tr whole', 'tr whole keep-next', 'tr whole'])
})

function hintsOf(html: string): string[] {
  const tree = parse(html)
  placeBreakHints(tree)
  const hints: string[] = []
  visit(tree, 'element', (node) => {
    const {dataBreak} = node.properties
    if (typeof dataBreak === 'string') hints.push(`${node.tagName} ${dataBreak}`)
  })
  return hints
}
