import {basename, dirname, resolve} from 'node:path'
import {VFile} from 'vfile'
import {maybeExampleFromData} from '../examples/example-from-data.ts'
import type {ExampleFiles} from '../examples/examples.ts'
import {decodeText} from '../sources/decode-text.ts'
import {UsageError} from './usage-error.ts'

/**
 * A brief to begin from about a file of the author's own, wherever it lies.
 *
 * @throws UsageError when there is no such file, or no table in it
 */
export async function loadOwnData(named: string, directory: string): Promise<ExampleFiles> {
  const path = resolve(directory, named)
  if (!/\.(?:csv|tsv|json)$/i.test(path)) {
    throw new UsageError(`unexpected kind of file \`${named}\`, expected \`.csv\`, \`.tsv\` or \`.json\``)
  }
  const {createFiles} = await import('../effects/files.ts')
  const bytes = await createFiles({project: dirname(path)}).maybeRead(path)
  if (bytes === undefined) throw new UsageError(`no file \`${named}\`, expected one with your data`)
  const file = new VFile({path: basename(path)})
  const found = await maybeExampleFromData(basename(path), decodeText(bytes, file))
  if (found !== undefined && file.messages.length === 0) return found
  throw new UsageError(`unexpected content of \`${named}\`, expected rows with a header, in UTF-8`)
}
