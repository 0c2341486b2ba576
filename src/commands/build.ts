import {join} from 'node:path'
import type {BriefResult} from '../build-all.ts'
import type {Effects} from '../effects/effects.ts'
import type {Config} from '../model/config.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief build`: the builds, their messages, the exit status. */
export async function buildCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal} = surroundings
  const results = await buildBriefs(resolveConfig(call, surroundings), surroundings)
  terminal.status(undefined)
  const {toJson, toText} = await import('./report.ts')
  if (call.flags.json === true) terminal.out(`${JSON.stringify(toJson(results), undefined, 2)}\n`)
  else terminal.err(toText(results, {color: terminal.color, directory: surroundings.directory}))
  return results.every((result) => result.ok) ? exits.done : exits.mistakes
}

async function buildBriefs(config: Config, {terminal, signal}: Surroundings): Promise<readonly BriefResult[]> {
  const {createEffects} = await import('../effects/create-effects.ts')
  const effects = createEffects({config, terminal, signal})
  const briefs = await briefsOf(config, effects.files)
  try {
    await warmUp({...config, briefs}, effects)
    // Only now: loading the stages takes as long as the browser takes to start, and there is a second core.
    const {buildAll} = await import('../build-all.ts')
    return await buildAll({...config, briefs}, effects)
  } finally {
    const {browser, charts, pictures, cache} = effects
    await Promise.all([browser, charts, pictures, cache].map((door) => door.close()))
  }
}

/** Starts what will be needed and takes a while: the browser, and the thread that draws charts. */
async function warmUp({project, briefs, editions: wanted}: Config, {files, browser, charts}: Effects): Promise<void> {
  if (wanted.includes('print')) browser.warm()
  const lists = await Promise.all(briefs.map((name) => files.list(join(project, 'content', name))))
  if (lists.flat().some((path) => path.endsWith('.vl.json'))) charts.warm()
}
