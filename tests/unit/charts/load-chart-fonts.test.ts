import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {loadChartFonts} from '../../../src/charts/load-chart-fonts.ts'
import type {FontFamily} from '../../../src/sources/template.ts'

const packages = new URL('../../../node_modules/', import.meta.url)
const files = {
  maybeReadPackage: async (specifier: string) => new Uint8Array(await readFile(new URL(specifier, packages))),
}
const family = (name: string, subset: string): FontFamily => ({
  family: name,
  package: `@fontsource/${name.toLowerCase().replaceAll(' ', '-')}`,
  faces: [{weight: 400, style: 'normal'}],
  subsets: [subset],
})
const families = [
  family('Source Serif 4', 'latin'),
  family('Source Sans 3', 'latin'),
  family('Noto Sans Arabic', 'arabic'),
]

test('reads the families that are named, and those for other scripts', async () => {
  const named = await loadChartFonts(families, [{font: 'Source Sans 3'}], files)
  expect(named.map((face) => face.family)).toEqual(['Source Sans 3', 'Noto Sans Arabic'])
  expect(await loadChartFonts(families, [{}], files)).toHaveLength(3)
})
