import {expect, test} from 'vitest'
import {placeNoteNumber} from '../../../../src/editions/print/print-notes.ts'
import {htmlOf} from '../../../support/html-tree.ts'
import {content} from '../sample-edition.ts'

test('puts the number into the first paragraph', () => {
  const note = content('<p>a</p><p>b</p>')
  expect(htmlOf(placeNoteNumber(7, note))).toBe('<p><span class="note-number">7</span> a</p><p>b</p>')
  expect(htmlOf(note)).toBe('<p>a</p><p>b</p>')
})

test('a note that begins with a list has its number before it', () => {
  expect(htmlOf(placeNoteNumber(7, content('<ul><li>a</li></ul>')))).toBe(
    '<p><span class="note-number">7</span></p><ul><li>a</li></ul>',
  )
})
