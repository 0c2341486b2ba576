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
export async function findBrowser(named: string | undefined, cache?: string): Promise<PackagedBrowser> {
  if (named !== undefined) {
    if (await isExecutable(named)) return {executable: named, environment: {}}
    throw new Refusal(browserNotFound(named))
  }
  const packaged = hasPackagedBrowser() ? await maybeUnpackChromium(cache) : undefined
  if (packaged !== undefined) return packaged
  const fetched = await maybePuppeteerPath()
  if (fetched !== undefined && (await isExecutable(fetched))) return {executable: fetched, environment: {}}
  throw new Refusal(browserMissing())
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
