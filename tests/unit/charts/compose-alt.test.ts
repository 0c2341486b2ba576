import {expect, test} from 'vitest'
import {composeAlt, composeDescription} from '../../../src/charts/compose-alt.ts'
import type {AltInput} from '../../../src/charts/compose-alt.ts'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../../src/charts/load-drawing-tools.ts'
import {listKinds, readKind} from '../../charts/kind-job.ts'
import {makeJob, readChartFonts} from './chart-fonts.ts'
import {samples} from './samples.ts'

const tools = await loadDrawingTools(await readChartFonts())

async function inputOf(name: string, titles: AltInput['titles'] = {}): Promise<AltInput> {
  const {spec, tables} = samples[name] ?? {spec: {}, tables: {}}
  const result = await drawChart(await makeJob({spec, tables}), tools)
  return {spec, rows: 'svg' in result ? result.rows : [], titles, lang: 'en'}
}

async function altOf(name: string, titles: AltInput['titles'] = {}): Promise<string> {
  return composeAlt(await inputOf(name, titles))
}

test.each([
  [
    'grouped-bars',
    'Bar chart of attacks by region and period. 8 values, from 6 (2021–22, Punjab & Islamabad) to 156 (2021–22, Khyber Pakhtunkhwa).',
  ],
  ['columns', 'Bar chart of change by region. 4 values, from −2 (Sindh) to 69 (Khyber Pakhtunkhwa).'],
  [
    'nulls',
    'Line chart of per cent by year. 3 values, from 3.5 (2018) to 4.9 (2021). Rises from 3.5 (2018) to 4.9 (2021).',
  ],
  [
    'facet',
    'Small multiples, each an area chart of number by month and kind. 48 values, from 12 (Attacks, January 2021) to 50 (Killed, March 2022).',
  ],
  ['no-rows', 'Bar chart of attacks by region.'],
  [
    'row-facets',
    'Small multiples, each a bar chart of number by month and kind. 18 values, from 24 (Attacks, July 2022) to 133 (Killed, January 2022).',
  ],
])('describes %s', async (name, alt) => {
  expect(await altOf(name)).toBe(alt)
})

test('calls fields by their columns, and keeps abbreviations', async () => {
  expect(await altOf('no-rows', {attacks: 'Attacks by the TTP', region: 'UN region'})).toBe(
    'Bar chart of attacks by the TTP by UN region.',
  )
})

test('says little of a spec that says little', () => {
  expect(composeAlt({spec: {}, rows: [], titles: {}, lang: 'en'})).toBe('Chart.')
})

test('tells what charts of every kind show, in both languages', async () => {
  const texts: string[] = []
  for (const lang of ['en', 'ur'] as const) {
    for (const kind of await listKinds()) {
      const job = await readKind(kind, lang)
      const result = await drawChart(job, await loadDrawingTools(job.fonts))
      const input = {spec: job.spec, rows: 'svg' in result ? result.rows : [], titles: job.titles, lang}
      texts.push(`${kind}, ${lang}\n  ${composeAlt(input)}\n  ${composeDescription(input)}\n`)
    }
  }
  await expect(texts.join('\n')).toMatchFileSnapshot('../../charts/drawn/texts.txt')
})
