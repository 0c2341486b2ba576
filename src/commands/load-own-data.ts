import {basename, dirname, resolve} from 'node:path'
import {VFile} from 'vfile'
import {maybeExampleFromData} from '../examples/example-from-data.ts'
import type {ExampleFiles} from '../examples/examples.ts'
import {decodeText} from '../sources/decode-text.ts'
import {maybeBinarySample, maybeSample} from '../sources/read-sample.ts'
import {UsageError} from './usage-error.ts'

/** A file of the author's own, as it was read. */
export interface OwnData extends ExampleFiles {
  /** The encoding that it had, where it was another than UTF-8 and is written anew. */
  readonly wasEncoded?: string
}

/**
 * A brief to begin from about a file of the author's own, wherever it lies.
 *
 * @throws UsageError when there is no such file, or no table in it
 */
export async function loadOwnData(named: string, directory: string): Promise<OwnData> {
  const path = resolve(directory, named)
  if (!/\.(?:csv|tsv|json|xlsx|parquet)$/i.test(path)) {
    const expected = '`.csv`, `.tsv`, `.json`, `.xlsx` or `.parquet`'
    throw new UsageError(`unexpected kind of file \`${named}\`, expected ${expected}`)
  }
  const {createFiles} = await import('../effects/files.ts')
  const bytes = await createFiles({project: dirname(path)}).maybeRead(path)
  if (bytes === undefined) throw new UsageError(`no file \`${named}\`, expected one with your data`)
  const found = await maybeBrief(basename(path), bytes)
  if (found !== undefined) return found
  throw new UsageError(`unexpected content of \`${named}\`, expected rows below a line with the columns' names`)
}

async function maybeBrief(name: string, bytes: Uint8Array): Promise<OwnData | undefined> {
  if (/\.(?:xlsx|parquet)$/i.test(name)) {
    const sample = await maybeBinarySample(name, bytes)
    return sample && maybeExampleFromData(sample, bytes)
  }
  const {text, encoding} = decoded(bytes, name)
  const sample = text.includes('\0') ? undefined : await maybeSample(name, text)
  const found = sample && maybeExampleFromData(sample, new TextEncoder().encode(text))
  return found && {...found, ...(encoding !== undefined && {wasEncoded: encoding})}
}

/** Spreadsheets save text in UTF-16, and in the system's old encoding; data of a brief are UTF-8. */
function decoded(bytes: Uint8Array, name: string): {readonly text: string; readonly encoding?: string} {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return {text: as('utf-16le', bytes), encoding: 'UTF-16'}
  if (first === 0xfe && second === 0xff) return {text: as('utf-16be', bytes), encoding: 'UTF-16'}
  const file = new VFile({path: name})
  const text = decodeText(bytes, file)
  return file.messages.length === 0 ? {text} : {text: as('windows-1252', bytes), encoding: 'Windows-1252'}
}

function as(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes).replaceAll(/\r\n?/g, '\n')
}
