import {join} from 'node:path'
import {buildBrief} from '../build.ts'
import type {Effects, Files} from '../effects/effects.ts'
import {hashOf} from '../manifest.ts'
import type {Config} from '../model/config.ts'
import type {OutputFile} from '../model/document.ts'
import {maybeRecord, type BuildRecord} from './build-record.ts'
import {compareFiles, compareRecords, type Difference} from './compare-records.ts'

export interface Verified {
  readonly name: string
  /** Where the editions stand, absolute. */
  readonly folder: string
  /** Files that were compared; undefined where there is no manifest to compare with. */
  readonly files: number | undefined
  readonly differences: readonly Difference[]
}

/**
 * Builds a brief again as its manifest says that it was built, into memory, and compares: the files of the output folder
 * with their hashes, and the new files with the old ones. Nothing is written, and nothing of earlier runs is used.
 *
 * @throws AuthorError when the brief has mistakes by now
 * @throws Refusal when the browser stands in the way
 */
export async function verifyBrief(name: string, config: Config, effects: Effects): Promise<Verified> {
  const folder = join(config.output, name)
  const bytes = await effects.files.maybeRead(join(folder, 'manifest.json'))
  const record = bytes === undefined ? undefined : maybeRecord(new TextDecoder().decode(bytes))
  if (record === undefined) return {name, folder, files: undefined, differences: []}
  const there = await hashesIn(folder, effects.files)
  const again = await rebuild(name, {...config, ...configOf(record)}, effects)
  const differences = [...compareFiles(record, there), ...compareRecords(record, again)]
  return {name, folder, files: Object.keys(record.outputs).length, differences}
}

function configOf({editions, settings}: BuildRecord): Partial<Config> {
  const {variants = [], baseUrl, standalone = false, date} = settings
  return {editions, variants, baseUrl, standalone, date, cache: false}
}

async function rebuild(name: string, config: Config, effects: Effects): Promise<BuildRecord> {
  let built: readonly OutputFile[] = []
  const publish: Files['publish'] = async (_, files) => {
    built = files
  }
  await buildBrief(name, config, {...effects, files: {...effects.files, publish}})
  const manifest = built.find(({path}) => path === 'manifest.json')
  const record = maybeRecord(typeof manifest?.content === 'string' ? manifest.content : '')
  if (record === undefined) throw new Error(`The build of ${name} has no manifest`)
  return record
}

/** What else lies in the folder (`brief diff` writes its report there) is none of the build's. */
async function hashesIn(folder: string, files: Files): Promise<Readonly<Record<string, string>>> {
  const others = new Set(['manifest.json', 'changes.html'])
  const paths = (await files.list(folder)).filter((path) => !others.has(path))
  const hashes = await Promise.all(
    paths.map(async (path) => [path, hashOf(await files.maybeRead(join(folder, path)))] as const),
  )
  return Object.fromEntries(hashes)
}
