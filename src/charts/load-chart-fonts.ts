import type {Files} from '../effects/effects.ts'
import type {FontFamily} from '../sources/template.ts'
import {unpackFont} from '../pictures/unpack-font.ts'
import type {ChartFont} from './chart-job.ts'

/**
 * Reads those of the template's faces that the charts may use: of the families that their specs and theme name and of
 * those for scripts other than Latin, or of all when they name none. They are unpacked: measuring text and making pictures need them so.
 *
 * @throws Error when a file of a font package is missing: labels would be measured by another font
 */
export async function loadChartFonts(
  families: readonly FontFamily[],
  naming: unknown,
  {maybeReadPackage}: Pick<Files, 'maybeReadPackage'>,
): Promise<readonly ChartFont[]> {
  const said = JSON.stringify(naming)
  const named = families.filter(({family}) => said.includes(family))
  // Letters of other scripts come from whatever family has them.
  const others = families.filter((family) => !named.includes(family) && family.subsets.some(isOfOtherScript))
  const chosen = named.length > 0 ? [...named, ...others] : families
  const wanted = chosen.flatMap((family) =>
    family.subsets.flatMap((subset) => family.faces.map((face) => ({...face, family, subset}))),
  )
  return await Promise.all(
    wanted.map(async ({family, subset, weight, style}) => {
      const stem = family.package.slice(family.package.lastIndexOf('/') + 1)
      const specifier = `${family.package}/files/${stem}-${subset}-${weight}-${style}.woff`
      const data = await maybeReadPackage(specifier)
      if (data === undefined) throw new Error(`Font file ${specifier} is missing`)
      return {family: family.family, weight, style, data: unpackFont(data)}
    }),
  )
}

function isOfOtherScript(subset: string): boolean {
  return !subset.startsWith('latin')
}
