/**
 * Charts of all sorts, drawn on the thread that draws a brief's charts: each is drawn, or fails with a message; none
 * hangs. What becomes of each is compared with `drawn/corpus.txt`.
 */
import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import type {ChartResult} from '../../src/charts/chart-job.ts'
import {loadMaps} from '../../src/charts/maps.ts'
import {createChartDoor} from '../../src/effects/charts.ts'
import {readChartFonts, readTheme} from '../unit/charts/chart-fonts.ts'
import {corpus, tables} from './corpus.ts'

test('draws each chart of the corpus, or says why it cannot', async () => {
  const specs = Object.entries(corpus)
  expect(specs.length).toBeGreaterThan(60)
  const packages = new URL('../../node_modules/', import.meta.url)
  const maps = await loadMaps(Object.values(corpus), {
    maybeReadPackage: async (specifier) => new Uint8Array(await readFile(new URL(specifier, packages))),
  })
  const look = {
    maps,
    tables,
    titles: {},
    theme: await readTheme(),
    fonts: await readChartFonts(),
    lang: 'en',
    width: 500,
  }
  const charts = createChartDoor(5000)
  try {
    const results = await charts.draw(specs.map(([key, spec]) => ({key, spec, ...look})))
    await expect(results.map((result) => told(result as ChartResult)).join('')).toMatchFileSnapshot('drawn/corpus.txt')
  } finally {
    await charts.close()
  }
})

function told(result: ChartResult): string {
  // Whether its marks are counted before its time is over depends on the machine: it is stopped either way.
  if (result.key === 'a million marks' && 'problem' in result && /^(marks|hangs)$/.test(result.problem.kind))
    return `${result.key}\n  stopped at a limit\n`
  if ('problem' in result) return `${result.key}\n  ${result.problem.kind}: ${result.problem.detail}\n`
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(result.svg) ?? []
  const marks = result.svg.match(/<(?:path|text|line|rect)\b/g)?.length ?? 0
  const warnings = result.warnings.map(({kind, detail}) => `  ${kind}: ${detail}\n`)
  return `${result.key}\n  ${Math.round(Number(width))} x ${Math.round(Number(height))}, ${marks} shapes and texts\n${warnings.join('')}`
}
