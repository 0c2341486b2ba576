import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import {createCache, createNoCache} from '../../src/effects/cache.ts'
import type {BrowserDoor} from '../../src/effects/effects.ts'
import type {PrintedPages, PrintPagesInput} from '../../src/pages/print-pages.ts'
import {printOnce} from '../../src/pages/print-once.ts'
import {makeGalley, testGeometry} from '../support/make-galley.ts'

const real = createBrowserDoor({named: undefined})
let opened = 0
const browser: BrowserDoor = {
  ...real,
  open: (...given) => {
    opened += 1
    return real.open(...given)
  },
}
const input: PrintPagesInput = {
  html: makeGalley({sections: 1, paragraphs: 2, longNote: 100}),
  geometry: testGeometry,
  furniture: ({page}) => `<p>${page}</p>`,
  contents: [],
  properties: {title: 'A brief', authors: [], keywords: [], lang: 'en', creator: 'test', date: '2022'},
}
let folder = ''
let first: PrintedPages

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-once-'))
  first = await again()
})

beforeEach(() => {
  opened = 0
})

afterAll(async () => {
  await Promise.all([real.close(), rm(folder, {recursive: true, force: true})])
})

/** As another run of the program would print. */
async function again(given: PrintPagesInput = input, door = browser): Promise<PrintedPages> {
  const cache = createCache({folder, fingerprint: 'this code'})
  const printed = await printOnce(given, {browser: door, cache})
  await cache.close()
  return printed
}

describe('printOnce', () => {
  it('takes up what was printed of the same document, with its audit', async () => {
    let sent = 0
    const kept = await again({...input, onSent: () => (sent += 1)})
    expect(opened).toBe(0)
    expect(sent).toBe(1)
    expect({...kept, pdf: Buffer.from(kept.pdf)}).toEqual({...first, pdf: Buffer.from(first.pdf)})
    expect(kept.audit?.notes).toBeGreaterThan(0)
  })

  it.each([
    ['text', {html: input.html.replace('</main>', '<p>More.</p></main>')}],
    ['title', {properties: {...input.properties, title: 'Another'}}],
    ['running heads', {furniture: ({page}: {page: number}) => `<p>Page ${page}</p>`}],
  ])('prints another %s', async (_what, other) => {
    await again({...input, ...other})
    expect(opened).toBe(1)
  })

  it('prints in another browser, in one that nothing is known of, and without a cache', async () => {
    await again(input, {...browser, maybeIdentity: () => Promise.resolve('another')})
    await again(input, {...browser, maybeIdentity: () => Promise.resolve(undefined)})
    await printOnce(input, {browser, cache: createNoCache()})
    expect(opened).toBe(3)
  })

  it('prints each time what the fonts of the machine have a say in', async () => {
    for (const _run of [1, 2]) await again({...input, uncovered: ['☃']})
    expect(opened).toBe(2)
  })

  it('prints again what is damaged', async () => {
    const entries = await readdir(folder, {recursive: true, withFileTypes: true})
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name)
      await writeFile(path, (await readFile(path)).subarray(0, -1))
    }
    expect(Buffer.from((await again()).pdf)).toEqual(Buffer.from(first.pdf))
    expect(opened).toBe(1)
  })
})
