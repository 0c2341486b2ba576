import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {collectCatalogue} from '../support/collect-catalogue.ts'

/** Messages that no golden case can make, and the tests that make them. */
const elsewhere: Readonly<Record<string, string>> = {
  // The case would wait for the time limit at each run.
  'charts-hangs': 'tests/unit/charts/draw-charts.test.ts',
  // The cases are builds; these come of comparing one with another.
  'changes-baseline-unknown': 'tests/unit/changes/diff.test.ts',
  'changes-baseline-unusable': 'tests/unit/changes/diff.test.ts',
  'changes-item-unknown': 'tests/unit/changes/diff.test.ts',
  'changes-lock-malformed': 'tests/unit/changes/diff.test.ts',
  'changes-lock-version': 'tests/unit/changes/diff.test.ts',
  'changes-nothing-accepted': 'tests/unit/changes/diff.test.ts',
  'changes-pending': 'tests/unit/changes/build.test.ts',
  // It is said of the command line, before there is a build.
  'source-brief-unknown': 'tests/unit/commands/run.test.ts',
  // The edition of the cases is the web's, which needs no browser.
  'print-browser-crashed': 'tests/e2e/pages-browser.test.ts',
  'print-browser-does-not-start': 'tests/e2e/cli.test.ts',
  'print-browser-hangs': 'tests/e2e/pages-browser.test.ts',
  'print-browser-missing': 'tests/e2e/pages-browser.test.ts',
  'print-browser-not-found': 'tests/e2e/cli.test.ts',
  'print-font-failed': 'tests/e2e/pages-browser.test.ts',
  'print-image-failed': 'tests/e2e/pages-browser.test.ts',
  'print-kept-parted': 'tests/unit/editions/report-pages.test.ts',
  'print-network-refused': 'tests/e2e/pages-browser.test.ts',
  'print-pages-unsettled': 'tests/unit/editions/report-pages.test.ts',
  'print-smaller': 'tests/e2e/stress.test.ts',
  'print-too-tall': 'tests/e2e/cli.test.ts',
  'print-too-wide': 'tests/unit/editions/report-pages.test.ts',
  // The cases ask nothing of the web.
  'links-gone': 'tests/unit/links/check-external.test.ts',
  'links-moved': 'tests/unit/links/check-external.test.ts',
  'links-unreachable': 'tests/unit/links/check-external.test.ts',
  // The folder is none of the author's files.
  'output-unwritable': 'tests/unit/sources/files.test.ts',
  // A file of many megabytes.
  'data-table-large': 'tests/unit/sources/large/large-project.test.ts',
  // A link out of the project, a huge file, a file without permissions: none can be kept in a repository.
  'source-outside': 'tests/unit/sources/load-brief.test.ts',
  'source-too-large': 'tests/unit/sources/load-brief.test.ts',
  'source-unreadable': 'tests/unit/sources/load-brief.test.ts',
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const ids = new Set(Object.keys(await collectCatalogue()))
const shown = await idsInCases()

describe('catalogue of messages', () => {
  it.each([...ids].filter((id) => !(id in elsewhere)))('%s is in a golden case', (id) => {
    expect(shown).toContain(id)
  })

  it.each(Object.entries(elsewhere))('%s is in %s', async (id, path) => {
    expect(ids).toContain(id)
    expect(shown, 'a golden case makes it: take it off the list').not.toContain(id)
    expect(await readFile(join(root, path), 'utf8')).toContain(id)
  })
})

/** Every id that stands in the report of a case, at the end of a message's line. */
async function idsInCases(): Promise<ReadonlySet<string>> {
  const here = join(root, 'tests/golden')
  const folders = (await readdir(here, {withFileTypes: true})).filter((entry) => entry.isDirectory())
  const reports = await Promise.all(folders.map(({name}) => maybeText(join(here, name, 'messages.txt'))))
  return new Set(reports.flatMap((report) => [...report.matchAll(/ \[(\S+)\]$/gm)].map(([, id = '']) => id)))
}

async function maybeText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}
