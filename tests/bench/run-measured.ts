import {spawn} from 'node:child_process'
import {readFile, readdir} from 'node:fs/promises'

export interface Run {
  /** Of the whole command, as a user waits for it. */
  readonly milliseconds: number
  /** Standard output. */
  readonly out: string
}

/** Runs a Node program as a process of its own. */
export function runNode(args: readonly string[]): Promise<Run> {
  return start(args).ended
}

/**
 * The most memory that a program and all processes that it started held at one time, in MiB; shared pages count in
 * part (PSS). Looking slows the program down: it is not for timing.
 */
export async function peakMemory(args: readonly string[]): Promise<number> {
  const {id, ended} = start(args)
  const isOver = ended.then(() => true)
  let peak = 0
  do peak = Math.max(peak, await memoryOf(id))
  while (!(await Promise.race([isOver, pause(25)])))
  return peak / 1024
}

async function pause(milliseconds: number): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  return false
}

function start(args: readonly string[]): {id: number; ended: Promise<Run>} {
  const began = performance.now()
  const child = spawn(process.execPath, [...args], {stdio: ['ignore', 'pipe', 'pipe']})
  const [out, errors] = [collect(child.stdout), collect(child.stderr)]
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve({milliseconds: performance.now() - began, out: out()})
      else reject(new Error(`${args.join(' ')} ended with ${status}:\n${errors()}`))
    })
  })
  return {id: child.pid ?? 0, ended}
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const parts: string[] = []
  stream.setEncoding('utf8').on('data', (text: string) => parts.push(text))
  return () => parts.join('')
}

/** In KiB. Processes end while they are read; what cannot be read counts nothing. */
async function memoryOf(root: number): Promise<number> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = new Map(await Promise.all(numbers.map(async (id) => [id, await parentOf(id)] as const)))
  const isInside = (id: number): boolean => id === root || (parents.has(id) && isInside(parents.get(id) ?? 0))
  const sizes = await Promise.all(numbers.filter(isInside).map(proportionalSize))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function parentOf(id: number): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

async function proportionalSize(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
}
