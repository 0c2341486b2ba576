import {join, relative, resolve, sep} from 'node:path'
import {VFile} from 'vfile'
import type {Files} from '../effects/effects.ts'
import {createFiles} from '../effects/files.ts'
import {decodeText} from '../sources/decode-text.ts'
import {inferResource, type InferredResource} from '../sources/infer-resource.ts'
import {maybeBinarySample, maybeSample} from '../sources/read-sample.ts'
import {isMap} from '../sources/shapes.ts'
import type {Call} from './commands.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

/** `brief data add FILE`: describes a file of data/<brief>/ in datapackage.json, for the author to correct. */
export async function dataAddCommand({names, flags}: Call, {terminal, directory}: Surroundings): Promise<number> {
  const [named, ...others] = names
  if (named === undefined || others.length > 0) throw new UsageError('expected one file of `data/<brief>/`')
  const project = resolve(directory, flags.project ?? '.')
  const files = createFiles({project})
  const {brief, path} = placeOf(named, {project, directory})
  const resource = await inferred(brief, path, {project, files})
  const target = join(project, 'data', brief, 'datapackage.json')
  await files.write(target, await describedWith(resource, target, {brief, files}))
  terminal.out(
    `${relative(directory, target)}: added \`${resource.name}\` with ${resource.schema.fields.length} fields\n` +
      'Correct its titles, types and source: it was written by looking at the file.\n',
  )
  return exits.done
}

function placeOf(
  named: string,
  {project, directory}: {project: string; directory: string},
): {brief: string; path: string} {
  const inside = relative(project, resolve(directory, named)).split(sep)
  const [folder, brief, ...path] = inside
  if (folder !== 'data' || brief === undefined || path.length === 0) {
    throw new UsageError(`unexpected file \`${named}\`, expected one below \`data/<brief>/\` of the project`)
  }
  return {brief, path: path.join('/')}
}

interface Doors {
  readonly project: string
  readonly files: Files
}

async function inferred(brief: string, path: string, {project, files}: Doors): Promise<InferredResource> {
  const shown = `data/${brief}/${path}`
  if (!/\.(?:csv|tsv|json|xlsx|parquet)$/i.test(path)) {
    const expected = '`.csv`, `.tsv`, `.json`, `.xlsx` or `.parquet`'
    throw new UsageError(`unexpected kind of file \`${shown}\`, expected ${expected}`)
  }
  const bytes = await files.maybeRead(join(project, shown))
  if (bytes === undefined) throw new UsageError(`no file \`${shown}\``)
  const file = new VFile({path: shown})
  const sample = /\.(?:xlsx|parquet)$/i.test(path)
    ? await maybeBinarySample(path, bytes)
    : await maybeSample(path, decodeText(bytes, file))
  if (sample === undefined || file.messages.length > 0 || sample.columns.length === 0) {
    throw new UsageError(
      `unexpected content of \`${shown}\`, expected rows with a header (text in UTF-8), or a list of objects`,
    )
  }
  return inferResource(sample)
}

/** The package with the resource added. */
async function describedWith(
  resource: InferredResource,
  target: string,
  {brief, files}: {brief: string; files: Files},
): Promise<string> {
  const bytes = await files.maybeRead(target)
  const described: unknown = bytes === undefined ? {name: brief, resources: []} : parsed(bytes)
  const resources: unknown = isMap(described) ? (described['resources'] ?? []) : undefined
  if (!isMap(described) || !Array.isArray(resources)) {
    throw new UsageError('unexpected `datapackage.json`, expected a data package with `resources`')
  }
  const isThere = resources.some(
    (one) => isMap(one) && (one['path'] === resource.path || one['name'] === resource.name),
  )
  if (isThere) throw new UsageError(`\`${resource.name}\` is in \`datapackage.json\` already`)
  return `${JSON.stringify({...described, resources: [...(resources as unknown[]), resource]}, undefined, 2)}\n`
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
