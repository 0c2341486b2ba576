// Adds the optional binary packages of other platforms that npm left out of the lock file, because the registry at hand
// did not have them: without their names, `npm ci` calls the lock file out of date. Run it after each `npm install`.
import {readFileSync, writeFileSync} from 'node:fs'

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony']
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
for (const parent of Object.values({...lock.packages})) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    if (lock.packages[key]) continue
    const words = name.split('/').at(-1).split('-')
    const at = words.findIndex((word) => systems.includes(word))
    if (at === -1) continue
    lock.packages[key] = {
      version: version.replace(/^[\^~]/, ''),
      cpu: [words[at + 1]],
      ...(parent.dev ? {dev: true} : {}),
      ...(words.includes('musl') || words.includes('musleabihf') ? {libc: ['musl']} : {}),
      optional: true,
      os: [words[at]],
    }
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n')
