import {mkdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {OutputError} from './output-error.ts'

/** A file of the new content, by its path inside the folder. */
export interface PublishedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Replaces a folder by new content, all of it or nothing: the new folder is written beside it, then the two change
 * places. When anything fails, the old folder stands as it was and nothing is left beside it.
 *
 * @throws OutputError
 */
export async function publishFolder(folder: string, files: readonly PublishedFile[]): Promise<void> {
  for (const {path} of files) assertInside(folder, path)
  const fresh = sibling(folder, 'new')
  try {
    await rm(fresh, {recursive: true, force: true})
    await writeAll(fresh, files)
    await exchange(folder, fresh)
  } catch (cause) {
    // The cause is what the author needs to know; a second failure while tidying up would hide it.
    await rm(fresh, {recursive: true, force: true}).catch(() => undefined)
    throw new OutputError(folder, cause)
  }
}

/** A path that leads out is a fault of the program, not of the folder. */
function assertInside(folder: string, path: string): void {
  if (!resolve(folder, path).startsWith(folder + sep)) throw new Error(`Output path leaves its folder: ${path}`)
}

/** Beside the folder, thus on the same disk: a rename between disks would copy, and could stop half way. */
function sibling(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}-${process.pid}-${suffix}`)
}

async function writeAll(folder: string, files: readonly PublishedFile[]): Promise<void> {
  await mkdir(folder, {recursive: true})
  for (const {path, content} of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), {recursive: true})
    await writeFile(target, content)
  }
}

async function exchange(folder: string, fresh: string): Promise<void> {
  const old = sibling(folder, 'old')
  await rm(old, {recursive: true, force: true})
  const stood = await maybeRename(folder, old)
  try {
    await rename(fresh, folder)
  } catch (cause) {
    if (stood) await rename(old, folder)
    throw cause
  }
  // The new edition stands; a remainder of the old one that cannot be removed must not fail the build.
  if (stood) await rm(old, {recursive: true, force: true}).catch(() => undefined)
}

async function maybeRename(from: string, to: string): Promise<boolean> {
  const there = await stat(from).then(
    () => true,
    () => false,
  )
  if (there) await rename(from, to)
  return there
}
