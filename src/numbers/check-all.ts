import type {VFile} from 'vfile'
import type {LinkDoor} from '../effects/effects.ts'
import {AuthorError, severityOf} from '../messages/message.ts'
import {settleMessages} from '../messages/settle.ts'
import type {Config} from '../model/config.ts'
import {readBrief, type ReadEffects} from '../read-brief.ts'
import type {AuditedNumber} from './audit.ts'
import {checkBrief} from './check-brief.ts'
import {numbersPage} from './numbers-page.ts'

/** What was found in one brief. */
export interface CheckResult {
  readonly name: string
  readonly ok: boolean
  readonly files: readonly VFile[]
  /** Undefined where mistakes keep the text from being read. */
  readonly numbers: readonly AuditedNumber[] | undefined
  /** The page of numbers, with them. */
  readonly page: string | undefined
}

export interface CheckEffects extends ReadEffects {
  /** The web, if it is to be asked whether what the text links to is there. */
  readonly links?: LinkDoor | undefined
}

/** Checks the briefs that `config` names, one after another. When strict, loose numbers count as warnings do: errors. */
export async function checkAll(config: Config, effects: CheckEffects): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const name of config.briefs) results.push(await checked(name, config, effects))
  return results
}

async function checked(name: string, config: Config, effects: CheckEffects): Promise<CheckResult> {
  try {
    const brief = await readBrief(name, config, effects)
    effects.stages.begin('check')
    const {numbers, passages} = checkBrief(brief)
    const files = brief.inputs
    if (effects.links) {
      effects.stages.begin('links')
      const {askForLinks} = await import('../links/ask-for-links.ts')
      const {skipLinks: skipped = [], linkHosts: hosts = {}} = config
      await askForLinks(brief, {links: effects.links, cache: effects.cache, skipped, hosts})
    }
    if (config.strict) raiseLoose(files)
    settleMessages(files, config)
    const ok = !files.some(({messages}) => messages.some((message) => severityOf(message) === 'error'))
    const page = numbersPage(brief, {numbers, passages})
    return {name, ok, files, numbers, page}
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause
    settleMessages(cause.files, config)
    return {name, ok: false, files: cause.files, numbers: undefined, page: undefined}
  }
}

function raiseLoose(files: readonly VFile[]): void {
  for (const {messages} of files) {
    for (const message of messages) if (message.ruleId === 'numbers-loose') message.fatal = false
  }
}
