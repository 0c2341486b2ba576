import {expect, test} from 'vitest'
import {collectTranslations} from '../../../../src/editions/web/translations.ts'
import {makeDocument, makeFrontMatter} from '../sample-edition.ts'

const document = makeDocument({
  frontMatter: makeFrontMatter({translations: {fr: 'pluie', ur: 'https://ur.example.org/', 'not a tag': 'x'}}),
})

test('lead to briefs of the project and to addresses, named in their own language', () => {
  expect(collectTranslations({document})).toEqual([
    {lang: 'fr', name: 'français', href: '../pluie/index.html', address: 'pluie'},
    {lang: 'ur', name: 'اردو', href: 'https://ur.example.org/', address: 'https://ur.example.org/'},
    {lang: 'not a tag', name: 'not a tag', href: '../x/index.html', address: 'x'},
  ])
})

test('have whole addresses where that of the page is known', () => {
  const [french] = collectTranslations({document, pageUrl: 'https://example.org/briefs/rain/'})
  expect(french?.address).toBe('https://example.org/briefs/pluie/')
})
