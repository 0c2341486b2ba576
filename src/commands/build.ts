import {parseArgs} from 'node:util'
import {join, resolve} from 'node:path'
import type {BriefResult} from '../build-all.ts'
import type {Effects} from '../effects/effects.ts'
import type {Config, Edition} from '../model.ts'
import {listBriefs} from '../sources/list-briefs.ts'
import {help} from './help.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

const editions: Readonly<Record<string, readonly Edition[]>> = {
  web: ['web'],
  print: ['print'],
  all: ['web', 'print'],
}

/** `brief build`: flags to Config, the builds, their messages, the exit status. */
export async function buildCommand(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const flags = parseFlags(argv)
  const {terminal} = surroundings
  if (flags.help === true) {
    terminal.out(help('build'))
    return exits.done
  }
  const results = await buildBriefs(resolveConfig(flags, surroundings), surroundings)
  terminal.status(undefined)
  const {toJson, toText} = await import('./report.ts')
  if (flags.json === true) terminal.out(`${JSON.stringify(toJson(results), undefined, 2)}\n`)
  else terminal.err(toText(results, {color: terminal.color, directory: surroundings.directory}))
  return results.every((result) => result.ok) ? exits.done : exits.mistakes
}

async function buildBriefs(config: Config, {terminal, signal}: Surroundings): Promise<readonly BriefResult[]> {
  const {createEffects} = await import('../effects/create-effects.ts')
  const effects = createEffects({config, terminal, signal})
  const briefs = config.briefs.length > 0 ? config.briefs : await listBriefs(config, effects.files)
  if (briefs.length === 0) {
    throw new UsageError(`no brief in ${join(config.project, 'content')}, expected folders with a brief.md`)
  }
  try {
    await warmUp({...config, briefs}, effects)
    // Only now: loading the stages takes as long as the browser takes to start, and there is a second core.
    const {buildAll} = await import('../build-all.ts')
    return await buildAll({...config, briefs}, effects)
  } finally {
    await Promise.all([effects.browser.close(), effects.charts.close()])
  }
}

/** Starts what will be needed and takes a while: the browser, and the thread that draws charts. */
async function warmUp({project, briefs, editions: wanted}: Config, {files, browser, charts}: Effects): Promise<void> {
  if (wanted.includes('print')) browser.warm()
  const lists = await Promise.all(briefs.map((name) => files.list(join(project, 'content', name))))
  if (lists.flat().some((path) => path.endsWith('.vl.json'))) charts.warm()
}

interface Flags {
  readonly briefs: readonly string[]
  readonly project?: string
  readonly output?: string
  readonly edition?: string
  readonly browser?: string
  readonly json?: boolean
  readonly help?: boolean
}

function parseFlags(argv: readonly string[]): Flags {
  try {
    const {values, positionals} = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        project: {type: 'string'},
        output: {type: 'string'},
        edition: {type: 'string'},
        browser: {type: 'string'},
        json: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
      },
    })
    return {briefs: positionals, ...values}
  } catch (cause) {
    // parseArgs throws a TypeError whose message names the argument.
    throw new UsageError(cause instanceof Error ? cause.message : String(cause))
  }
}

function resolveConfig(flags: Flags, {directory, environment}: Surroundings): Config {
  const edition = flags.edition ?? 'all'
  const chosen = Object.hasOwn(editions, edition) ? editions[edition] : undefined
  if (!chosen) throw new UsageError(`unexpected edition \`${edition}\`, expected \`web\`, \`print\` or \`all\``)
  const project = resolve(directory, flags.project ?? '.')
  return {
    project,
    output: flags.output === undefined ? resolve(project, 'output') : resolve(directory, flags.output),
    briefs: flags.briefs,
    editions: chosen,
    browser: flags.browser ?? environment['BRIEF_BROWSER'],
    browserTimeout: timeoutOf(environment['BRIEF_BROWSER_TIMEOUT']),
  }
}

/** Seconds, as the environment has them, to milliseconds. */
function timeoutOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined || seconds === '') return undefined
  const number = Number(seconds)
  if (number > 0 && Number.isFinite(number)) return number * 1000
  throw new UsageError(`unexpected BRIEF_BROWSER_TIMEOUT \`${seconds}\`, expected seconds as a number above 0`)
}
