import {createHash} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {cacheFolders, firstWritable, uniqueName} from './cache-folders.ts'

/** A browser as it stands in the cache folder. */
export interface PackagedBrowser {
  readonly executable: string
  /** What it needs to find its libraries and to see no fonts of the machine. */
  readonly environment: Readonly<Record<string, string>>
}

interface Stamp {
  readonly size: number
  readonly sha256: string
}

/** The browser of the package runs on Linux x64 alone. */
export function hasPackagedBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Unpacks the browser of the npm package `@sparticuz/chromium` into a cache folder named by its version, unless it
 * stands there whole. Several processes may do so at once: each writes under a name of its own, and the first to
 * rename wins. The package's own unpacker is not used: it takes whatever stands at `<tmp>/chromium`, of any origin.
 *
 * @param cache the folder to use; without one, the program's own cache folder, or the user's where that is read-only
 * @returns undefined where the package is not installed
 */
export async function maybeUnpackChromium(cache?: string): Promise<PackagedBrowser | undefined> {
  const packed = maybePackageFolder()
  if (packed === undefined) return undefined
  const {version} = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as {version: string}
  const name = `chromium-${version}`
  const candidates = cache === undefined ? cacheFolders() : [cache]
  for (const folder of candidates) if (await isWhole(join(folder, name))) return packaged(join(folder, name))
  const folder = await firstWritable(candidates)
  await unpack(join(packed, 'bin'), join(folder, name))
  return packaged(join(folder, name))
}

function maybePackageFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  } catch {
    return undefined
  }
}

function packaged(folder: string): PackagedBrowser {
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    executable: join(folder, 'chromium'),
    environment: {LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf'), FONTCONFIG_PATH: folder},
  }
}

/** The stamp is written last, so a folder that has one was complete; a file cut short later shows in its size. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    const stamp = JSON.parse(await readFile(join(folder, 'stamp.json'), 'utf8')) as Stamp
    return (await stat(join(folder, 'chromium'))).size === stamp.size
  } catch {
    return false
  }
}

async function unpack(from: string, folder: string): Promise<void> {
  const draft = `${folder}.${uniqueName('new')}`
  try {
    await mkdir(draft, {recursive: true})
    const [stamp] = await Promise.all([
      unpackFile(join(from, 'chromium.br'), join(draft, 'chromium')),
      unpackFolder(join(from, 'al2023.tar.br'), draft),
      unpackFolder(join(from, 'fonts.tar.br'), draft),
    ])
    await writeFile(join(draft, 'fonts.conf'), fontsConfiguration(folder))
    await writeFile(join(draft, 'stamp.json'), JSON.stringify(stamp))
    await moveInto(draft, folder)
  } finally {
    await rm(draft, {recursive: true, force: true})
  }
}

/**
 * The machine's own fonts stay out, so that a brief looks the same everywhere. Paths are absolute: relative ones start
 * from wherever the command is run, and would leave a cache there.
 */
function fontsConfiguration(folder: string): string {
  const written = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${written}/fonts</dir>
  <cachedir>${written}/fonts-cache</cachedir>
</fontconfig>
`
}

async function unpackFile(from: string, to: string): Promise<Stamp> {
  const hash = createHash('sha256')
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from), createBrotliDecompress(), counted, createWriteStream(to, {mode: 0o755}))
  return {size, sha256: hash.digest('hex')}
}

async function unpackFolder(from: string, to: string): Promise<void> {
  const {extract} = await import('tar-fs')
  await pipeline(createReadStream(from), createBrotliDecompress(), extract(to))
}

/** Where another process was first, its folder stays; a broken one makes room. */
async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder)
  } catch (cause) {
    if (await isWhole(folder)) return
    const broken = `${folder}.${uniqueName('old')}`
    await rename(folder, broken).catch(() => Promise.reject(cause))
    await rename(draft, folder)
    await rm(broken, {recursive: true, force: true})
  }
}
