import {expect, test} from 'vitest'
import {composeAlt} from '../../../src/charts/compose-alt.ts'
import {samples} from './samples.ts'

function altOf(name: string, titles: Readonly<Record<string, string>> = {}): string {
  const {spec, tables} = samples[name] ?? {spec: {}, tables: {}}
  return composeAlt({spec, tables, titles, lang: 'en'})
}

test.each([
  [
    'grouped-bars',
    'Bar chart of attacks by region. 8 values, from 6 (Punjab & Islamabad) to 156 (Khyber Pakhtunkhwa).',
  ],
  ['columns', 'Bar chart of change by region. 4 values, from −2 (Sindh) to 69 (Khyber Pakhtunkhwa).'],
  ['nulls', 'Line chart of per cent by year. 3 values, from 3.5 (2018) to 4.9 (2021).'],
  [
    'facet',
    'Small multiples, each an area chart of number by month. 48 values, from 12 (2021-01-01) to 50 (2022-03-01).',
  ],
  ['no-rows', 'Bar chart of attacks by region.'],
  ['row-facets', 'Small multiples, each a bar chart of number by month.'],
])('describes %s', (name, alt) => {
  expect(altOf(name)).toBe(alt)
})

test('calls fields by their columns, and keeps abbreviations', () => {
  expect(altOf('no-rows', {attacks: 'Attacks by the TTP', region: 'UN region'})).toBe(
    'Bar chart of attacks by the TTP by UN region.',
  )
})

test('says little of a spec that says little', () => {
  expect(composeAlt({spec: {}, tables: {}, titles: {}, lang: 'en'})).toBe('Chart.')
})
