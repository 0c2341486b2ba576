import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {readProse} from '../../../src/prose/read-prose.ts'
import {readProject} from '../../support/read-project.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The text files of the sample brief, by path. */
async function sampleFiles(): Promise<Record<string, string>> {
  const folders = ['content/after-kabul', 'content/after-kabul/charts', 'data/after-kabul']
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), {withFileTypes: true})
      return entries.filter((entry) => entry.isFile()).map(({name}) => `${folder}/${name}`)
    }),
  )
  const texts = lists.flat().filter((path) => /\.(?:md|json|csv|yaml)$/.test(path) && !path.endsWith('accepted.json'))
  return Object.fromEntries(
    await Promise.all(texts.map(async (path) => [path, await readFile(join(root, path), 'utf8')])),
  )
}

async function passagesOf(files: Record<string, string>): Promise<string[]> {
  const {document} = await readProject(files, 'after-kabul')
  return readProse(document, 'brief.md').passages.map(({kind, inside = 'front', text}) => `${inside} ${kind}: ${text}`)
}

it('one cell changes every place that depends on it, and no other', async () => {
  const files = await sampleFiles()
  const attacks = files['data/after-kabul/attacks.csv'] ?? ''
  expect(attacks).toContain('Sindh,2021-22,9,')
  const changed = {
    ...files,
    'data/after-kabul/attacks.csv': attacks.replace('Sindh,2021-22,9,', 'Sindh,2021-22,10,'),
  }
  const [before, after] = [await passagesOf(files), await passagesOf(changed)]
  expect(after.length).toBe(before.length)
  const places = after.filter((passage, index) => passage !== before[index])
  expect(places.map((passage) => passage.slice(0, 60))).toMatchInlineSnapshot(`
    [
      "front abstract: In the year after the Taliban entered Kabul,",
      "front key-message: Attacks rose by 52% in the year after the",
      "front key-message: The west carries the burden. Khyber Pakht",
      "introduction paragraph: Between 15 August 2021 and 14 August",
      "geography paragraph: From 165 attacks in the year before the",
      "fig-regions alt: Bar chart of attacks by region before and a",
      "tab-regions cell: 10",
      "tab-regions cell: −9",
      "tab-regions cell: 251",
      "data-note paragraph: The study’s figures were entered as dat",
      "data-note item: Change in attacks. From 165 to 251 is 52.1%,",
      "note-33 note: Change from 2020–21 to 2021–22, in per cent of",
      "note-34 note: Of Sindh’s 10 attacks, five were in Karachi.",
    ]
  `)
})
