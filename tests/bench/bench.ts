/**
 * Measures the whole command against its limit: the same browser, started fresh, printing the finished print document
 * and nothing else. Both are processes of their own; the best of some runs counts, in turns, since other programs can
 * only slow a run down.
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
const runs = 5

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
    const alone = [here('print-alone.ts'), placed, join(folder, 'alone.pdf')]
    await runNode([here('save-placed.ts'), project, brief, placed])
    const measured = await inTurns(command, alone)
    show(copies, measured, await peakMemory(command))
  } finally {
    await rm(folder, {recursive: true})
    if (project !== sample) await rm(project, {recursive: true})
  }
}

interface Measurement {
  readonly whole: number
  readonly limit: number
  readonly result: Result
}

async function inTurns(command: readonly string[], alone: readonly string[]): Promise<Measurement> {
  let best: Measurement | undefined
  for (let run = 0; run < runs; run++) {
    const built = await runNode(command)
    const {milliseconds} = await runNode(alone)
    const isBest = built.milliseconds < (best?.whole ?? Number.POSITIVE_INFINITY)
    best = {
      whole: isBest ? built.milliseconds : (best?.whole ?? 0),
      limit: Math.min(milliseconds, best?.limit ?? milliseconds),
      result: isBest || best === undefined ? (JSON.parse(built.out) as Result) : best.result,
    }
  }
  if (best === undefined) throw new Error('Nothing was run')
  return best
}

function show(copies: number, {whole, limit, result}: Measurement, memory: number): void {
  const [built] = result.briefs
  const stages = Object.entries(built?.timings ?? {}).map(([stage, time]) => `${stage} ${time}`)
  console.log(`${brief} x ${copies}: ${built?.pages} pages`)
  console.log(`  whole command  ${whole.toFixed(0)} ms, best of ${runs}`)
  console.log(`  browser alone  ${limit.toFixed(0)} ms`)
  console.log(`  ratio          ${(whole / limit).toFixed(2)}`)
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
