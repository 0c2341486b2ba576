import {readdir, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'

interface Kept {
  readonly path: string
  readonly size: number
  readonly used: number
}

/** Removes what was not used for longest until the folder holds no more than `limit` bytes. */
export async function pruneCache(folder: string, limit: number): Promise<void> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const kept = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => maybeKept(join(entry.parentPath, entry.name))),
  )
  let size = 0
  for (const entry of kept.filter((found) => found !== undefined).toSorted((a, b) => b.used - a.used)) {
    size += entry.size
    if (size > limit) await rm(entry.path, {force: true})
  }
}

/** Another process may have removed it meanwhile. */
async function maybeKept(path: string): Promise<Kept | undefined> {
  try {
    const {size, mtimeMs} = await stat(path)
    return {path, size, used: mtimeMs}
  } catch {
    return undefined
  }
}
