import {mkdir, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Config} from '../model/config.ts'
import {Refusal} from '../messages/message.ts'
import {cacheFolders, firstWritable, uniqueName} from './cache-folders.ts'
import {findBrowser} from './browser-executable.ts'
import {startBrowser} from './browser-process.ts'

/** What was found of one thing that the program needs. */
export interface Finding {
  readonly name: string
  /** `slow` or unsafe is a remark: the program works all the same. */
  readonly state: 'good' | 'remark' | 'bad'
  readonly detail: string
  readonly remedy?: string
}

/** The oldest Node that runs the program. */
const oldest = [22, 18] as const

export function examineNode(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const good = major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
  if (good) return {name: 'Node.js', state: 'good', detail: version}
  const remedy = 'Install the newest version from https://nodejs.org, or call the command by `npm run` or `npx`.'
  return {name: 'Node.js', state: 'bad', detail: `${version}, expected ${oldest.join('.')} or newer`, remedy}
}

/** Finds the browser, starts it, and sees whether its sandbox holds. */
export async function examineBrowser({browser, browserTimeout}: Config): Promise<readonly Finding[]> {
  const notes: string[] = []
  try {
    const found = await findBrowser(browser)
    const options = {timeout: browserTimeout ?? 60_000, onNote: (note: string) => void notes.push(note)}
    const running = await startBrowser(found, options)
    const {product} = await running.connection.send<{product: string}>('Browser.getVersion')
    await running.close()
    return [{name: 'Browser', state: 'good', detail: `${product}, ${found.executable}`}, sandboxFinding(notes)]
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return [{name: 'Browser', state: 'bad', detail: cause.told.reason, remedy: cause.told.note}]
  }
}

function sandboxFinding(notes: readonly string[]): Finding {
  if (notes.length === 0) return {name: 'Sandbox', state: 'good', detail: 'the browser runs in it'}
  const root = notes.some((note) => note.includes('root'))
  return {
    name: 'Sandbox',
    state: 'remark',
    detail: `the browser runs without it, because ${root ? 'you are root' : 'this system does not allow it'}`,
    remedy: root
      ? 'Run the command as another user, if the briefs are not your own.'
      : 'Allow unprivileged user namespaces (`sysctl kernel.apparmor_restrict_unprivileged_userns=0`), if the briefs are not your own.',
  }
}

/** Whether a folder, or the nearest above it that is there, can be written. */
export async function examineFolder(name: string, folder: string): Promise<Finding> {
  try {
    const probe = join(folder, uniqueName('.probe'))
    const made = await mkdir(probe, {recursive: true})
    // All that was not there before goes again.
    await rm(made ?? probe, {recursive: true})
    return {name, state: 'good', detail: folder}
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const remedy = `Give yourself the right to write in \`${dirname(folder)}\`, or name another folder with \`--output\`.`
    return {name, state: 'bad', detail: `${folder} cannot be written (${code})`, remedy}
  }
}

export async function examineCache(): Promise<Finding> {
  try {
    return {name: 'Cache', state: 'good', detail: await firstWritable(cacheFolders())}
  } catch {
    const detail = `none of ${cacheFolders().join(', ')} can be written`
    const remedy = 'Name a folder that can be written in XDG_CACHE_HOME; without one the browser cannot be unpacked.'
    return {name: 'Cache', state: 'bad', detail, remedy}
  }
}
