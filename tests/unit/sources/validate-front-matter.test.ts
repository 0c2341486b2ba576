import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {parseNarrative} from '../../../src/sources/parse-narrative.ts'
import {validateFrontMatter} from '../../../src/sources/validate-front-matter.ts'
import {told} from '../../support/told.ts'

function validate(yaml: string) {
  const file = new VFile({path: 'content/b/brief.md', value: `---\n${yaml}\n---\n`})
  const {frontMatter} = parseNarrative(file)
  return {file, result: frontMatter && validateFrontMatter(frontMatter, file)}
}

describe('validateFrontMatter', () => {
  it('needs a title only', () => {
    const {file, result} = validate('title: A\nsubtitle:')
    expect(told(file)).toEqual([])
    expect(result).toEqual({
      title: 'A',
      authors: [],
      lang: 'en',
      keywords: [],
      abbreviations: {},
      numberSections: 2,
      template: 'policy-brief',
      options: {},
    })
  })

  it('takes authors as a name, names or maps', () => {
    expect(validate('title: A\nauthors: Ada').result?.authors).toEqual([{name: 'Ada'}])
    expect(validate('title: A\nauthors: [Ada, {name: Bob, role: Editor, email: }]').result?.authors).toEqual([
      {name: 'Ada'},
      {name: 'Bob', role: 'Editor'},
    ])
    expect(validate('title: A\nauthors: {name: Ada}').result?.authors).toEqual([{name: 'Ada'}])
  })

  it.each(['2022', '2022-10', '2022-02-28', '2024-02-29', '2000-02-29'])('takes the date %s as written', (date) => {
    expect(validate(`title: A\ndate: ${date}`).result?.date).toBe(date)
  })

  it('takes the number of a series as written', () => {
    expect(validate('title: A\nnumber: 007').result?.number).toBe('007')
  })

  it('writes the language tag as the standard does', () => {
    expect(validate('title: A\nlang: EN-gb').result?.lang).toBe('en-GB')
  })

  it.each([
    ['date: 2022-02-30', '3:7 shape-wrong-value Unexpected `2022-02-30`, expected a date that exists'],
    ['date: 2022-13', '3:7 shape-wrong-value Unexpected `2022-13`, expected a date that exists'],
    ['date: 12 May', '3:7 shape-wrong-value Unexpected `12 May`, expected a date that exists'],
    ['date: 2100-02-29', '3:7 shape-wrong-value'],
    ['date: [1]', '3:7 shape-wrong-type Unexpected list, expected a date'],
    ['lang: english language', '3:7 shape-wrong-value Unexpected `english language`, expected a language tag'],
    ['subtitle: 5', '3:11 shape-wrong-type Unexpected number, expected text'],
    ['subtitle: true', '3:11 shape-wrong-type Unexpected `true`, expected text'],
    ['authors: 5', '3:10 shape-wrong-type Unexpected number, expected a list'],
    ['authors: [5]', '3:11 shape-wrong-type Unexpected number, expected a map'],
    ['authors: [{role: x}]', '3:11 shape-missing-name Unexpected entry of `authors` without `name`'],
    [
      'authors: [{name: x, orcd: y}]',
      '3:21 shape-unknown-name Unexpected `orcd` in the entry of `authors`, expected `orcid`',
    ],
    ['authors: [{name: x, email: y}]', '3:28 shape-wrong-value Unexpected `y`, expected an address'],
    ['authors: [{name: x, orcid: "0000"}]', '3:28 shape-wrong-value Unexpected `0000`, expected an ORCID'],
    ['doi: https://x.org', '3:6 shape-wrong-value Unexpected `https://x.org`, expected a DOI'],
    ['url: example.org', '3:6 shape-wrong-value Unexpected `example.org`, expected an address'],
    ['numberSections: 4', '3:17 shape-wrong-value Unexpected `4`, expected a number from 0 to 3'],
    ['numberSections: two', '3:17 shape-wrong-type Unexpected text, expected a number from 0 to 3'],
    ['abbreviations: [a]', '3:16 shape-wrong-type Unexpected list, expected a map'],
    ['abbreviations: {UN: [x]}', '3:21 shape-wrong-type Unexpected list, expected text'],
    ['options: {paper: [a4]}', '3:18 shape-wrong-type Unexpected list, expected text, a number'],
    ['keywords: [2030]', '3:12 shape-wrong-type Unexpected number, expected text'],
    ['autors: Ada', '3:1 shape-unknown-name Unexpected `autors` in the front matter, expected `authors`'],
  ])('reports `%s`', (yaml, expected) => {
    const {file} = validate(`title: A\n${yaml}`)
    expect(told(file)).toHaveLength(1)
    expect(told(file)[0]).toContain(expected)
  })

  it('reports all mistakes at once', () => {
    expect(told(validate('titel: A\nsubtitle: 1\ndate: 1').file)).toEqual([
      '2:1 shape-unknown-name Unexpected `titel` in the front matter, expected `title`',
      '3:11 shape-wrong-type Unexpected number, expected text',
      expect.stringContaining('4:7 shape-wrong-value Unexpected `1`, expected a date that exists'),
    ])
  })

  it('reports each unknown name, and a missing one that none of them was meant to be', () => {
    expect(told(validate('licence: CC\nautor: A').file)).toEqual([
      '2:1 shape-unknown-name Unexpected `licence` in the front matter, expected `license`',
      '3:1 shape-unknown-name Unexpected `autor` in the front matter, expected `authors`',
      '2:1 shape-missing-name Unexpected front matter without `title`, expected `title`',
    ])
  })

  it('says how a date is written', () => {
    expect(validate('title: A\ndate: 31/10/2022').file.messages[0]?.note).toBe(
      'Write the date as `2022-10-31`: year, month, day.',
    )
  })

  it('reports front matter that is not a map', () => {
    expect(told(validate('- a').file)).toEqual(['2:1 shape-wrong-type Unexpected list, expected `name: value` lines'])
    expect(told(validate('').file)).toEqual([
      expect.stringContaining('shape-wrong-type Unexpected empty value, expected `name: value` lines'),
    ])
  })
})
