import {access, constants, stat} from 'node:fs/promises'
import {browserMissing, browserNotFound} from '../messages/print.ts'
import {Refusal} from '../messages/message.ts'
import {hasPackagedBrowser, maybeUnpackChromium, type PackagedBrowser} from './chromium-package.ts'

/**
 * Chooses the browser: one that the user named; else, on Linux x64, the one inside its npm package; else the one that
 * puppeteer fetched when it was installed.
 *
 * @throws Refusal when the named one is not there, or there is none at all
 */
export async function findBrowser(
  named: string | undefined,
  cache?: string,
  {maybePackaged, maybeFetched}: BrowserPlaces = installed,
): Promise<PackagedBrowser> {
  if (named !== undefined) {
    if (await isExecutable(named)) return {executable: named, environment: {}}
    throw new Refusal(browserNotFound(named))
  }
  const packaged = await maybePackaged(cache)
  if (packaged !== undefined) return packaged
  const fetched = await maybeFetched()
  if (fetched !== undefined && (await isExecutable(fetched))) return {executable: fetched, environment: {}}
  throw new Refusal(browserMissing())
}

/** Where a browser may be that nobody named. */
export interface BrowserPlaces {
  readonly maybePackaged: (cache: string | undefined) => Promise<PackagedBrowser | undefined>
  readonly maybeFetched: () => Promise<string | undefined>
}

const installed: BrowserPlaces = {
  maybePackaged: async (cache) => (hasPackagedBrowser() ? await maybeUnpackChromium(cache) : undefined),
  maybeFetched: maybePuppeteerPath,
}

async function maybePuppeteerPath(): Promise<string | undefined> {
  try {
    const {default: puppeteer} = await import('puppeteer')
    return await puppeteer.executablePath()
  } catch {
    return undefined
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
