import {basename, dirname, join, resolve} from 'node:path'
import * as v from 'valibot'
import type {Effects, Files} from '../effects/effects.ts'
import {lockName, maybeSnapshot, readLock} from './lock.ts'
import {recordName} from './record.ts'
import {nothingAccepted, unknownBaseline, unusableBaseline} from '../messages/changes.ts'
import {AuthorError, Refusal} from '../messages/message.ts'
import type {Config} from '../model/config.ts'
import {maybeLoadText} from '../sources/load-file.ts'
import type {Lock} from './lock.ts'
import {maybeManifest, readEdition, type ManifestLike} from './read-edition.ts'
import type {KeptValue, Snapshot} from './snapshot.ts'

/** What the present edition is compared with. */
export interface Baseline {
  readonly kind: 'accepted' | 'manifest' | 'output' | 'revision'
  /** As the user named it. */
  readonly name: string
  readonly snapshot: Snapshot
}

export interface BaselineInput {
  readonly name: string
  readonly config: Pick<Config, 'project' | 'output'>
  readonly effects: Pick<Effects, 'files' | 'stages' | 'git'>
  /** The present edition: a manifest alone knows only values and pages, and the rest is taken to be the same. */
  readonly present: Snapshot
}

/**
 * The accepted edition, from the lock beside the brief.
 *
 * @throws Refusal when none is accepted; AuthorError when the lock cannot be read
 */
export async function acceptedBaseline({name, config, effects}: Omit<BaselineInput, 'present'>): Promise<Baseline> {
  const lock = await maybeLock(name, config, effects.files)
  if (lock === undefined) throw new Refusal(nothingAccepted(name))
  return {kind: 'accepted', name: `content/${name}/${lockName}`, snapshot: lock.accepted}
}

/**
 * The lock of a brief, if it has one.
 *
 * @throws AuthorError when it cannot be read
 */
export async function maybeLock(
  name: string,
  {project}: Pick<Config, 'project'>,
  files: Files,
): Promise<Lock | undefined> {
  const file = await maybeLoadText({folder: project, path: `content/${name}/${lockName}`}, files)
  if (file === undefined) return undefined
  const lock = readLock(file)
  if (lock === undefined) throw new AuthorError([file])
  return lock
}

/**
 * What `--against` names: a manifest, the folder of an output, or a revision of the repository.
 *
 * @param outside reads files of a folder that the user named, wherever it lies
 * @throws Refusal when there is nothing of that name
 */
export async function namedBaseline(
  against: string,
  input: BaselineInput,
  outside: {readonly directory: string; readonly filesOf: (folder: string) => Files},
): Promise<Baseline> {
  const path = resolve(outside.directory, against)
  const place = path.endsWith('.json')
    ? {folder: dirname(path), file: basename(path)}
    : {folder: path, file: 'manifest.json'}
  const files = outside.filesOf(place.folder)
  const manifest = maybeManifest(await textOf(files, join(place.folder, place.file)))
  if (manifest === undefined) return await revisionBaseline(against, input)
  const record = maybeSnapshot(await textOf(files, join(place.folder, recordName)))
  const kind = place.file === 'manifest.json' && path === place.folder ? 'output' : 'manifest'
  return {kind, name: against, snapshot: record ?? manifestSnapshot(manifest, input.present)}
}

async function textOf(files: Files, path: string): Promise<string> {
  const bytes = await files.maybeRead(path)
  return bytes === undefined ? '' : new TextDecoder().decode(bytes)
}

async function revisionBaseline(against: string, {name, config, effects}: BaselineInput): Promise<Baseline> {
  const [{treeFiles}, {GitError}] = await Promise.all([import('./tree-files.ts'), import('../effects/git.ts')])
  try {
    const folders = [`content/${name}`, `data/${name}`, 'templates']
    const tree = await effects.git.maybeTree(against, {project: config.project, folders})
    if (tree === undefined) throw new Refusal(unknownBaseline(against))
    const files = treeFiles(tree, config.project, effects.files)
    const {snapshot} = await readEdition(name, config, {...effects, files})
    return {kind: 'revision', name: against, snapshot}
  } catch (cause) {
    if (cause instanceof GitError) throw new Refusal(unusableBaseline(against, cause.message), {cause})
    if (!(cause instanceof AuthorError)) throw cause
    const [first] = cause.files.flatMap((file) => file.messages.map((message) => `${file.path}: ${message.reason}`))
    throw new Refusal(unusableBaseline(against, first ?? 'it has mistakes'), {cause})
  }
}

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()])
const valueSchema = v.object({
  text: v.string(),
  raw: v.union([cell, v.array(cell)]),
  unit: v.optional(v.string()),
  asOf: v.optional(v.string()),
})

/** What a manifest alone knows. */
function manifestSnapshot({pages, values, inputs}: ManifestLike, present: Snapshot): Snapshot {
  const {pages: _, ...others} = present
  const known = new Map(present.values.map((value) => [value.name, value]))
  const kept = Object.entries(values).flatMap(([name, value]): KeptValue[] => {
    const parsed = v.safeParse(valueSchema, value)
    if (!parsed.success) return []
    const {text, raw, unit, asOf} = parsed.output
    const {unit: __, asOf: ___, ...rest} = known.get(name) ?? {name}
    return [{...rest, name, text, raw, ...(unit !== undefined && {unit}), ...(asOf !== undefined && {asOf})}]
  })
  const pictures = Object.fromEntries(Object.entries(inputs).filter(([path]) => path.startsWith('content/')))
  return {...others, ...(typeof pages === 'number' && {pages}), values: kept, inputs: pictures}
}
