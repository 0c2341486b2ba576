import {join} from 'node:path'
import {createCache, createNoCache} from '../effects/cache.ts'
import type {LinkDoor} from '../effects/effects.ts'
import {createFiles} from '../effects/files.ts'
import {createStages} from '../effects/stages.ts'
import type {Terminal} from '../effects/terminal.ts'
import type {Config} from '../model/config.ts'
import {checkAll, type CheckResult} from '../numbers/check-all.ts'
import {stateCounts} from '../numbers/state-counts.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {messageText} from './message-text.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief check`: what is wrong with the text of briefs, and where their numbers come from. Nothing is built. */
export async function checkCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal} = surroundings
  const results = await checkBriefs(resolveConfig(call, surroundings), call, surroundings)
  terminal.status(undefined)
  const format = call.flags.json === true ? 'json' : (call.flags.format ?? 'text')
  await tell[format](results, terminal)
  return results.every(({ok}) => ok) ? exits.done : exits.mistakes
}

type Tell = (results: readonly CheckResult[], terminal: Terminal) => Promise<void>

/** For people, for programs, for code hosts, for GitHub's workflows. */
const tell: Readonly<Record<NonNullable<Call['flags']['format']>, Tell>> = {
  async text(results, {err, color}) {
    err(results.map((result) => resultText(result, color)).join(''))
    await Promise.resolve()
  },
  async json(results, {out}) {
    const {checkJson} = await import('../numbers/check-json.ts')
    out(`${JSON.stringify(checkJson(results), undefined, 2)}\n`)
  },
  async sarif(results, {out}) {
    const {toSarif} = await import('./report-sarif.ts')
    out(`${JSON.stringify(toSarif(results.flatMap(({files}) => files)), undefined, 2)}\n`)
  },
  async github(results, {out}) {
    const {toGithub} = await import('./report-github.ts')
    out(toGithub(results.flatMap(({files}) => files)))
  },
}

async function checkBriefs(
  config: Config,
  {flags}: Call,
  {terminal, signal}: Surroundings,
): Promise<readonly CheckResult[]> {
  const files = createFiles(config)
  const briefs = await briefsOf(config, files)
  const cache = config.cache ? createCache() : createNoCache()
  try {
    const links = flags.links === true ? await openWeb(signal) : undefined
    const results = await checkAll({...config, briefs}, {files, cache, stages: createStages(terminal), links})
    for (const {name, page} of results) {
      if (page !== undefined) await files.write(join(config.output, name, 'numbers.html'), page)
    }
    return results
  } finally {
    await cache.close()
  }
}

/** Only who asks for it goes on the web. */
async function openWeb(signal: AbortSignal): Promise<LinkDoor> {
  const {createLinkDoor} = await import('../effects/links.ts')
  return createLinkDoor({signal})
}

function resultText({name, files, numbers}: CheckResult, color: boolean): string {
  const messages = messageText(files, {color})
  if (numbers === undefined) return `${messages}${name}: its numbers wait until the errors are mended\n`
  const counts = stateCounts(numbers)
  const told = (['bound', 'declared', 'structural', 'loose'] as const).map((state) => `${counts[state]} ${state}`)
  return `${messages}${name}: ${numbers.length} numbers: ${told.join(', ')}\n`
}
