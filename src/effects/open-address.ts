import {spawn} from 'node:child_process'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/**
 * Opens an address in the user's browser.
 *
 * @param say told where that cannot be done: the user has the address, and opens it
 */
export function openAddress(url: string, say: (text: string) => void): void {
  const [command = '', ...argv] = openers[process.platform] ?? ['xdg-open']
  const fail = (): void => say(`No browser could be opened from here (\`${command}\`): open ${url} in yours.\n`)
  spawn(command, [...argv, url], {stdio: 'ignore', detached: true})
    .on('error', fail)
    // Without a screen it ends at once, with a status that says so.
    .on('exit', (status) => {
      if (status !== 0 && status !== null) fail()
    })
    .unref()
}
