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
  const ended = new AbortController()
  try {
    void warmUp({...config, briefs}, effects, ended.signal)
    // Only now: loading the stages takes as long as the browser takes to start, and there is a second core.
    const {buildAll} = await import('../build-all.ts')
    return await buildAll({...config, briefs}, effects)
  } finally {
    ended.abort()
    const {browser, charts, pictures, cache} = effects
    await Promise.all([browser, charts, pictures, cache].map((door) => door.close()))
  }
}

/**
 * Starts what will be needed and takes a while, one after another in the order of need: each takes a core until it has
 * started, and the stages need another.
 */
async function warmUp(config: Config, effects: Effects, ended: AbortSignal): Promise<void> {
  const {project, briefs, editions: wanted} = config
  const {files, browser, charts, pictures} = effects
  const lists = await Promise.all(briefs.map((name) => files.list(join(project, 'content', name))))
  const hasCharts = lists.flat().some((path) => path.endsWith('.vl.json'))
  if (hasCharts && !ended.aborted) await charts.warm()
  if (wanted.includes('print') && !ended.aborted) await browser.warm()
  if (hasCharts && wanted.includes('web') && !ended.aborted) pictures.warm()
}
