import {run} from './commands/run.ts'
import {exits} from './commands/surroundings.ts'
import {maybePrompt} from './effects/prompt.ts'
import {createTerminal} from './effects/terminal.ts'

/**
 * The process: its arguments, its signals, its exit status.
 *
 * @param keepCode keeps what was compiled for the next run; it takes a moment
 */
export async function start(keepCode: () => void): Promise<void> {
  // Whoever interrupts wants an end at once; the browser gets a moment to go first. 130 is 128 + SIGINT.
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted.abort()
      setTimeout(() => process.exit(130), 150)
    })
  }
  process.exitCode = await run(process.argv.slice(2), {
    terminal: createTerminal(),
    directory: process.cwd(),
    environment: process.env,
    signal: interrupted.signal,
    ask: maybePrompt(),
  })
  // A run that ended early has called only some of the functions.
  if (process.exitCode === exits.done) keepCode()
}
