/**
 * Builds a brief's print edition and keeps the document as it stood right before it was printed.
 *
 *     node save-placed.ts PROJECT BRIEF HTML [--galley]
 *
 * With `--galley`, as it was laid out in one column.
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buildAll} from '../../src/build-all.ts'
import {createEffects} from '../../src/effects/create-effects.ts'
import type {BrowserDoor} from '../../src/effects/effects.ts'

const [project = '', brief = '', to = '', galley] = process.argv.slice(2)
const output = await mkdtemp(join(tmpdir(), 'brief-bench-'))
const config = {
  project,
  output,
  briefs: [brief],
  editions: ['print' as const],
  browser: process.env['BRIEF_BROWSER'],
  browserTimeout: undefined,
  strict: false,
  silence: {},
  cache: false,
}
const terminal = {out: () => {}, err: () => {}, status: () => {}, color: false}
const effects = createEffects({config, terminal, signal: new AbortController().signal})
const [result] = await buildAll(config, {...effects, browser: keeping(effects.browser)})
await Promise.all([effects.browser.close(), effects.charts.close(), rm(output, {recursive: true, force: true})])
if (result?.ok !== true)
  throw new Error(`${brief} has errors: ${result?.files.flatMap(({messages}) => messages).join('\n')}`)

function keeping(door: BrowserDoor): BrowserDoor {
  return {
    ...door,
    async open(html, size) {
      if (galley !== undefined) await writeFile(to, html)
      const page = await door.open(html, size)
      const print = async (): Promise<Uint8Array> => {
        if (galley === undefined) await writeFile(to, await page.call<string>('content'))
        return page.print()
      }
      // Where it cannot be parted, it is printed at once.
      const call = async <Result>(name: string, argument?: unknown): Promise<Result> => {
        const result = await page.call<Result>(name, argument)
        return name === 'measure' ? {...result, cuts: []} : result
      }
      return {...page, print, call}
    },
  }
}
