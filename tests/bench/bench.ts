/**
 * Measures the whole command against its limit: the same browser, started fresh, printing the finished print document
 * and nothing else. Both are processes of their own; the best of some runs counts, in turns, since other programs can
 * only slow a run down. What is printed in parts is placed and verified in them, and that counts as print.
 *
 *     npm run bench -- [copies ...]
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {repeatBrief} from './repeat-brief.ts'
import {peakMemory, runNode} from './run-measured.ts'

const brief = 'after-kabul'
const sample = here('../..')
/** Fewer of a long document, which takes long. */
const runsOf = (copies: number): number => (copies > 20 ? 2 : 5)

const sizes = process.argv.slice(2).map(Number)
for (const copies of sizes.length > 0 ? sizes : [1, 10]) await benchmark(copies)

interface Result {
  readonly briefs: readonly {readonly pages: number; readonly timings: Readonly<Record<string, number>>}[]
}

async function benchmark(copies: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'brief-bench-'))
  const project = copies === 1 ? sample : await repeatBrief(sample, brief, copies)
  try {
    const placed = join(folder, 'placed.html')
    const command = [here('../../src/start.js'), 'build', brief, '--project', project, '--output', folder, '--json']
    const cold = [...command, '--no-cache']
    const alone = [here('print-alone.ts'), placed, join(folder, 'alone.pdf')]
    await runNode([here('save-placed.ts'), project, brief, placed])
    // The first run of a bundle keeps what V8 compiled, and with the cache what was computed.
    for (const first of [cold, command]) await runNode(first)
    show(copies, await inTurns({cold, again: command, alone}, runsOf(copies)), await peakMemory(cold))
  } finally {
    await rm(folder, {recursive: true})
    if (project !== sample) await rm(project, {recursive: true})
  }
}

interface Measurement {
  /** The whole command when it computes everything. */
  readonly cold: Best
  /** The same when what an earlier run computed of the same data, and printed of the same document, is taken up. */
  readonly again: Best
  /** The browser. */
  readonly alone: Best
}

/** The best of some runs of a program. */
interface Best {
  readonly milliseconds: number
  readonly out: string
}

async function inTurns(
  commands: Readonly<Record<keyof Measurement, readonly string[]>>,
  runs: number,
): Promise<Measurement> {
  const best: Partial<Record<keyof Measurement, Best>> = {}
  for (let run = 0; run < runs; run++) {
    for (const name of ['cold', 'again', 'alone'] as const) {
      const ran = await runNode(commands[name])
      if (ran.milliseconds < (best[name]?.milliseconds ?? Number.POSITIVE_INFINITY)) best[name] = ran
    }
  }
  return best as Measurement
}

function show(copies: number, {cold, again, alone}: Measurement, memory: number): void {
  const [built] = (JSON.parse(cold.out) as Result).briefs
  const stages = Object.entries(built?.timings ?? {}).map(([stage, time]) => `${stage} ${time}`)
  const told = ({milliseconds}: Best): string =>
    `${milliseconds.toFixed(0)} ms, ${(milliseconds / alone.milliseconds).toFixed(2)} of the browser alone`
  console.log(`${brief} x ${copies}: ${built?.pages} pages, best of ${runsOf(copies)}`)
  console.log(`  browser alone  ${alone.milliseconds.toFixed(0)} ms`)
  console.log(`  whole command  ${told(cold)}`)
  console.log(`  once more      ${told(again)}: what an earlier run kept is taken up, the printed pages among it`)
  console.log(`  peak memory    ${memory.toFixed(0)} MiB, all processes`)
  const time = (stage: string): number => built?.timings[stage] ?? 0
  const pages = ['measure', 'plan', 'place', 'verify'].reduce((sum, stage) => sum + time(stage), 0)
  console.log(
    `  pages          ${pages} ms to measure, plan, place and verify: ${share(pages, time('print'))} of the print`,
  )
  console.log(`  stages in ms   ${stages.join(', ')}`)
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
