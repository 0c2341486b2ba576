import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Readable, Writable} from 'node:stream'
import {browserCrashed, browserDoesNotStart} from '../messages/print.ts'
import {Refusal} from '../messages/message.ts'
import {createConnection, type BrowserConnection} from './browser-connection.ts'
import type {PackagedBrowser} from './chromium-package.ts'

export interface BrowserProcess {
  readonly connection: BrowserConnection
  /** True until the process has ended. */
  readonly isAlive: () => boolean
  /** Ends the process, whatever it does, and removes its folder. */
  readonly close: () => Promise<void>
}

export interface StartOptions {
  /** Milliseconds that the browser may take for any answer. */
  readonly timeout: number
  /** Told what the user should know: the sandbox had to be left off. */
  readonly onNote: (note: string) => void
}

/**
 * Starts a browser that answers through a pipe.
 *
 * @throws Refusal when it ends or stays silent
 */
export async function startBrowser(browser: PackagedBrowser, options: StartOptions): Promise<BrowserProcess> {
  // Chromium refuses to run its sandbox as root.
  const root = process.getuid?.() === 0
  if (root) options.onNote('note: the browser runs without its sandbox, because you are root.')
  try {
    return await attempt(browser, options, !root)
  } catch (cause) {
    if (root || !(cause instanceof StartFailure) || !cause.isAboutSandbox) throw asRefusal(cause, browser)
  }
  options.onNote('note: the browser runs without its sandbox, because this system does not allow it.')
  return attempt(browser, options, false).catch((cause: unknown) => Promise.reject(asRefusal(cause, browser)))
}

class StartFailure extends Error {
  get isAboutSandbox(): boolean {
    return /sandbox|zygote|credentials\.cc|namespace/i.test(this.message)
  }
}

function asRefusal(cause: unknown, {executable}: PackagedBrowser): Error {
  if (cause instanceof StartFailure) return new Refusal(browserDoesNotStart(executable, cause.message), {cause})
  return cause instanceof Error ? cause : new Error(String(cause))
}

async function attempt(browser: PackagedBrowser, options: StartOptions, sandbox: boolean): Promise<BrowserProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-brief-browser-'))
  const child = spawn(browser.executable, [...switches(folder), ...(sandbox ? [] : ['--no-sandbox'])], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: {...process.env, ...browser.environment},
  })
  const [, , errors, to, from] = child.stdio as [null, null, Readable, Writable, Readable]
  const connection = createConnection(to, from, options.timeout)
  const said = keepTail(errors)
  let alive = true
  const ended = new Promise<void>((resolve) => {
    const end = (cause?: Error): void => {
      alive = false
      connection.end(new Refusal(browserCrashed(said()), {cause}))
      resolve()
    }
    // The streams close after the exit, so the last words are in.
    child.on('close', () => end())
    child.on('error', end)
  })
  const close = (): Promise<void> => end(child, ended, folder)
  try {
    await connection.send('Browser.getVersion')
    return {connection, isAlive: () => alive, close}
  } catch (cause) {
    await close()
    throw new StartFailure(said() === '' ? String(cause) : said(), {cause})
  }
}

async function end(child: ChildProcess, ended: Promise<void>, folder: string): Promise<void> {
  child.kill('SIGKILL')
  await ended
  await rm(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 20})
}

/** The last words on standard error, for a message. */
function keepTail(errors: Readable): () => string {
  let tail = ''
  errors.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-4000)
  })
  return () => tail
}

/**
 * Our own switches, not the package's list, which turns web security off. Without the two for graphics the packaged
 * browser tries Vulkan in vain, and may hang.
 */
function switches(folder: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}`,
    '--disable-gpu',
    '--disable-software-rasterizer',
    '--font-render-hinting=none',
    '--hide-scrollbars',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--metrics-recording-only',
    '--mute-audio',
    '--password-store=basic',
    '--use-mock-keychain',
    '--lang=en-US',
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ]
}
