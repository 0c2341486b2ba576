import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {run} from '../../src/commands/run.ts'

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const program = fileURLToPath(new URL('../../src/start.js', import.meta.url))

/** Runs the command as a process of its own, as its users do. */
export async function runProcess(argv: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...argv], {env: {...process.env, ...environment}})
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return {status, out, err}
}

/** Runs the command inside this process, which is faster. */
export async function runHere(argv: readonly string[], directory = '/'): Promise<Ran> {
  let out = ''
  let err = ''
  const status = await run(argv, {
    terminal: {out: (text) => (out += text), err: (text) => (err += text), status: () => undefined, color: false},
    directory,
    environment: {},
    signal: new AbortController().signal,
  })
  return {status, out, err}
}
