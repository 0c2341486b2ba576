import {loadChartFonts} from '../charts/load-chart-fonts.ts'
import type {Effects} from '../effects/effects.ts'
import type {Drawing} from '../model/document.ts'
import type {FontFamily} from '../sources/template.ts'
import type {PictureFont} from './picture-job.ts'

/** Pixels for each CSS px: sharp on the screens of today. */
const SCALE = 2

export interface PictureEffects {
  readonly files: Pick<Effects['files'], 'maybeReadPackage'>
  readonly pictures: Pick<Effects['pictures'], 'rasterise'>
  readonly cache: Pick<Effects['cache'], 'maybeGet' | 'keep'>
}

/** PNG of drawings on white, by their keys. Pictures that were made before are taken from the cache. */
export async function makePictures(
  drawings: ReadonlyMap<string, Drawing>,
  families: readonly FontFamily[],
  effects: PictureEffects,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = [...drawings.values()]
  if (all.length === 0) return new Map()
  const svgs = all.map(({svg}) => svg)
  const fonts = await loadChartFonts(families, svgs, effects.files)
  const kept = await Promise.all(svgs.map((svg) => effects.cache.maybeGet(keyOf(svg, fonts))))
  const missing = svgs.filter((_, index) => kept[index] === undefined)
  const made = await effects.pictures.rasterise(
    missing.map((svg) => ({svg, fonts, scale: SCALE, background: '#ffffff'})),
  )
  for (const [index, png] of made.entries()) effects.cache.keep(keyOf(missing[index] ?? '', fonts), png)
  const pictures = new Map(missing.map((svg, index) => [svg, made[index]]))
  return new Map(
    all.flatMap(({key, svg}, index) => {
      const png = kept[index] ?? pictures.get(svg)
      return png === undefined ? [] : [[key, png]]
    }),
  )
}

function keyOf(svg: string, fonts: readonly PictureFont[]) {
  const faces = fonts.flatMap(({family, weight, style, data}) => [`${family} ${weight} ${style}`, data])
  return {kind: 'picture', parts: [svg, String(SCALE), ...faces]}
}
