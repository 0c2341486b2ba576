import {mkdir, mkdtemp, readdir, readFile, rename, rm, unlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {watchFolders, type Watching} from '../../../src/effects/watch-folders.ts'

let folder = ''
let watching: Watching | undefined
let changed: (() => void) | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'))
  await mkdir(join(folder, 'content/charts'), {recursive: true})
  await writeFile(join(folder, 'content/brief.md'), 'one')
  watching = await watchFolders(
    [join(folder, 'content'), join(folder, 'data'), join(folder, 'brief.config.yaml')],
    () => changed?.(),
  )
})

afterEach(async () => {
  watching?.close()
  await rm(folder, {recursive: true, force: true})
})

/** Resolves when the watcher has called after the action; the test's own time limit is the failure. */
async function seenAfter(action: () => Promise<unknown>): Promise<void> {
  const called = new Promise<void>((resolve) => (changed = resolve))
  await action()
  await expect(called).resolves.toBeUndefined()
}

describe('watchFolders', () => {
  it('sees every way in which editors save', async () => {
    const file = join(folder, 'content/brief.md')
    await seenAfter(() => writeFile(file, 'two'))
    await seenAfter(async () => {
      await writeFile(`${file}~`, 'three')
      await rename(`${file}~`, file)
    })
    await seenAfter(async () => {
      await unlink(file)
      await writeFile(file, 'four')
    })
    await seenAfter(() => unlink(file))
    await seenAfter(() => writeFile(file, 'five'))
    expect(await readFile(file, 'utf8')).toBe('five')
  })

  it('sees files of folders that are new, and of those that were away', async () => {
    await seenAfter(async () => {
      await mkdir(join(folder, 'content/images'))
      await writeFile(join(folder, 'content/images/dam.svg'), '<svg/>')
    })
    await seenAfter(async () => {
      await mkdir(join(folder, 'data'))
      await writeFile(join(folder, 'data/rain.csv'), 'a')
    })
    await seenAfter(() => writeFile(join(folder, 'data/rain.csv'), 'ab'))
    expect(await readFile(join(folder, 'data/rain.csv'), 'utf8')).toBe('ab')
  })

  it('sees a single file come, change and go', async () => {
    const file = join(folder, 'brief.config.yaml')
    await seenAfter(() => writeFile(file, 'strict: true'))
    await seenAfter(() => writeFile(file, 'strict: false'))
    await seenAfter(() => unlink(file))
    expect(await readdir(folder)).toEqual(['content'])
  })

  it('calls no more when it is closed, and keeps nothing running', async () => {
    let calls = 0
    changed = () => (calls += 1)
    watching?.close()
    await writeFile(join(folder, 'content/brief.md'), 'six')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(calls).toBe(0)
  })
})
