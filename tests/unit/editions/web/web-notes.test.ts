import {expect, test} from 'vitest'
import {markNoteCalls, placeBackLinks} from '../../../../src/editions/web/web-notes.ts'
import {wordsOf} from '../../../../src/editions/words.ts'
import {htmlOf} from '../../../support/html-tree.ts'
import {content, parse, stringify} from '../sample-edition.ts'

const words = wordsOf('en')

test('calls are marked as calls, other links are not', () => {
  const tree = parse('<p>a<sup class="note-call"><a id="call-7" href="#note-7">7</a></sup><a href="#x">x</a></p>')
  markNoteCalls(tree, words)
  expect(stringify(tree)).toBe(
    '<p>a<sup class="note-call"><a id="call-7" href="#note-7" role="doc-noteref" aria-label="Note 7">7</a></sup>' +
      '<a href="#x">x</a></p>',
  )
})

test('a note leads back to its call', () => {
  const note = {id: 'note-7', number: 7, label: 'x', content: content('<p>a</p>\n'), calls: ['call-7']}
  expect(htmlOf(placeBackLinks(note, words))).toBe(
    '<p>a <a href="#call-7" role="doc-backlink" class="back-link" aria-label="Back to the text, note 7">↑</a></p>',
  )
})

test('two calls have two links; a note that ends with a list gets a paragraph', () => {
  const note = {id: 'note-7', number: 7, label: 'x', content: content('<ul></ul>'), calls: ['call-7', 'call-7-2']}
  const html = htmlOf(placeBackLinks(note, words))
  expect(html).toContain('<ul></ul><p> <a href="#call-7" ')
  expect(html).toContain('aria-label="Back to the text, note 7, call 2">↑<sup>2</sup></a></p>')
})
