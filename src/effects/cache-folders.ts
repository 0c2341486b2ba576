import {randomBytes} from 'node:crypto'
import {mkdir, rm} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * Where the program keeps what it can make again: beside its own libraries, or in the user's cache where those are
 * read-only. Never inside a project, which may come from someone else, and never in the folder for temporary files,
 * where anybody may write.
 */
export function cacheFolders(): readonly string[] {
  const own = fileURLToPath(new URL('../../node_modules/.cache/policy-brief', import.meta.url))
  return [own, join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'policy-brief')]
}

/**
 * The first of some folders that can be written; it stands afterwards.
 *
 * @throws what the system says of the last one, when none can
 */
export async function firstWritable(folders: readonly string[]): Promise<string> {
  let failure: unknown
  for (const folder of folders) {
    try {
      const probe = join(folder, uniqueName('probe'))
      await mkdir(probe, {recursive: true})
      await rm(probe, {recursive: true})
      return folder
    } catch (cause) {
      failure = cause
    }
  }
  throw failure
}

/** A name that no other process has: what is written under it is moved into place when it is whole. */
export function uniqueName(kind: string): string {
  return `${kind}-${process.pid}-${randomBytes(4).toString('hex')}`
}
