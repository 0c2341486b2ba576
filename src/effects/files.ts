import {readFile, readdir, realpath, stat} from 'node:fs/promises'
import {createRequire, findPackageJSON} from 'node:module'
import {join, resolve, sep} from 'node:path'
import type {Files} from './effects.ts'
import {publishFolder} from './publish-folder.ts'
import {ReadError} from './read-error.ts'
import {removeFile, writeWhole} from './write-file.ts'

/** More than this is not the data of a brief, and would fill the memory. */
const LARGEST_FILE = 256 * 1024 * 1024

/** What comes with the program: templates, and briefs to begin from. */
const BUNDLED = ['templates', 'examples', 'content', 'data'].map((name) => resolve(import.meta.dirname, '../..', name))

/** A file inside a package: no path from the root, and no step upwards. */
const PACKAGE_FILE = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*(?:\/[\w@-][\w.@-]*)+$/

/**
 * The files of the disk. Reading is confined to the project, its output and what comes with the program: a path that
 * leads elsewhere, by `..` or by a link, throws a `ReadError`.
 */
export function createFiles({project, output}: {readonly project: string; readonly output?: string}): Files {
  const packages = new Map<string, Promise<Uint8Array | undefined>>()
  const roots = [project, ...BUNDLED, ...(output === undefined ? [] : [output])]
  return {
    maybeRead: (path) => maybeRead(path, roots),
    maybeLocate: (path) => maybeLocate(path, roots),
    list: async (folder) => (await listBelow(folder, '')).toSorted(byCodeUnits),
    folders,
    async maybeReadPackage(specifier) {
      // Fonts are asked for by each chart and each edition; what is installed stays as it is.
      const known = packages.get(specifier) ?? maybeReadPackage(specifier)
      packages.set(specifier, known)
      const bytes = await known.catch(() => undefined)
      if (bytes === undefined) packages.delete(specifier)
      return await known
    },
    publish: async (folder, files) => {
      await publishFolder(resolve(folder), files)
    },
    write: writeWhole,
    remove: removeFile,
  }
}

async function maybeRead(path: string, roots: readonly string[]): Promise<Uint8Array | undefined> {
  const real = await maybeLocate(path, roots)
  return real === undefined ? undefined : await orUndefined(readBounded(real), path)
}

async function maybeLocate(path: string, roots: readonly string[]): Promise<string | undefined> {
  const real = await orUndefined(realpath(path), path)
  if (real === undefined) return undefined
  if (!(await isWithin(real, roots))) throw new ReadError(path, 'outside')
  return real
}

async function isWithin(real: string, roots: readonly string[]): Promise<boolean> {
  for (const root of roots) {
    const realRoot = await orUndefined(realpath(root), root)
    if (realRoot !== undefined && real.startsWith(realRoot + sep)) return true
  }
  return false
}

async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const stats = await stat(path)
  // Neither folders nor devices and pipes, which may never end.
  if (!stats.isFile()) return undefined
  if (stats.size > LARGEST_FILE) throw new ReadError(path, 'too-large')
  return await readFile(path)
}

/** Hidden files (`.DS_Store`, `.git`) are nobody's sources. Links to folders are not followed: they could make a ring. */
async function listBelow(folder: string, inside: string): Promise<string[]> {
  const entries = (await orUndefined(readdir(folder, {withFileTypes: true}), folder)) ?? []
  const lists = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map(async (entry) =>
      entry.isDirectory()
        ? await listBelow(join(folder, entry.name), `${inside}${entry.name}/`)
        : [`${inside}${entry.name}`],
    )
  return (await Promise.all(lists)).flat()
}

async function folders(folder: string): Promise<readonly string[]> {
  const entries = (await orUndefined(readdir(folder, {withFileTypes: true}), folder)) ?? []
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .toSorted(byCodeUnits)
}

/** Resolved from the program's own place, so that fonts are found wherever the project lies. */
async function maybeReadPackage(specifier: string): Promise<Uint8Array | undefined> {
  const path = maybeResolve(specifier)
  return path === undefined ? undefined : await orUndefined(readBounded(path), path)
}

function maybeResolve(specifier: string): string | undefined {
  if (!PACKAGE_FILE.test(specifier)) return undefined
  try {
    // A package may keep its manifest to itself; where it lies is known all the same.
    const [, name] = /^(.+)\/package\.json$/.exec(specifier) ?? []
    if (name !== undefined) return findPackageJSON(name, import.meta.url)
    return createRequire(import.meta.url).resolve(specifier)
  } catch {
    return undefined
  }
}

/** What is not there is undefined; what is there and cannot be read is an error. */
async function orUndefined<Result>(promise: Promise<Result>, path: string): Promise<Result | undefined> {
  try {
    return await promise
  } catch (cause) {
    if (cause instanceof ReadError) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw new ReadError(path, 'unreadable', {cause})
  }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
