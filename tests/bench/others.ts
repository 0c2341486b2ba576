/**
 * Measures other tools that put notes at the foot of pages on a browser engine, on the same text with the same notes, with
 * the same browser, and the browser printing that text without pages of its own, in turns. The tools are no dependencies of
 * this project: they are installed into a temporary folder, from npm, and removed.
 *
 *     node others.ts [copies ...]
 */
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {findBrowser} from '../../src/effects/browser-executable.ts'
import {repeatBrief} from './repeat-brief.ts'
import {withFloatingNotes} from './floating-notes.ts'

const brief = 'after-kabul'
const sample = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
/** A tool that takes longer is given up. */
const patience = 600_000

const tools = [
  {
    name: 'pagedjs-cli',
    command: (html: string, pdf: string) => ['pagedjs-cli', html, '-o', pdf, '--timeout', String(patience)],
  },
  {
    name: '@vivliostyle/cli',
    command: (html: string, pdf: string, browser: string) => {
      const options = ['--executable-browser', browser, '--timeout', String(patience / 1000), '--log-level', 'silent']
      return ['vivliostyle', 'build', html, '-o', pdf, ...options]
    },
  },
] as const

const folder = await mkdtemp(join(tmpdir(), 'brief-bench-'))
try {
  const {executable, environment} = await findBrowser(process.env['BRIEF_BROWSER'])
  const env = {...process.env, ...environment, PUPPETEER_EXECUTABLE_PATH: executable, PUPPETEER_SKIP_DOWNLOAD: '1'}
  // As root, Chromium runs only without its sandbox; the tools do not ask for that by themselves.
  const browser = await wrapBrowser(executable)
  await writeFile(join(folder, 'package.json'), '{}')
  for (const {name} of tools) await attempt(`installing ${name}`, () => npm(['install', '--silent', name], env))
  const sizes = process.argv.slice(2).map(Number)
  for (const copies of sizes.length > 0 ? sizes : [1, 10]) {
    await measure(copies, {...env, PUPPETEER_EXECUTABLE_PATH: browser}, browser)
  }
} finally {
  await rm(folder, {recursive: true, force: true})
}

async function measure(copies: number, env: NodeJS.ProcessEnv, browser: string): Promise<void> {
  const project = copies === 1 ? sample : await repeatBrief(sample, brief, copies)
  const [galley, html, pdf] = ['galley.html', 'notes.html', 'out.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await node(['save-placed.ts', project, brief, galley, '--galley'])
  await writeFile(html, withFloatingNotes(await readFile(galley, 'utf8')))
  console.log(`${brief} x ${copies}`)
  await show('browser alone', () => node(['print-alone.ts', galley, pdf]))
  await show('this program', () =>
    node([
      '../../src/start.js',
      'build',
      brief,
      '--project',
      project,
      '--output',
      folder,
      '--edition',
      'print',
      '--no-cache',
    ]),
  )
  for (const {name, command} of tools) {
    await show(name, () => npm(['exec', '--offline', '--', ...command(html, pdf, browser)], env))
  }
  if (project !== sample) await rm(project, {recursive: true})
}

async function show(name: string, task: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  const failure = await attempt(name, task)
  if (!failure) console.log(`  ${name.padEnd(18)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

async function attempt(what: string, task: () => Promise<unknown>): Promise<boolean> {
  try {
    await task()
    return false
  } catch (cause) {
    console.log(`  ${what} failed: ${String(cause).split('\n').slice(0, 4).join(' ').slice(0, 300)}`)
    return true
  }
}

async function wrapBrowser(executable: string): Promise<string> {
  const path = join(folder, 'browser')
  await writeFile(path, `#!/bin/sh\nexec '${executable}' --no-sandbox --disable-gpu "$@"\n`, {mode: 0o755})
  return path
}

function node([script = '', ...args]: readonly string[]): Promise<unknown> {
  return run(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {timeout: patience})
}

function npm(args: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  return run('npm', [...args], {cwd: folder, env, timeout: patience, maxBuffer: 1e8})
}
