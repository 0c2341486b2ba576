/**
 * Measures how soon `brief watch` shows a save of the sample brief: from the write of the file until the preview's page is
 * told of the new page, and of the new PDF. The least of some runs counts, since other programs can only slow one down;
 * the seconds of all cores beside it say what an idle machine would do.
 *
 *     npm run bench:watch -- [runs]
 */
import {spawn, type ChildProcess} from 'node:child_process'
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {PreviewState} from '../../src/preview/client/state.ts'
import {cpuTime} from './cpu-time.ts'

const brief = 'after-kabul'
const runs = Number(process.argv[2] ?? 8)
/** Other figures than those of an earlier run of this script, which are kept on the disk. */
const fresh = Date.now() % 150

/** What an author changes, anew in each run. */
const edits: Readonly<Record<string, {file: string; edit: (text: string, run: number) => string}>> = {
  text: {
    file: `content/${brief}/brief.md`,
    edit: (text, run) => text.replace('Observers expect', `Observers of ${1900 + run} expect`),
  },
  // One table, which stands in prose, in values and in charts.
  data: {
    file: `data/${brief}/attacks.csv`,
    edit: (text, run) => text.replace('2021-22,79,127', `2021-22,79,${100 + ((fresh + run) % 150)}`),
  },
  // What only the page shows.
  comment: {
    file: `content/${brief}/brief.md`,
    edit: (text, run) => text.replace('Observers expect', `<!-- ${run} -->Observers expect`),
  },
}

const project = await copyOfSample()
const child = spawn(process.execPath, [here('../../src/start.js'), 'watch', brief, '--project', project])
const ended = new Promise((resolve) => child.on('close', resolve))
try {
  const next = await follow(await addressOf(child))
  await until(next, isQuiet)
  for (const [name, {file, edit}] of Object.entries(edits)) {
    const original = await readFile(join(project, file), 'utf8')
    const took: Took[] = []
    for (let run = 1; run <= runs; run++) {
      took.push(await measure(next, () => writeFile(join(project, file), edit(original, run))))
    }
    await measure(next, () => writeFile(join(project, file), original))
    show(name, took)
  }
} finally {
  child.kill('SIGINT')
  await ended
  await rm(project, {recursive: true})
}

async function copyOfSample(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'brief-watch-'))
  for (const part of ['content', 'data']) {
    await cp(here(`../../${part}/${brief}`), join(folder, part, brief), {recursive: true})
  }
  return folder
}

function addressOf({stdout, stderr}: ChildProcess): Promise<string> {
  stderr?.pipe(process.stderr)
  return new Promise((resolve) => {
    let out = ''
    stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const found = /http:\S+/.exec(out)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
}

type Next = () => Promise<PreviewState>

/** The states that the preview tells, one after another. */
async function follow(address: string): Promise<Next> {
  const {body} = await fetch(`${address}events`)
  if (body === null) throw new Error('The preview tells nothing')
  const states = statesOf(body)
  return async () => {
    const {value} = await states.next()
    if (value === undefined) throw new Error('The preview has ended')
    return value
  }
}

async function* statesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<PreviewState> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    text += decoder.decode(chunk, {stream: true})
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) yield JSON.parse(event.replace(/^data: /, '')) as PreviewState
  }
}

async function until(next: Next, isIt: (state: PreviewState) => boolean): Promise<PreviewState> {
  for (;;) {
    const state = await next()
    if (state.stale) throw new Error(JSON.stringify(state.messages))
    if (isIt(state)) return state
  }
}

function isQuiet({pdf, making}: PreviewState): boolean {
  return pdf > 0 && making === undefined
}

interface Took {
  readonly page: number
  readonly pageCpu: number
  readonly pdf: number
  readonly pdfCpu: number
}

/** After a pause, in which what an earlier save began ends: the check, and the comparison with the accepted edition. */
async function measure(next: Next, save: () => Promise<void>): Promise<Took> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const used = await cpuTime(child.pid ?? 0)
  const began = performance.now()
  await save()
  await until(next, ({making}) => making === 'page')
  await until(next, ({making}) => making === 'pdf')
  const [page, pageCpu] = [performance.now() - began, (await cpuTime(child.pid ?? 0)) - used]
  await until(next, isQuiet)
  return {page, pageCpu, pdf: performance.now() - began, pdfCpu: (await cpuTime(child.pid ?? 0)) - used}
}

function show(name: string, took: readonly Took[]): void {
  const least = (key: keyof Took): string => Math.min(...took.map((one) => one[key])).toFixed(0)
  console.log(
    `${name}: page ${least('page')} ms (${least('pageCpu')} ms of all cores), ` +
      `PDF ${least('pdf')} ms (${least('pdfCpu')}), best of ${took.length}`,
  )
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
