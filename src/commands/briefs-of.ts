import {join} from 'node:path'
import type {Files} from '../effects/effects.ts'
import {unknownBrief} from '../messages/sources.ts'
import type {Config} from '../model/config.ts'
import {listBriefs} from '../sources/list-briefs.ts'
import {UsageError} from './usage-error.ts'

/**
 * The briefs that a command is about: those that were named, or else all of the project.
 *
 * @throws UsageError when there is none, or none of a name
 */
export async function briefsOf(config: Pick<Config, 'project' | 'briefs'>, files: Files): Promise<readonly string[]> {
  const content = join(config.project, 'content')
  if (config.briefs.length === 0) {
    const all = await listBriefs(config, files)
    if (all.length === 0) throw new UsageError(`no brief in ${content}, expected folders with a brief.md`)
    return all
  }
  // A folder without a narrative is an author's mistake, of which building it tells more.
  const folders = await files.folders(content)
  const unknown = config.briefs.filter((name) => !folders.includes(name))
  if (unknown.length > 0) throw new UsageError(told(unknown, await listBriefs(config, files)))
  return config.briefs
}

function told(unknown: readonly string[], known: readonly string[]): string {
  const messages = unknown.map((name) => unknownBrief(name, known))
  const reasons = messages.map(({id, reason}) => `${reason.charAt(0).toLowerCase()}${reason.slice(1)} [${id}]`)
  return `${reasons.join('\n')}\n  ${messages[0]?.note ?? ''}`
}
