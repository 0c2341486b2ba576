import type {VFile} from 'vfile'
import type {Files} from '../effects/effects.ts'
import {namedData} from './named-data.ts'
import type {JsonObject} from './chart-job.ts'

/** Texts of TopoJSON files by the addresses that charts name them with. */
export type Maps = Readonly<Record<string, string>>

/** An address of a map: the one by which any Vega-Lite editor finds it. Here it names a file of an installed package. */
const ADDRESS =
  /^https:\/\/cdn\.jsdelivr\.net\/npm\/(world-atlas)(?:@[\d.]+)?\/((?:countries|land)-(?:10|50|110)m\.json)$/

/** The file that the address of a map stands for, as a package specifier. */
export function maybeMapFile(address: string): string | undefined {
  const [, name, file] = ADDRESS.exec(address) ?? []
  return file === undefined ? undefined : `${name}/${file}`
}

/** Maps of a brief's own by file name: see Brief. */
export type OwnMaps = ReadonlyMap<string, VFile> | undefined

/** Whether a chart may draw what stands at an address: a map that is installed, or a file beside the chart. */
export function isMapAddress(address: string, own: OwnMaps): boolean {
  return maybeMapFile(address) !== undefined || own?.has(address) === true
}

/**
 * Reads the maps that charts draw, from installed packages or the brief's own files: nothing is fetched.
 *
 * @throws Error when the package lacks the file
 */
export async function loadMaps(
  specs: readonly JsonObject[],
  {maybeReadPackage}: Pick<Files, 'maybeReadPackage'>,
  own?: OwnMaps,
): Promise<Maps> {
  const addresses = new Set(specs.flatMap((spec) => namedData(spec).urls.filter((url) => isMapAddress(url, own))))
  const read = async (address: string): Promise<readonly [string, string]> => {
    const given = own?.get(address)
    if (given !== undefined) return [address, String(given)]
    const bytes = await maybeReadPackage(maybeMapFile(address) ?? '')
    if (bytes === undefined) throw new Error(`The map ${maybeMapFile(address)} is missing`)
    return [address, new TextDecoder().decode(bytes)]
  }
  return Object.fromEntries(await Promise.all([...addresses].map(read)))
}

/** Those of a set of maps that a chart draws. */
export function mapsOf(spec: JsonObject, maps: Maps): Maps {
  return Object.fromEntries(namedData(spec).urls.flatMap((url) => (maps[url] === undefined ? [] : [[url, maps[url]]])))
}
