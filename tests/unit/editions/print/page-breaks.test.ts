import {expect, test} from 'vitest'
import {takePageBreaks} from '../../../../src/editions/print/page-breaks.ts'
import {placePageReferences} from '../../../../src/editions/print/page-references.ts'
import {dropPages} from '../../../../src/editions/web/drop-pages.ts'
import {wordsOf} from '../../../../src/editions/words.ts'
import {htmlOf} from '../../../support/html-tree.ts'
import {parse} from '../sample-edition.ts'

const broken = '<p>a</p><div class="page-break"></div><p>b</p><div><div class="page-break"></div></div><p>c</p>'

test('what follows a page break begins a page, wherever the break stands', () => {
  const tree = parse(broken)
  takePageBreaks(tree)
  expect(htmlOf(tree)).toBe('<p>a</p><p data-break="before">b</p><div></div><p data-break="before">c</p>')
})

test('references to pages are written in the language of the brief', () => {
  const tree = parse('<p><a class="page-reference" href="#x"></a></p>')
  placePageReferences(tree, wordsOf('fr'))
  expect(htmlOf(tree)).toBe(
    '<p><a class="page-reference" href="#x">à la page\u00a0<span class="page-of" data-page-of="x"></span></a></p>',
  )
})

test('the web has no pages', () => {
  const tree = parse(`${broken}<p>Table 1 <a class="page-reference" href="#x"></a>.</p>`)
  dropPages(tree)
  expect(htmlOf(tree)).toBe('<p>a</p><p>b</p><div></div><p>c</p><p>Table 1.</p>')
})
