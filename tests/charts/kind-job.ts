import {readdir, readFile} from 'node:fs/promises'
import type {ChartFont, ChartJob, JsonObject} from '../../src/charts/chart-job.ts'
import {loadMaps} from '../../src/charts/maps.ts'
import {unpackFont} from '../../src/pictures/unpack-font.ts'
import {readChartFonts, readTheme} from '../unit/charts/chart-fonts.ts'
import {translated} from './urdu.ts'

const PACKAGES = new URL('../../node_modules/', import.meta.url)
const KINDS = new URL('kinds/', import.meta.url)

export type Language = 'en' | 'ur'

/** The kinds of charts that briefs hold: a spec for each. */
export async function listKinds(): Promise<readonly string[]> {
  const files = await readdir(KINDS)
  return files.map((file) => file.replace('.vl.json', '')).toSorted()
}

/** The job of a kind, as the first template makes it; in Urdu with Arabic letters beside the Latin ones. */
export async function readKind(kind: string, lang: Language): Promise<ChartJob> {
  const read = async (url: URL): Promise<JsonObject> => JSON.parse(await readFile(url, 'utf8')) as JsonObject
  const spec = await read(new URL(`${kind}.vl.json`, KINDS))
  const tables = (await read(new URL('data.json', import.meta.url))) as ChartJob['tables']
  const theme = await readTheme()
  const maps = await loadMaps([spec], {
    maybeReadPackage: async (specifier) => new Uint8Array(await readFile(new URL(specifier, PACKAGES))),
  })
  const latin = {key: kind, maps, titles: {}, lang, width: 500}
  if (lang === 'en') return {...latin, spec, tables, theme, fonts: await readChartFonts()}
  return {
    ...latin,
    spec: translated(spec),
    tables: translated(tables),
    theme: withFont(theme, 'Source Sans 3, Noto Sans Arabic'),
    fonts: [...(await readChartFonts()), ...(await readArabicFonts())],
  }
}

async function readArabicFonts(): Promise<readonly ChartFont[]> {
  return await Promise.all(
    [400, 600].map(async (weight): Promise<ChartFont> => {
      const file = `@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff`
      const data = unpackFont(await readFile(new URL(file, PACKAGES)))
      return {family: 'Noto Sans Arabic', weight, style: 'normal', data}
    }),
  )
}

/** A theme with another font wherever it says one. */
function withFont(theme: JsonObject, font: string): JsonObject {
  return JSON.parse(JSON.stringify(theme), (name, value: unknown) =>
    /font$/i.test(name) && typeof value === 'string' ? font : value,
  ) as JsonObject
}
