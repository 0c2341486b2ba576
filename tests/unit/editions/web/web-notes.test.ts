import {expect, test} from 'vitest'
import {markNoteCalls, noteAnchors, placeBackLinks} from '../../../../src/editions/web/web-notes.ts'
import {wordsOf} from '../../../../src/editions/words.ts'
import {htmlOf} from '../../../support/html-tree.ts'
import {content, parse, stringify} from '../sample-edition.ts'

const words = wordsOf('en')

test('calls are marked as calls, other links are not', () => {
  const tree = parse('<p>a<sup class="note-call"><a id="call-7" href="#note-7">7</a></sup><a href="#x">x</a></p>')
  markNoteCalls(tree, words)
  expect(stringify(tree)).toBe(
    '<p>a<sup class="note-call" id="call-7"><a href="#note-7" role="doc-noteref" aria-label="Note 7">7</a>' +
      '<button type="button" class="note-button" popovertarget="note-7" aria-label="Note 7" data-number="7" hidden>' +
      '</button></sup><a href="#x">x</a></p>',
  )
})

test('a call after the first says so', () => {
  const tree = parse('<sup class="note-call"><a id="call-7-2" href="#note-7">7</a></sup>')
  markNoteCalls(tree, words)
  expect(stringify(tree)).toContain('<sup class="note-call note-call-again" id="call-7-2">')
})

test('the styles know the call of each note and the note before it', () => {
  const notes = [1, 2].map((number) => ({
    id: `note-${number}`,
    number,
    label: 'x',
    content: [],
    calls: [`call-${number}`, `call-${number}-2`],
  }))
  expect(noteAnchors(notes).split('\n')).toEqual([
    '#call-1{anchor-name:--call-1}#note-1{anchor-name:--note-1;--call:--call-1;--previous:--none}',
    '#call-2{anchor-name:--call-2}#note-2{anchor-name:--note-2;--call:--call-2;--previous:--note-1}',
  ])
})

test('a note leads back to its call and can be closed', () => {
  const note = {id: 'note-7', number: 7, label: 'x', content: content('<p>a</p>\n'), calls: ['call-7']}
  expect(htmlOf(placeBackLinks(note, words))).toBe(
    '<p>a\u00a0<a href="#call-7" role="doc-backlink" class="back-link" aria-label="Back to the text, note 7">↑</a></p>' +
      '<button type="button" class="note-close" popovertarget="note-7" popovertargetaction="hide" ' +
      'aria-label="Close the note" hidden></button>',
  )
})

test('two calls have two links; a note that ends with a list gets a paragraph', () => {
  const note = {id: 'note-7', number: 7, label: 'x', content: content('<ul></ul>'), calls: ['call-7', 'call-7-2']}
  const html = htmlOf(placeBackLinks(note, words))
  expect(html).toContain('<ul></ul><p>\u00a0<a href="#call-7" ')
  expect(html).toContain('aria-label="Back to the text, note 7, call 2">↑<sup>2</sup></a></p>')
})
