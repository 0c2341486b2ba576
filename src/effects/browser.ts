import type {BrowserDoor} from './effects.ts'
import {findBrowser} from './browser-executable.ts'
import {fillPage, openBlankPage, type BlankPage} from './browser-page.ts'
import {startBrowser, type BrowserProcess} from './browser-process.ts'
import {createPageBundle} from './page-bundle.ts'

export interface BrowserOptions {
  /** The browser that the user named. */
  readonly named: string | undefined
  /** Told what the user should know. */
  readonly onNote?: (note: string) => void
  /** Ends the browser when it aborts. */
  readonly signal?: AbortSignal
  /** Where the packaged browser is unpacked; by default the program's cache folder. */
  readonly cache?: string
  /** Milliseconds that the browser may take for any one answer; by default two minutes. */
  readonly timeout?: number
}

interface Running {
  readonly browser: BrowserProcess
  readonly bundle: Promise<string>
  /** Opened while the program is busy with other stages; the first document takes it. */
  spare: Promise<BlankPage> | undefined
}

/** One browser for all pages, started at the first call; after a crash the next page starts another. */
export function createBrowserDoor(options: BrowserOptions): BrowserDoor {
  let starting: Promise<Running> | undefined

  const close = async (): Promise<void> => {
    const running = await starting?.catch(() => undefined)
    starting = undefined
    await running?.browser.close()
  }
  const start = async (): Promise<Running> => {
    const running = await starting?.catch(() => undefined)
    if (running !== undefined && !running.browser.isAlive()) await close()
    return (starting ??= run(options))
  }
  options.signal?.addEventListener('abort', () => void close(), {once: true})

  return {
    maybeIdentity: async () => {
      const {executable} = await findBrowser(options.named, options.cache)
      // The others stand in folders that are named by their version.
      return options.named === undefined ? executable : undefined
    },
    async warm() {
      starting ??= run(options)
      await starting.then(({spare}) => spare).catch(() => {})
    },
    async open(html, size, onSent) {
      const running = await start()
      const {connection} = running.browser
      const blank = running.spare ?? openBlankPage(connection, running.bundle)
      running.spare = undefined
      return fillPage(connection, await blank, {html, size, onSent})
    },
    close,
  }
}

async function run({named, cache, onNote = () => {}, timeout = 120_000}: BrowserOptions): Promise<Running> {
  const browser = await startBrowser(await findBrowser(named, cache), {timeout, onNote})
  const bundle = createPageBundle()
  const spare = openBlankPage(browser.connection, bundle)
  // Whoever opens a page meets the failure.
  spare.catch(() => {})
  return {browser, bundle, spare}
}
