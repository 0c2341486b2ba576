import type {VFile} from 'vfile'
import {buildBrief, type Built} from './build.ts'
import type {Effects} from './effects/effects.ts'
import {AuthorError, Refusal, type Message} from './messages/message.ts'
import {settleMessages} from './messages/settle.ts'
import type {Config} from './model/config.ts'

/** What became of one brief: its outputs, or the messages that say why there are none. */
export interface BriefResult {
  readonly name: string
  readonly ok: boolean
  readonly built: Built | undefined
  /** Files with messages: errors, or the warnings of a brief that was built. */
  readonly files: readonly VFile[]
  /** What stood in the way outside the files: the browser, the output folder. */
  readonly refusal: Message | undefined
  /** Milliseconds of each stage, in order. */
  readonly timings: Readonly<Record<string, number>>
}

/**
 * Builds the briefs that `config` names, one after another. A brief with mistakes does not keep the
 * others from being built. Then the index of all briefs is made again.
 *
 * @throws what is neither an author's mistake nor a refusal of the surroundings: a fault of the program
 */
export async function buildAll(config: Config, effects: Effects): Promise<readonly BriefResult[]> {
  const results: BriefResult[] = []
  for (const name of config.briefs) results.push(await attempt(name, config, effects))
  if (config.editions.includes('web') && results.some(({ok}) => ok)) results.push(...(await indexed(config, effects)))
  return results
}

/** @returns a result only where the index could not be written */
async function indexed(config: Config, effects: Effects): Promise<BriefResult[]> {
  const {publishSite} = await import('./site/publish-site.ts')
  try {
    await publishSite(config, effects)
    return []
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    const timings = effects.stages.timings()
    return [{name: 'index.html', ok: false, built: undefined, files: [], refusal: cause.told, timings}]
  }
}

async function attempt(name: string, config: Config, effects: Effects): Promise<BriefResult> {
  const failed = {name, ok: false, built: undefined, files: [], refusal: undefined}
  try {
    const built = await buildBrief(name, config, effects)
    return {name, ok: true, built, files: built.files, refusal: undefined, timings: effects.stages.timings()}
  } catch (cause) {
    const timings = effects.stages.timings()
    if (cause instanceof AuthorError) {
      settleMessages(cause.files, config)
      return {...failed, files: cause.files, timings}
    }
    if (cause instanceof Refusal) return {...failed, refusal: cause.told, timings}
    throw cause
  }
}
