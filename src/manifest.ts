import {createHash} from 'node:crypto'
import type {VFile} from 'vfile'
import type {Audit} from './pdf/audit/audit-pdf.ts'
import type {BuildSettings} from './verify/build-record.ts'
import type {Config} from './model/config.ts'
import type {OutputFile} from './model/document.ts'
import type {Values} from './model/values.ts'
import type {PageFacts} from './site/page-facts.ts'

export interface ManifestInput {
  readonly name: string
  readonly config: Pick<Config, 'editions' | 'variants' | 'baseUrl' | 'standalone' | 'date'>
  readonly inputs: Iterable<VFile>
  readonly outputs: readonly OutputFile[]
  readonly values: Values
  /** Names of programs and libraries with their versions. */
  readonly versions: Readonly<Record<string, string>>
  readonly pages: number | undefined
  /** What was found when the PDF was read back. */
  readonly audit: Audit | undefined
  /** What an index of briefs says of the page, if there is one. */
  readonly page?: PageFacts | undefined
}

/**
 * The record of a build: SHA-256 of every input (by path in the project) and every output (by path in the brief's
 * output folder), every value as it stands in the text, and the versions that made it. The same inputs and versions
 * give the same bytes.
 */
export function writeManifest(input: ManifestInput): OutputFile {
  const manifest = {
    brief: input.name,
    editions: input.config.editions,
    settings: settingsOf(input.config),
    pages: input.pages,
    audit: input.audit,
    page: input.page,
    ...originOf(input),
    outputs: hashes(input.outputs.map((file) => [file.path, bytesOf(file.content)])),
  }
  return {path: 'manifest.json', content: `${JSON.stringify(manifest, undefined, 2)}\n`}
}

export interface AttachedManifestInput extends Origin {
  readonly name: string
  /** What is attached beside it. */
  readonly files: readonly OutputFile[]
}

/**
 * The record that goes inside the PDF. It says what the brief was made from, not what came out: the hash of the PDF would
 * have to stand in the PDF itself.
 */
export function writeAttachedManifest({name, files, ...origin}: AttachedManifestInput): string {
  const attached = hashes(files.map((file) => [file.path, bytesOf(file.content)]))
  return `${JSON.stringify({brief: name, ...originOf(origin), attached}, undefined, 2)}\n`
}

/** What a brief was made from. */
type Origin = Pick<ManifestInput, 'inputs' | 'values' | 'versions'>

function originOf({inputs, values, versions}: Origin) {
  return {
    versions,
    values: Object.fromEntries(
      [...values.values.values()].map(({name, text, raw, unit, asOf, source}) => [
        name,
        {text, raw, unit, asOf, source},
      ]),
    ),
    inputs: hashes([...inputs].map((file) => [file.path, bytesOf(file.value)])),
  }
}

/** What was asked for; nothing of the machine. */
function settingsOf({
  variants = [],
  baseUrl,
  standalone = false,
  date,
}: ManifestInput['config']): BuildSettings | undefined {
  const settings = {
    ...(variants.length === 0 ? {} : {variants}),
    ...(baseUrl === undefined ? {} : {baseUrl}),
    ...(standalone ? {standalone} : {}),
    ...(date === undefined ? {} : {date}),
  }
  return Object.keys(settings).length === 0 ? undefined : settings
}

function hashes(files: readonly (readonly [string, Uint8Array])[]): Record<string, string> {
  const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([path, bytes]) => [path, hashOf(bytes)]))
}

/** The SHA-256 of a file's content, as the manifest writes it. */
export function hashOf(content: string | Uint8Array | undefined): string {
  return `sha256:${createHash('sha256').update(bytesOf(content)).digest('hex')}`
}

function bytesOf(content: string | Uint8Array | undefined): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? new Uint8Array())
}
