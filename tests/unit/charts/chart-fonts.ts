import {readFile} from 'node:fs/promises'
import {unpackFont} from '../../../src/pictures/unpack-font.ts'
import type {ChartFont, ChartJob, JsonObject} from '../../../src/charts/chart-job.ts'

const FILES = new URL('../../../node_modules/@fontsource/source-sans-3/files/', import.meta.url)
const THEME = new URL('../../../templates/policy-brief/charts.json', import.meta.url)

/** The faces that the first template's charts use. */
export async function readChartFonts(): Promise<readonly ChartFont[]> {
  const faces = [400, 600].flatMap((weight) => ['latin', 'latin-ext'].map((subset) => ({weight, subset})))
  return await Promise.all(
    faces.map(async ({weight, subset}): Promise<ChartFont> => {
      const data = await readFile(new URL(`source-sans-3-${subset}-${weight}-normal.woff`, FILES))
      return {family: 'Source Sans 3', weight, style: 'normal', data: unpackFont(data)}
    }),
  )
}

/** The first template's look, as it is where a brief asks for no patterns. */
export async function readTheme(): Promise<JsonObject> {
  const {patterns: _, ...theme} = JSON.parse(await readFile(THEME, 'utf8')) as JsonObject
  return theme
}

/** A job as the first template makes it, with something to draw when nothing is said. */
export async function makeJob(part: Partial<ChartJob> = {}): Promise<ChartJob> {
  return {
    key: 'fig-test',
    spec: {
      data: {name: 'rows'},
      mark: 'bar',
      encoding: {y: {field: 'name', type: 'nominal'}, x: {field: 'size', type: 'quantitative'}},
    },
    tables: {
      rows: [
        {name: 'First', size: 3},
        {name: 'Second', size: 5},
      ],
    },
    titles: {},
    theme: await readTheme(),
    fonts: await readChartFonts(),
    lang: 'en',
    width: 500,
    ...part,
  }
}
