import {join} from 'node:path'
import type {Effects} from '../effects/effects.ts'
import {listed} from '../messages/nearest.ts'
import type {Config} from '../model/config.ts'
import type {PreviewState} from '../preview/client/state.ts'
import {listBriefs} from '../sources/list-briefs.ts'
import {bundledTemplates} from '../sources/load-template.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {settingsNames} from './load-settings.ts'
import {resolveConfig} from './resolve-config.ts'
import {withSettings} from './run-command.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

/** `brief watch`: a preview that follows every save, until the user ends it. */
export async function watchCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal, signal} = surroundings
  const config = configOf(call, surroundings)
  const {createEffects} = await import('../effects/create-effects.ts')
  // What is being done shows in the page; the terminal stays quiet.
  const effects = createEffects({
    config,
    terminal: {...terminal, status: () => undefined},
    signal,
    memory: 64 * 1024 * 1024,
  })
  try {
    const name = await chosenBrief(config, effects)
    void effects.browser.warm()
    void effects.charts.warm()
    await serve(name, {call, config, effects, surroundings})
    return exits.done
  } finally {
    const {browser, charts, pictures, cache} = effects
    await Promise.all([browser, charts, pictures, cache].map((door) => door.close()))
  }
}

function configOf(call: Call, surroundings: Surroundings): Config {
  return {...resolveConfig(call, surroundings), editions: ['web', 'print']}
}

/** The named brief, or the only one. */
async function chosenBrief(config: Config, {files}: Effects): Promise<string> {
  const [named, second] = config.briefs
  if (named !== undefined && second === undefined) return (await briefsOf(config, files))[0] ?? named
  const briefs = await listBriefs(config, files)
  const [only, ...others] = briefs
  if (only !== undefined && others.length === 0) return only
  if (only === undefined)
    throw new UsageError(`no brief in ${join(config.project, 'content')}: make one with \`brief new\``)
  throw new UsageError(`${briefs.length} briefs in the project, expected the name of one: ${listed(briefs)}`)
}

interface Serving {
  readonly call: Call
  readonly config: Config
  readonly effects: Effects
  readonly surroundings: Surroundings
}

async function serve(name: string, {call, config, effects, surroundings}: Serving): Promise<void> {
  const {terminal, signal} = surroundings
  const {answer, createPreview, elapsed, maybeClientFile, maybePdfScript, startPreviewServer, watchFolders} =
    await load()
  const say = createReporter(terminal.err)
  const onState = (state: PreviewState): void => {
    server.tell(JSON.stringify(state))
    say(state)
  }
  const settings = async (): Promise<Config> =>
    configOf(await withSettings({...call, flags: call.given ?? call.flags}, surroundings), surroundings)
  const preview = createPreview({name, settings, effects, clock: elapsed, onState})
  const files = {client: maybeClientFile, pdfScript: maybePdfScript}
  const {port} = call.flags
  const server = await startPreviewServer({
    answer: (path) => answer(path, preview, files),
    state: () => JSON.stringify(preview.state()),
    port: portOf(port),
  }).catch((cause: unknown) => Promise.reject(asUsage(cause, port)))
  terminal.out(`Preview of ${name}: ${server.url}\nIt follows every save. End it with Ctrl+C.\n`)
  if (call.flags.open === true) (await import('../effects/open-address.ts')).openAddress(server.url, terminal.err)
  const watching = await watchFolders(watched(name, config), () => void preview.refresh())
  await preview.refresh()
  await ended(signal)
  watching.close()
  await server.close()
}

async function load() {
  const modules = await Promise.all([
    import('../effects/preview-server.ts'),
    import('../effects/client-files.ts'),
    import('../effects/watch-folders.ts'),
    import('../effects/stages.ts'),
    import('../preview/create-preview.ts'),
    import('../preview/answer.ts'),
  ])
  const [server, client, watching, stages, preview, answering] = modules
  return {...server, ...client, ...watching, ...stages, ...preview, ...answering}
}

/** The brief, what it may look like, and what the project says of all its briefs. */
function watched(name: string, {project}: Config): string[] {
  const own = [`content/${name}`, `data/${name}`, 'templates', ...settingsNames].map((path) => join(project, path))
  return [...new Set([...own, bundledTemplates])]
}

function portOf(port: string | undefined): number {
  const number = Number(port ?? 0)
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number
  throw new UsageError(`unexpected port \`${port ?? ''}\`, expected a number from 1024 to 65535`)
}

function asUsage(cause: unknown, port: string | undefined): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (!/^EADDRINUSE|EACCES$/.test(code)) return cause
  return new UsageError(`port ${port ?? ''} is taken, expected a free one: leave \`--port\` away to have one found`)
}

/** Says in the terminal what became of each change, in a line; the page shows the rest. */
function createReporter(write: (text: string) => void): (state: PreviewState) => void {
  let last: PreviewState | undefined
  return (state) => {
    const made = state.pdf !== last?.pdf && state.pdf > 0
    const failed = state.stale && state.making === undefined
    if (made) write(`page ${seconds(state.took.page)}, PDF ${seconds(state.took.pdf)} (${state.pages ?? 0} pages)\n`)
    if (failed) for (const {where, severity, reason} of state.messages) write(`${where} ${severity} ${reason}\n`)
    last = state
  }
}

function seconds(milliseconds = 0): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), {once: true})
  })
}
