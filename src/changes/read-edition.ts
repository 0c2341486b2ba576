import {join} from 'node:path'
import type {VFile} from 'vfile'
import type {Effects, Files} from '../effects/effects.ts'
import {hashOf} from '../manifest.ts'
import type {Config} from '../model/config.ts'
import type {Document, Merged} from '../model/document.ts'
import {readBrief} from '../read-brief.ts'
import {prepareTemplate} from '../sources/prepare-template.ts'
import type {Template} from '../sources/template.ts'
import {lockName} from './lock.ts'
import type {Snapshot} from './snapshot.ts'
import {takeSnapshot} from './take-snapshot.ts'

/** A brief as it would be built, without being built. */
export interface ReadEdition {
  readonly snapshot: Snapshot
  readonly document: Document
  readonly merged: Merged
  readonly template: Template
  readonly files: readonly VFile[]
}

/**
 * Reads a brief as far as its document, and takes it down. Pages are known where the output folder holds an edition that
 * was made from the same files.
 *
 * @throws AuthorError
 */
export async function readEdition(
  name: string,
  config: Pick<Config, 'project' | 'output'>,
  effects: Pick<Effects, 'files' | 'stages'>,
): Promise<ReadEdition> {
  const {document, merged, inputs} = await readBrief(name, config, effects)
  const template = await prepareTemplate(merged.brief, {config, files: effects.files})
  const files = [...inputs, ...template.files.values()]
  const pages = await maybePages(join(config.output, name, 'manifest.json'), files, effects.files)
  const snapshot = takeSnapshot({document, merged, inputs: files, pages})
  return {snapshot, document, merged, template, files: inputs}
}

async function maybePages(path: string, inputs: readonly VFile[], files: Files): Promise<number | undefined> {
  const bytes = await files.maybeRead(path)
  const manifest = bytes === undefined ? undefined : maybeManifest(new TextDecoder().decode(bytes))
  if (typeof manifest?.pages !== 'number') return undefined
  const [built, present] = [manifest.inputs, inputs.filter((file) => !file.path.endsWith(`/${lockName}`))]
  const others = Object.keys(built).filter((input) => !input.endsWith(`/${lockName}`))
  const isSame = others.length === present.length && present.every((file) => built[file.path] === hashOf(file.value))
  return isSame ? manifest.pages : undefined
}

/** What a comparison reads of a manifest. */
export interface ManifestLike {
  readonly brief?: unknown
  readonly pages?: unknown
  readonly inputs: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
}

/** Reads a manifest, if it is one. */
export function maybeManifest(text: string): ManifestLike | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    const isManifest = isObject(parsed) && isObject(parsed['inputs']) && isObject(parsed['values'])
    return isManifest ? (parsed as unknown as ManifestLike) : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
