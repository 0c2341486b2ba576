import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, rm, utimes, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {cacheFolders, firstWritable, uniqueName} from './cache-folders.ts'
import {pruneCache} from './prune-cache.ts'
import {createNear} from './near-cache.ts'
import {programFingerprint} from './program-fingerprint.ts'
import type {CacheDoor, CacheKey} from './effects.ts'

export interface CacheOptions {
  /** The folder to use; without one, a folder of the program's own cache. */
  readonly folder?: string
  /** What the program's code is known by: what other code kept is not found. */
  readonly fingerprint?: string
  /** Bytes that the folder may hold; what was not used for longest goes first. */
  readonly limit?: number
  /** Bytes of results that are also kept in memory, for who makes the same again and again; none by default. */
  readonly memory?: number
}

/** The first line of every entry. */
const mark = 'policy-brief cache 1'
const largest = 512 * 1024 * 1024

/**
 * A cache on disk, by the hash of all that a result depends on. An entry holds its own key and the hash of its content,
 * and is used only when both are right: what is damaged, cut short, moved or from other code is as good as absent. A
 * folder that cannot be read or written makes no cache, and no error.
 */
export function createCache({folder, fingerprint, limit = largest, memory = 0}: CacheOptions = {}): CacheDoor {
  let opened: Promise<Opened> | undefined
  const open = (): Promise<Opened> => (opened ??= openCache(folder, fingerprint))
  const waiting = new Set<Promise<void>>()
  const near = createNear(memory)
  let keeps = 0
  return {
    async maybeGet(key) {
      try {
        const entry = entryOf(key, await open())
        const found = near.maybeGet(entry.hash) ?? (await readEntry(entry))
        if (found !== undefined) near.keep(entry.hash, found)
        return found
      } catch {
        return undefined
      }
    },
    keep(key, content) {
      const writing = open()
        .then((cache) => {
          const entry = entryOf(key, cache)
          const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
          near.keep(entry.hash, bytes)
          return writeEntry(entry, bytes)
        })
        .catch(() => {})
        .finally(() => waiting.delete(writing))
      waiting.add(writing)
      keeps += 1
    },
    async close() {
      await Promise.all(waiting)
      if (keeps > 0) await pruneCache((await open()).folder, limit).catch(() => {})
      keeps = 0
    },
  }
}

/** The cache of who wants none: nothing is found in it, nothing is kept. */
export function createNoCache(): CacheDoor {
  return {maybeGet: () => Promise.resolve(undefined), keep: () => {}, close: () => Promise.resolve()}
}

interface Opened {
  readonly folder: string
  readonly fingerprint: string
  /** Of parts that many keys have: fonts are long, and the same ones each time. */
  readonly digests: WeakMap<Uint8Array, Uint8Array>
}

async function openCache(folder: string | undefined, fingerprint: string | undefined): Promise<Opened> {
  const [found, known] = await Promise.all([
    folder ?? firstWritable(cacheFolders().map((cache) => join(cache, 'results'))),
    fingerprint ?? programFingerprint(),
  ])
  return {folder: found, fingerprint: known, digests: new WeakMap()}
}

interface Entry {
  readonly path: string
  readonly hash: string
}

function entryOf({kind, parts}: CacheKey, {folder, fingerprint, digests}: Opened): Entry {
  const hash = createHash('sha256').update(`${mark}\n${fingerprint}\n${kind}\n`)
  // With the length before each part, no two lists of parts read alike.
  for (const part of parts) {
    if (typeof part === 'string') hash.update(`s${part.length}\n`).update(part)
    else hash.update('b').update(digestOf(part, digests))
  }
  const name = hash.digest('hex')
  return {path: join(folder, kind, name.slice(0, 2), name), hash: name}
}

function digestOf(part: Uint8Array, digests: Opened['digests']): Uint8Array {
  const known = digests.get(part)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(part).digest()
  digests.set(part, digest)
  return digest
}

async function readEntry({path, hash}: Entry): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path)
  const end = bytes.indexOf(0x0a)
  const content = bytes.subarray(end + 1)
  if (end < 0 || bytes.toString('latin1', 0, end) !== headOf(hash, content)) return undefined
  // The time of use is what decides who goes when there is no more room.
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
  return content
}

async function writeEntry({path, hash}: Entry, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), uniqueName('new'))
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(draft, Buffer.concat([Buffer.from(`${headOf(hash, bytes)}\n`), bytes]))
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, {force: true})
    throw cause
  }
}

function headOf(hash: string, content: Uint8Array): string {
  return `${mark} ${hash} ${createHash('sha256').update(content).digest('hex')}`
}
