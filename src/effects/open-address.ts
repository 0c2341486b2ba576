import {spawn} from 'node:child_process'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the user's browser, if there is one that can be opened; the address is printed anyway. */
export function openAddress(url: string): void {
  const [command = '', ...argv] = openers[process.platform] ?? ['xdg-open']
  spawn(command, [...argv, url], {stdio: 'ignore', detached: true})
    .on('error', () => {})
    .unref()
}
