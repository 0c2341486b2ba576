/**
 * Measures the check of a brief over a resource of a million rows: time of the whole command as a user waits for it, and
 * the most memory that it held.
 *
 *     npm run bench:data -- [rows]
 */
import {createWriteStream} from 'node:fs'
import {mkdir, mkdtemp, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {finished} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'
import {peakMemory, runNode} from './run-measured.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const runs = 3
const program = fileURLToPath(new URL('../../src/start.js', import.meta.url))

const provinces = ['Khyber Pakhtunkhwa', 'Balochistan', 'Sindh', 'Punjab', 'Islamabad', 'Gilgit-Baltistan']
const kinds = ['bombing', 'ambush', 'raid', 'suicide attack']

const described = {
  name: 'large',
  resources: [
    {
      name: 'attacks',
      path: 'attacks.csv',
      title: 'Attacks',
      schema: {
        primaryKey: 'id',
        fields: [
          {name: 'id', type: 'integer', title: 'Id', constraints: {required: true, minimum: 1}},
          {name: 'date', type: 'date', title: 'Day', constraints: {minimum: '2010-01-01'}},
          {name: 'province', title: 'Province', constraints: {enum: provinces}},
          {name: 'district', title: 'District', constraints: {pattern: '[A-Z].*'}},
          {name: 'kind', title: 'Kind'},
          {name: 'killed', type: 'integer', title: 'Killed', constraints: {minimum: 0}},
          {name: 'wounded', type: 'integer', title: 'Wounded', constraints: {minimum: 0}},
          {name: 'loss', type: 'number', title: 'Loss'},
        ],
      },
    },
  ],
}

const values = `values:
  total: {count: attacks.id}
  killed: {sum: attacks.killed}
  sindh: {sum: attacks.killed, where: {province: Sindh}}
  share: {share: [sindh, killed]}
  worst: {sql: 'SELECT district FROM attacks GROUP BY district ORDER BY sum(killed) DESC, district LIMIT 1'}
views:
  by-province: {sql: 'SELECT province, sum(killed) AS killed FROM attacks GROUP BY province ORDER BY province'}
`

const narrative = `---
title: A million rows
---

{{total}} attacks killed {{killed}} people, {{sindh}} of them in Sindh, {{share}}; most in {{worst}}.

::table[By province]{data="by-province"}
`

const project = await mkdtemp(join(tmpdir(), 'brief-data-'))
try {
  await writeProject(project)
  const {size} = await stat(join(project, 'data/large/attacks.csv'))
  const command = [program, 'check', 'large', '--project', project, '--no-cache']
  const times: number[] = []
  for (let run = 0; run <= runs; run++) times.push((await runNode(command)).milliseconds)
  // The first run of a bundle keeps what V8 compiled.
  const best = Math.min(...times.slice(1))
  console.log(`${rows} rows, ${(size / 1e6).toFixed(0)} MB of CSV, best of ${runs}`)
  console.log(`  whole command  ${best.toFixed(0)} ms`)
  console.log(`  peak memory    ${(await peakMemory(command)).toFixed(0)} MiB`)
} finally {
  await rm(project, {recursive: true})
}

async function writeProject(folder: string): Promise<void> {
  for (const path of ['content/large', 'data/large']) await mkdir(join(folder, path), {recursive: true})
  await writeRows(join(folder, 'data/large/attacks.csv'))
  await writeFile(join(folder, 'data/large/datapackage.json'), JSON.stringify(described))
  await writeFile(join(folder, 'data/large/values.yaml'), values)
  await writeFile(join(folder, 'content/large/brief.md'), narrative)
}

/** The same rows each time: a generator of its own stands for chance. */
async function writeRows(path: string): Promise<void> {
  let state = 12_345
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
  const file = createWriteStream(path)
  file.write('id,date,province,district,kind,killed,wounded,loss\n')
  for (let id = 1; id <= rows; id++) {
    const date = new Date(Date.UTC(2015, 0, 1 + below(3000))).toISOString().slice(0, 10)
    const place = `${provinces[below(provinces.length)]},District ${below(160)}`
    const line = `${id},${date},${place},${kinds[below(kinds.length)]},${below(20)},${below(40)},${below(100_000) / 100}\n`
    if (!file.write(line)) await new Promise((resolve) => file.once('drain', resolve))
  }
  file.end()
  await finished(file)
}
