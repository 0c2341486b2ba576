import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {collectCatalogue, renderCatalogue, type Catalogue} from '../support/collect-catalogue.ts'
import {differs} from '../support/differs.ts'
import {runHere} from '../support/run-brief.ts'

/**
 * Each folder here is a case: a small project (content/, data/), and beside it what is expected of its web edition:
 * `expected.html` (what stands in <main>; absent when the brief must not build) and `messages.txt` (what the author
 * reads; absent means silence), and `command.txt` where it is not `build brief --edition web`. A missing expectation
 * fails; to write it, run `npm run generate` and read it. What came instead of the expected is kept beside it as
 * `*-changed.*`.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const update = process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined
const folders = (await readdir(here, {withFileTypes: true})).filter((entry) => entry.isDirectory())

describe.each(folders.map((folder) => folder.name))('%s', (name) => {
  const folder = join(here, name)

  it('gives the expected page and messages', async () => {
    const output = await mkdtemp(join(tmpdir(), 'brief-golden-'))
    try {
      const command = (await maybeText(join(folder, 'command.txt')))?.trim() ?? 'build brief --edition web'
      const ran = await runHere([...command.split(' '), '--project', folder, '--output', output])
      const page = await maybeText(join(output, 'brief/index.html'))
      await compare(join(folder, 'messages.txt'), messagesOf(ran.err))
      await compare(join(folder, 'expected.html'), page === undefined ? '' : mainOf(page))
      const isWrong = command.startsWith('build') ? page === undefined : /^\d+ errors?\b/m.test(ran.err)
      expect(ran.status).toBe(isWrong ? 1 : 0)
    } finally {
      await rm(output, {recursive: true, force: true})
    }
  })
})

// After the cases, whose reports it quotes.
describe('the page of messages, and what `brief explain` says', () => {
  it.each([
    ['src/messages/catalogue.json', (catalogue: Catalogue) => `${JSON.stringify(catalogue, undefined, 2)}\n`],
    ['docs/messages.md', renderCatalogue],
  ])('%s is up to date', async (path, render) => {
    const old = await differs(
      fileURLToPath(new URL(`../../${path}`, import.meta.url)),
      render(await collectCatalogue()),
    )
    expect(old, 'run `npm run generate`, and commit what it writes').toBe(false)
  })
})

/** Compares with a file, where an empty text is the same as no file. */
async function compare(path: string, actual: string): Promise<void> {
  const expected = (await maybeText(path)) ?? ''
  const changed = path.replace(/\.(\w+)$/, '-changed.$1')
  if (actual === expected) return rm(changed, {force: true})
  if (update) return actual === '' ? rm(path, {force: true}) : writeFile(path, actual)
  await writeFile(changed, actual)
  expect(actual).toBe(expected)
}

/** The report without its last line, which says what was made. */
function messagesOf(report: string): string {
  return report
    .replace(/^brief: .*\n/gm, '')
    .trimEnd()
    .replace(/(.)$/s, '$1\n')
}

function mainOf(page: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? page
  return `${main}\n`
}

async function maybeText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}
