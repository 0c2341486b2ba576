import {expect, test} from 'vitest'
import {renderCitation} from '../../../src/editions/citation.ts'
import {collectShellData} from '../../../src/editions/shell-data.ts'
import {markup} from '../../../src/editions/shells.ts'
import {filled, wordsOf} from '../../../src/editions/words.ts'
import {makeDocument, makeFrontMatter, makeInput} from './sample-edition.ts'

test.each([
  ['en-GB', 'Contents'],
  ['fr-CA', 'Sommaire'],
  ['sw', 'Contents'],
  ['constructor', 'Contents'],
])('in %s the contents are called %s', (lang, contents) => {
  expect(wordsOf(lang).shell.contents).toBe(contents)
})

test('words are filled in order', () => {
  expect(filled('note {}, call {}', 7, 2)).toBe('note 7, call 2')
})

test('shells are given the words of the brief’s language', () => {
  const document = makeDocument({frontMatter: makeFrontMatter({lang: 'fr'})})
  expect(collectShellData(makeInput(document), () => markup('')).words.and).toBe('et')
})

test('a citation is in the brief’s language', () => {
  const frontMatter = makeFrontMatter({lang: 'fr', authors: [{name: 'A'}, {name: 'B'}]})
  expect(renderCitation(frontMatter, {title: 'La pluie', subtitle: 'Une note'})).toBe(
    'A et B, «\u00a0La pluie\u00a0: Une note\u00a0».',
  )
})
