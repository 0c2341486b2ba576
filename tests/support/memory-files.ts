import type {Files} from '../../src/effects/effects.ts'
import {ReadError} from '../../src/effects/read-error.ts'

export interface MemoryFiles extends Files {
  /** What was published, by folder and path. */
  readonly published: Map<string, string | Uint8Array>
}

/** Files in memory, by absolute path with forward slashes. A `ReadError`'s kind stands for a file that throws it. */
export function memoryFiles(
  entries: Readonly<Record<string, string | Uint8Array | {readonly throws: ReadError['kind']}>>,
): MemoryFiles {
  const paths = Object.keys(entries).sort()
  const published = new Map<string, string | Uint8Array>()
  return {
    published,
    maybeRead: (path) => {
      const entry = published.get(path) ?? entries[path]
      if (typeof entry === 'object' && 'throws' in entry) return Promise.reject(new ReadError(path, entry.throws))
      return Promise.resolve(typeof entry === 'string' ? new TextEncoder().encode(entry) : entry)
    },
    list: (folder) =>
      Promise.resolve(
        paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
      ),
    folders: (folder) => {
      const below = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
      const names = below.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/')))
      return Promise.resolve([...new Set(names)])
    },
    maybeReadPackage: () => Promise.resolve(undefined),
    publish: (folder, files) => {
      for (const {path, content} of files) published.set(`${folder}/${path}`, content)
      return Promise.resolve()
    },
    write: (path, content) => {
      published.set(path, content)
      return Promise.resolve()
    },
    remove: (path) => {
      published.delete(path)
      return Promise.resolve()
    },
  }
}
