#!/usr/bin/env node
import {enableCompileCache} from 'node:module'
import {fileURLToPath} from 'node:url'

// Compiled code of this program and its libraries is kept between runs: it halves the time to start. It must be on
// before anything else is imported, which is why every import below is a lazy one.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/policy-brief/compiled', import.meta.url)))

const {run} = await import('./commands/run.ts')
const {maybePrompt} = await import('./effects/prompt.ts')
const {createTerminal} = await import('./effects/terminal.ts')

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
