import {watch, type FSWatcher} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'

export interface Watching {
  readonly close: () => void
}

/** Milliseconds without a change after which a save is taken for done, and between looks where nobody calls. */
const still = 25
const between = 700

/**
 * Calls when files below some folders, or single files, have changed and are still again. The system's own notices wake it; it then
 * compares what is there, as editors save in many ways: writing over a file, moving another into its place, deleting
 * it first. Where no notice comes (network drives, folders that were away) it looks by itself.
 */
export async function watchFolders(folders: readonly string[], onChange: () => void): Promise<Watching> {
  const ended = new AbortController()
  const watchers = new Map<string, FSWatcher>()
  const bell = {ring: (): void => {}}
  // What changes from now on is seen.
  const seen = await stampOf(folders)
  void look({folders, seen, watchers, bell, onChange, signal: ended.signal})
  return {
    close() {
      ended.abort()
      bell.ring()
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}

interface Looking {
  readonly folders: readonly string[]
  readonly seen: string
  readonly watchers: Map<string, FSWatcher>
  /** Wakes whoever waits for the next change. */
  readonly bell: {ring: () => void}
  readonly onChange: () => void
  readonly signal: AbortSignal
}

async function look({folders, seen, watchers, bell, onChange, signal}: Looking): Promise<void> {
  let last = seen
  while (!signal.aborted) {
    attach(folders, watchers, bell)
    await Promise.race([new Promise<void>((resolve) => (bell.ring = resolve)), pause(between, undefined, {ref: false})])
    if (signal.aborted) return
    const now = await stillStamp(folders)
    if (now !== last) onChange()
    last = now
  }
}

/** A folder that was away is watched again when it is back. */
function attach(folders: readonly string[], watchers: Map<string, FSWatcher>, bell: Looking['bell']): void {
  for (const folder of folders) {
    if (watchers.has(folder)) continue
    const watcher = maybeWatch(folder, () => bell.ring())
    if (watcher === undefined) continue
    watchers.set(folder, watcher)
    watcher.on('error', () => watchers.delete(folder))
  }
}

function maybeWatch(folder: string, onNotice: () => void): FSWatcher | undefined {
  try {
    return watch(folder, {recursive: true, persistent: true}, onNotice)
  } catch {
    // Not there yet, or none of the system's kinds: the looks between do.
    return undefined
  }
}

/** Waits until two looks see the same. */
async function stillStamp(folders: readonly string[]): Promise<string> {
  let last = await stampOf(folders)
  for (;;) {
    await pause(still)
    const now = await stampOf(folders)
    if (now === last) return now
    last = now
  }
}

async function stampOf(folders: readonly string[]): Promise<string> {
  const stamps = await Promise.all(folders.map(stampOfFolder))
  return stamps.flat().join('\n')
}

async function stampOfFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => undefined)
  // A file, or what is not there.
  if (entries === undefined) return [await stampOfFile(folder)]
  const paths = entries.filter((entry) => !entry.isDirectory()).map(({parentPath, name}) => join(parentPath, name))
  return await Promise.all(paths.toSorted().map(stampOfFile))
}

async function stampOfFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return `${path} ${found?.size} ${found?.mtimeMs} ${found?.ino}`
}
