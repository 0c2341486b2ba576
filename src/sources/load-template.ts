import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {missingManifest, unknownTemplate} from '../messages/templates.ts'
import type {Brief} from '../model/brief.ts'
import type {TemplateSources} from '../model/sources.ts'
import type {LoadOptions} from './load-brief.ts'
import {maybeLoadText} from './load-file.ts'

/** The folder of the program. */
const BUNDLED = fileURLToPath(new URL('../../', import.meta.url))
/** Where they are. */
export const bundledTemplates = join(BUNDLED, 'templates')

const TEXT = /\.(?:hbs|css|json|html|svg|md|txt)$/

/**
 * Reads the template that a brief asks for: the project's own of that name, or else the one that comes with the
 * program. When there is none, the narrative has a message and the sources are empty.
 */
export async function loadTemplate(
  {narrative, frontMatter, at}: Pick<Brief, 'narrative' | 'frontMatter' | 'at'>,
  {config, files}: LoadOptions,
): Promise<TemplateSources> {
  const name = frontMatter.template
  const homes = [config.project, BUNDLED]
  const names = await Promise.all(homes.map((home) => files.folders(join(home, 'templates'))))
  // The name comes from the narrative: only that of a folder of templates may become part of a path.
  const home = homes.find((_home, index) => names[index]?.includes(name))
  if (home === undefined) {
    const known = [...new Set(names.flat())].toSorted()
    report(narrative, at(['template']), unknownTemplate(name, known))
    return {name, manifest: emptyManifest(name), parts: new Map()}
  }
  return await readTemplate(name, home, files)
}

/** Reads a template by name; undefined where there is none. */
export async function maybeLoadInstalledTemplate(
  name: string,
  {config, files}: LoadOptions,
): Promise<TemplateSources | undefined> {
  const homes = [config.project, BUNDLED]
  const names = await Promise.all(homes.map((home) => files.folders(join(home, 'templates'))))
  const home = homes.find((_home, index) => names[index]?.includes(name))
  return home === undefined ? undefined : await readTemplate(name, home, files)
}

/** The names of all templates that a brief of the project can ask for, sorted. */
export async function templateNames({config, files}: LoadOptions): Promise<readonly string[]> {
  const names = await Promise.all([config.project, BUNDLED].map((home) => files.folders(join(home, 'templates'))))
  return [...new Set(names.flat())].toSorted()
}

async function readTemplate(name: string, home: string, files: LoadOptions['files']): Promise<TemplateSources> {
  const folder = `templates/${name}`
  const paths = (await files.list(join(home, folder))).filter((path) => TEXT.test(path))
  const loaded = await Promise.all(
    paths.map(async (path) => [path, await maybeLoadText({folder: home, path: `${folder}/${path}`}, files)] as const),
  )
  const parts = new Map(loaded.filter((entry): entry is readonly [string, VFile] => entry[1] !== undefined))
  const manifest = parts.get('template.json')
  parts.delete('template.json')
  return {name, manifest: manifest ?? withoutManifest(name), parts}
}

function withoutManifest(name: string): VFile {
  const manifest = emptyManifest(name)
  report(manifest, undefined, missingManifest(name))
  return manifest
}

function emptyManifest(name: string): VFile {
  return new VFile({path: `templates/${name}/template.json`, value: ''})
}
