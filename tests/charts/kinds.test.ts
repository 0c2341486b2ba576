/**
 * Charts of every kind, drawn in both directions of writing. A drawing that changes is compared with the one in
 * `drawn/`: look at it before it is accepted (`npx vitest run tests/charts -u`).
 */
import {expect, test} from 'vitest'
import {drawChart} from '../../src/charts/draw-chart.ts'
import {loadDrawingTools} from '../../src/charts/load-drawing-tools.ts'
import {listKinds, readKind} from './kind-job.ts'
import type {Language} from './kind-job.ts'

const languages: readonly Language[] = ['en', 'ur']

for (const lang of languages) {
  const tools = await loadDrawingTools((await readKind('map', lang)).fonts)
  for (const kind of await listKinds()) {
    test(`${kind}, ${lang}`, async () => {
      const result = await drawChart(await readKind(kind, lang), tools)
      expect(result).toMatchObject({warnings: []})
      await expect('svg' in result ? result.svg : '').toMatchFileSnapshot(`drawn/${kind}.${lang}.svg`)
    })
  }
}
