import {join} from 'node:path'
import {VFile} from 'vfile'
import type {Files} from '../effects/effects.ts'
import {report} from '../messages/message.ts'
import {missingNarrative, unknownBrief} from '../messages/sources.ts'
import type {Config} from '../model/config.ts'
import type {Sources} from '../model/sources.ts'
import {LARGE} from './large/large.ts'
import {listBriefs} from './list-briefs.ts'
import {maybeLoadBytes, maybeLoadText} from './load-file.ts'

export interface LoadOptions {
  readonly config: Pick<Config, 'project'>
  readonly files: Files
}

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i
const ACCEPTED = 'accepted.json'
const CHART = /^charts\/(.+)\.vl\.json$/
const MAP = /^charts\/(.+\.(?:topojson|geojson))$/

/** Reads everything that a brief is made of. A brief or a file that cannot be read leaves a message. */
export async function loadBrief(name: string, {config, files}: LoadOptions): Promise<Sources> {
  const loader = createLoader({config, files})
  const content = `content/${name}`
  const data = `data/${name}`
  // The name comes from the command line: only that of a folder of the project may become part of a path.
  if (!(await files.folders(join(config.project, 'content'))).includes(name)) {
    return {...emptySources(name), narrative: await unknown(name, {config, files})}
  }
  const [narrative, contentPaths, dataPaths] = await Promise.all([
    loader.text(`${content}/brief.md`),
    files.list(join(config.project, content)),
    files.list(join(config.project, data)),
  ])
  const [described, values, tables, charts, maps, images, accepted] = await Promise.all([
    loader.text(`${data}/datapackage.json`),
    loader.text(`${data}/values.yaml`),
    loader.bytesOf(
      data,
      dataPaths.filter((path) => path !== 'datapackage.json' && path !== 'values.yaml'),
    ),
    loader.textsOf(content, matching(contentPaths, CHART)),
    loader.textsOf(content, matching(contentPaths, MAP)),
    loader.bytesOf(content, matching(contentPaths, IMAGE)),
    contentPaths.includes(ACCEPTED) ? loader.text(`${content}/${ACCEPTED}`) : undefined,
  ])
  return {
    name,
    narrative: narrative ?? withoutNarrative(`${content}/brief.md`),
    package: described,
    values,
    data: tables,
    disk: await locateLarge(tables, (path) => files.maybeLocate?.(join(config.project, data, path))),
    charts: named(charts, CHART),
    maps: named(maps, MAP),
    images,
    ...(accepted !== undefined && {accepted}),
  }
}

function matching(paths: readonly string[], form: RegExp): readonly string[] {
  return paths.filter((path) => form.test(path))
}

/** Files by what a form of paths names them. */
function named(files: ReadonlyMap<string, VFile>, form: RegExp): ReadonlyMap<string, VFile> {
  return new Map([...files].map(([path, file]) => [form.exec(path)?.[1] ?? path, file]))
}

async function locateLarge(
  tables: ReadonlyMap<string, VFile>,
  locate: (path: string) => Promise<string | undefined> | undefined,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const [path, {value}] of tables) {
    const isLarge = value instanceof Uint8Array && value.length >= LARGE
    const place = isLarge ? await locate(path) : undefined
    if (place !== undefined) found.set(path, place)
  }
  return found
}

function emptySources(name: string): Omit<Sources, 'narrative'> {
  return {name, package: undefined, values: undefined, data: new Map(), charts: new Map(), images: new Map()}
}

async function unknown(name: string, {config, files}: LoadOptions): Promise<VFile> {
  const file = new VFile({path: `content/${name}/brief.md`, value: ''})
  report(file, undefined, unknownBrief(name, await listBriefs(config, files)))
  return file
}

function withoutNarrative(path: string): VFile {
  const file = new VFile({path, value: ''})
  report(file, undefined, missingNarrative(path))
  return file
}

interface Loader {
  readonly text: (path: string) => Promise<VFile | undefined>
  readonly bytesOf: (folder: string, paths: readonly string[]) => Promise<ReadonlyMap<string, VFile>>
  readonly textsOf: (folder: string, paths: readonly string[]) => Promise<ReadonlyMap<string, VFile>>
}

function createLoader({config: {project}, files}: LoadOptions): Loader {
  const many = async (
    folder: string,
    paths: readonly string[],
    load: typeof maybeLoadText,
  ): Promise<ReadonlyMap<string, VFile>> => {
    const loaded = await Promise.all(
      paths.map(async (path) => [path, await load({folder: project, path: `${folder}/${path}`}, files)] as const),
    )
    return new Map(loaded.filter((entry): entry is readonly [string, VFile] => entry[1] !== undefined))
  }
  return {
    text: (path) => maybeLoadText({folder: project, path}, files),
    bytesOf: (folder, paths) => many(folder, paths, maybeLoadBytes),
    textsOf: (folder, paths) => many(folder, paths, maybeLoadText),
  }
}
