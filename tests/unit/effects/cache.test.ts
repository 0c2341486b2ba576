import {mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createCache, createNoCache} from '../../../src/effects/cache.ts'
import {programFingerprint} from '../../../src/effects/program-fingerprint.ts'

let folder = ''
const key = {kind: 'chart', parts: ['spec', new Uint8Array([1, 2])]}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

/** A cache as another run of the program would open it. */
function open(fingerprint = 'this code', limit?: number) {
  return createCache({folder, fingerprint, ...(limit === undefined ? {} : {limit})})
}

async function keep(content: string, named = key): Promise<void> {
  const cache = open()
  cache.keep(named, content)
  await cache.close()
}

async function found(named = key, fingerprint?: string): Promise<string | undefined> {
  const bytes = await open(fingerprint).maybeGet(named)
  return bytes === undefined ? undefined : Buffer.from(bytes).toString()
}

async function entries(): Promise<string[]> {
  const all = await readdir(folder, {recursive: true, withFileTypes: true})
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function onlyEntry(): Promise<string> {
  const [path = '', ...rest] = await entries()
  expect(rest).toEqual([])
  return path
}

describe('createCache', () => {
  it('gives what an earlier run kept under the same parts, and nothing else', async () => {
    expect(await found()).toBeUndefined()
    await keep('drawn\nin lines')
    expect(await found()).toBe('drawn\nin lines')
    expect(await found({kind: 'pdf', parts: key.parts})).toBeUndefined()
    for (const parts of [['spec'], ['spec', '\u0001\u0002'], ['sp', 'ec', new Uint8Array([1, 2])], []]) {
      expect(await found({kind: 'chart', parts})).toBeUndefined()
    }
  })

  it('gives from memory, where that is asked for, what is no longer on the disk', async () => {
    for (const memory of [0, 100]) {
      const cache = createCache({folder, fingerprint: 'this code', memory})
      cache.keep(key, 'drawn')
      await cache.close()
      await rm(await onlyEntry())
      expect(await cache.maybeGet(key)).toEqual(memory === 0 ? undefined : new TextEncoder().encode('drawn'))
    }
  })

  it('keeps an empty result', async () => {
    await keep('')
    expect(await found()).toBe('')
  })

  it('does not find what other code kept', async () => {
    await keep('drawn')
    expect(await found(key, 'other code')).toBeUndefined()
  })

  it.each([
    ['a changed byte', (text: string) => text.replace('drawn', 'drawm')],
    ['a changed hash', (text: string) => text.replace(/.\n/, 'x\n')],
    ['an end cut off', (text: string) => text.slice(0, -1)],
    ['nothing', () => ''],
    ['a foreign text', () => 'drawn'],
    ['one byte more', (text: string) => `${text}.`],
  ])('ignores an entry with %s, and makes it anew', async (_, damage) => {
    await keep('drawn')
    const path = await onlyEntry()
    await writeFile(path, damage(await readFile(path, 'utf8')))
    expect(await found()).toBeUndefined()
    await keep('again')
    expect(await found()).toBe('again')
  })

  it('ignores a whole entry that stands under the name of another', async () => {
    await keep('one')
    const one = await onlyEntry()
    await rename(one, `${one}-aside`)
    await keep('two', {kind: 'chart', parts: ['two']})
    const two = (await entries()).find((path) => !path.endsWith('-aside')) ?? ''
    await rename(`${one}-aside`, two)
    expect(await found({kind: 'chart', parts: ['two']})).toBeUndefined()
  })

  it('is no cache, and no error, where the folder cannot be one', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const cache = createCache({folder: file, fingerprint: ''})
    cache.keep(key, 'drawn')
    await cache.close()
    expect(await cache.maybeGet(key)).toBeUndefined()
  })

  it('removes what was not used for longest when there is no more room', async () => {
    const named = ['old but used', 'older', 'newer'].map((part) => ({kind: 'chart', parts: [part]}))
    for (const [index, each] of named.entries()) {
      await keep('x'.repeat(1000), each)
      const path = (await Promise.all((await entries()).map(async (name) => ({name, at: (await stat(name)).mtimeMs}))))
        .toSorted((a, b) => b.at - a.at)
        .at(0)
      await utimes(path?.name ?? '', new Date(0), new Date(index * 1000))
    }
    await found(named[0])
    const cache = open(undefined, 3500)
    cache.keep({kind: 'chart', parts: ['newest']}, 'x'.repeat(1000))
    await cache.close()
    const left = await Promise.all(named.map((each) => found(each)))
    expect(left.map((content) => content !== undefined)).toEqual([true, false, true])
  })

  it('leaves no drafts when many keep the same at once', async () => {
    await Promise.all(Array.from({length: 20}, () => keep('drawn')))
    expect(await found()).toBe('drawn')
    await onlyEntry()
  })
})

describe('createNoCache', () => {
  it('finds nothing', async () => {
    const cache = createNoCache()
    cache.keep(key, 'drawn')
    await cache.close()
    expect(await cache.maybeGet(key)).toBeUndefined()
  })
})

describe('programFingerprint', () => {
  it('is the same for the same code', async () => {
    expect(await programFingerprint()).toBe(await programFingerprint())
  })
})
