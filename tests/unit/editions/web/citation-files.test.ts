import {expect, test} from 'vitest'
import {writeCitations} from '../../../../src/editions/web/citation-files.ts'
import {splitName} from '../../../../src/editions/web/person-name.ts'
import {makeFrontMatter} from '../sample-edition.ts'

const frontMatter = makeFrontMatter({
  authors: [{name: 'Ursula von der Berg'}, {name: 'Institute of Water'}],
  date: '2022-09-20',
  institution: 'Peace & Co.',
  place: 'Aden',
  series: 'Policy Brief',
  number: '07',
  doi: 'https://doi.org/10.1234/x_y',
  keywords: ['rain', 'storage'],
})
const cited = {name: 'rain', title: '100% rain', subtitle: 'A {new} year', frontMatter, url: undefined}
const [bibtex = '', ris = '', csl = ''] = writeCitations(cited).map(({file}) => String(file.content))

test('BibTeX keeps capitals, escapes what TeX would read, and knows whole names', () => {
  expect(bibtex).toBe(
    [
      '@techreport{rain2022,',
      String.raw`  title = {{100\% rain: A new year}},`,
      '  author = {von der Berg, Ursula and {Institute of Water}},',
      String.raw`  institution = {Peace \& Co.},`,
      '  type = {Policy Brief},',
      '  number = {07},',
      '  address = {Aden},',
      '  year = {2022},',
      '  month = {9},',
      '  date = {2022-09-20},',
      '  doi = {10.1234/x_y},',
      '  url = {https://doi.org/10.1234/x_y},',
      '  langid = {en},',
      '  keywords = {rain, storage},',
      '}',
      '',
    ].join('\n'),
  )
})

test('RIS has a line for each author and keyword, and ends', () => {
  const lines = ris.split('\r\n')
  expect(lines[0]).toBe('TY  - RPRT')
  expect(lines).toEqual(
    expect.arrayContaining([
      'AU  - von der Berg, Ursula',
      'AU  - Institute of Water',
      'DA  - 2022/09/20/',
      'KW  - storage',
    ]),
  )
  expect(lines.slice(-2)).toEqual(['ER  - ', ''])
})

test('CSL-JSON has names and dates in parts', () => {
  expect(JSON.parse(csl)).toEqual([
    expect.objectContaining({
      type: 'report',
      author: [{family: 'von der Berg', given: 'Ursula'}, {literal: 'Institute of Water'}],
      issued: {'date-parts': [[2022, 9, 20]]},
      DOI: '10.1234/x_y',
    }),
  ])
})

test('a brief without authors is by its institution, and one without anything has a title', () => {
  const bare = {...cited, frontMatter: makeFrontMatter({institution: 'Peace'})}
  expect(writeCitations(bare)[0]?.file.content).toContain('author = {{Peace}}')
  const nothing = {...cited, subtitle: undefined, frontMatter: makeFrontMatter()}
  expect(writeCitations(nothing).map(({file}) => file.content)).toEqual([
    String.raw`@techreport{rain,${'\n'}  title = {{100\% rain}},${'\n'}  langid = {en},${'\n'}}${'\n'}`,
    'TY  - RPRT\r\nTI  - 100% rain\r\nLA  - en\r\nER  - \r\n',
    expect.stringContaining('"author": []'),
  ])
})

test('the page is the address to cite where it is known', () => {
  const known = writeCitations({...cited, url: 'https://example.org/rain/'})
  expect(known[1]?.file.content).toContain('UR  - https://example.org/rain/\r\n')
})

test.each([
  ['Ahmed Ali', {family: 'Ali', given: 'Ahmed'}],
  ['Ali, Ahmed', {family: 'Ali', given: 'Ahmed'}],
  ['van Dyk', {family: 'Dyk', given: 'van'}],
  ['Muhammad bin Salman', {family: 'bin Salman', given: 'Muhammad'}],
  ['Plato', {literal: 'Plato'}],
  ['UN Security Council', {literal: 'UN Security Council'}],
])('%s', (name, parts) => {
  expect(splitName(name, 'Peace')).toEqual(parts)
})
