import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {OutputError} from './output-error.ts'

/**
 * Writes one file, all of it or nothing: beside it first, then moved into place.
 *
 * @throws OutputError
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  const fresh = join(folder, `.${basename(path)}.new`)
  try {
    await mkdir(folder, {recursive: true})
    await writeFile(fresh, content)
    await rename(fresh, path)
  } catch (cause) {
    // The cause is what the author needs to know; a second failure while tidying up would hide it.
    await rm(fresh, {force: true}).catch(() => {})
    throw new OutputError(folder, cause)
  }
}

/**
 * Takes a file away, where it is.
 *
 * @throws OutputError
 */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, {force: true})
  } catch (cause) {
    throw new OutputError(dirname(path), cause)
  }
}
