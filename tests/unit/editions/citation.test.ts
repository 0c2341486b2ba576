import {expect, test} from 'vitest'
import {bareDoi, renderCitation} from '../../../src/editions/citation.ts'
import {makeFrontMatter} from './sample-edition.ts'

test('names author, title, series, publisher, date and DOI', () => {
  const frontMatter = makeFrontMatter({
    authors: [{name: 'Ahmed Ali'}],
    series: 'Policy Brief',
    number: '07',
    institution: 'Institute for Regional Policy',
    place: 'Islamabad',
    doi: 'https://doi.org/10.1234/pb07',
  })
  expect(renderCitation(frontMatter, {title: 'After Kabul', subtitle: 'One year on', date: '20 September 2022'})).toBe(
    'Ahmed Ali, “After Kabul: One year on”, Policy Brief 07, Institute for Regional Policy, Islamabad, ' +
      '20 September 2022, https://doi.org/10.1234/pb07.',
  )
})

test('leaves out what is not given', () => {
  expect(renderCitation(makeFrontMatter({url: 'https://x.org/07'}), {title: 'After Kabul'})).toBe(
    '“After Kabul”, https://x.org/07.',
  )
})

test('joins authors, and turns quotation marks inside the title', () => {
  const frontMatter = makeFrontMatter({authors: [{name: 'A'}, {name: 'B'}, {name: 'C'}]})
  expect(renderCitation(frontMatter, {title: 'What is “peace”?', subtitle: 'A question'})).toBe(
    'A, B and C, “What is ‘peace’? A question”.',
  )
})

test.each(['10.1/x', 'doi:10.1/x', 'https://doi.org/10.1/x', 'http://dx.doi.org/10.1/x'])('%s is 10.1/x', (doi) => {
  expect(bareDoi(doi)).toBe('10.1/x')
})
