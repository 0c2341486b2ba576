import {expect, test} from 'vitest'
import {collectFonts, fontsAsData, fontsAsFiles} from '../../../src/editions/fonts.ts'
import {shortHash} from '../../../src/hash.ts'
import type {FontFamily} from '../../../src/sources/template.ts'
import {readPackage} from './sample-edition.ts'

const serif: FontFamily = {
  family: 'Source Serif 4',
  package: '@fontsource/source-serif-4',
  faces: [{weight: 400, style: 'normal'}],
  subsets: ['latin', 'latin-ext'],
}

test('takes only the subsets that the text needs', async () => {
  expect(await namesFor('After Kabul: 52% − “x”\n')).toEqual(['source-serif-4-latin-400-normal'])
  expect(await namesFor('Kraków, Łódź')).toEqual([
    'source-serif-4-latin-400-normal',
    'source-serif-4-latin-ext-400-normal',
  ])
})

test('a character that two subsets hold takes the one that is there already', async () => {
  expect(await namesFor('e\u0304')).toEqual(['source-serif-4-latin-400-normal'])
})

test('names the characters that no subset has', async () => {
  const {uncovered} = await collectFonts('a → 中', [serif], readPackage)
  expect(uncovered).toEqual(['→', '中'])
})

test('a character that one family has is covered, and so is one that leaves no mark', async () => {
  const latin = {...serif, subsets: ['latin']}
  expect((await collectFonts('ł', [latin], readPackage)).uncovered).toEqual(['ł'])
  expect((await collectFonts('ł', [latin, serif], readPackage)).uncovered).toEqual([])
  expect((await collectFonts('\u3000\ufe0f\u{e0020}', [latin], readPackage)).uncovered).toEqual([])
})

test('puts the fonts into the styles', async () => {
  const {faces} = await collectFonts('a', [serif], readPackage)
  expect(fontsAsData(faces)).toMatch(
    /^@font-face \{ font-family: "Source Serif 4"; font-weight: 400; .*url\("data:font\/woff2;base64,d09GMg.*U\+0000-00FF, /,
  )
})

test('puts the fonts beside the page', async () => {
  const {faces} = await collectFonts('a', [serif], readPackage)
  const {css, files} = fontsAsFiles(faces)
  const path = `assets/fonts/source-serif-4-latin-400-normal.${shortHash(faces[0]?.bytes ?? '')}.woff2`
  expect(css).toContain(`url("${path}")`)
  expect(files.map((file) => file.path)).toEqual([path])
})

test('a missing file is an error', async () => {
  const faces = [{weight: 450, style: 'normal'}] as const
  await expect(collectFonts('a', [{...serif, faces}], readPackage)).rejects.toThrow('latin-450-normal.woff2 is missing')
})

test('an unknown subset is an error', async () => {
  await expect(collectFonts('a', [{...serif, subsets: ['latin-2']}], readPackage)).rejects.toThrow('no subset latin-2')
})

async function namesFor(text: string): Promise<string[]> {
  const {faces} = await collectFonts(text, [serif], readPackage)
  return faces.map(({name}) => name)
}
