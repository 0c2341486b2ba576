import {join, relative} from 'node:path'
import type {BriefDiff, DiffInput} from '../changes/diff-brief.ts'
import type {Effects} from '../effects/effects.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {attemptEach, type Attempted} from './attempt-each.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief diff`: what is different from the accepted edition, as text, as a page, as JSON. */
export async function diffCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal, signal, directory} = surroundings
  const config = resolveConfig(call, surroundings)
  const {createEffects} = await import('../effects/create-effects.ts')
  const effects = createEffects({config, terminal, signal})
  const briefs = await briefsOf(config, effects.files)
  // Loading what draws takes as long as reading a brief, and there is a second core.
  if (briefs.length === 1) void effects.charts.warm()
  try {
    const attempted = await attemptEach(briefs, (name) => diffed({...call, config, effects, directory}, name))
    terminal.status(undefined)
    return await told(attempted, call, surroundings)
  } finally {
    await Promise.all([effects.charts.close(), effects.cache.close()])
  }
}

interface Asked {
  readonly flags: Call['flags']
  readonly config: ReturnType<typeof resolveConfig>
  readonly effects: Effects
  readonly directory: string
}

interface Diffed extends BriefDiff {
  /** The page, absolute. */
  readonly page: string
}

async function diffed({flags, config, effects, directory}: Asked, name: string): Promise<Diffed> {
  const [{diffBrief}, {createFiles}] = await Promise.all([
    import('../changes/diff-brief.ts'),
    import('../effects/files.ts'),
  ])
  const outside: DiffInput['outside'] = {directory, filesOf: (folder) => createFiles({project: folder})}
  const diff = await diffBrief({name, config, effects, against: flags.against, outside})
  const {renderPage} = await import('../changes/page/render-page.ts')
  const page = join(config.output, name, 'changes.html')
  await effects.files.write(page, await renderPage(diff, effects.files))
  return {...diff, page}
}

async function told(
  attempted: readonly Attempted<Diffed>[],
  {flags}: Call,
  {terminal, directory}: Surroundings,
): Promise<number> {
  const [{renderText}, {renderJson}, {itemsOf}, {failureText, failureJson}] = await Promise.all([
    import('../changes/render-text.ts'),
    import('../changes/render-json.ts'),
    import('../changes/compare.ts'),
    import('./attempt-each.ts'),
  ])
  const {color} = terminal
  for (const one of attempted) terminal.err(failureText(one, {color}))
  if (flags.json === true) {
    const briefs = attempted.map((one) =>
      one.result === undefined
        ? failureJson(one)
        : {ok: true, ...toObject(renderJson(one.result.changes, one.result.baseline))},
    )
    terminal.out(`${JSON.stringify({briefs}, undefined, 2)}\n`)
  } else {
    const texts = attempted.flatMap(({result}) => {
      if (result === undefined) return []
      const {changes, baseline} = result
      return [renderText(changes, {color, baseline, page: relative(directory, result.page)})]
    })
    terminal.out(texts.join('\n'))
  }
  if (attempted.some(({result}) => result === undefined)) return exits.mistakes
  const hasChanges = attempted.some(({result}) => result !== undefined && itemsOf(result.changes).length > 0)
  return flags['exit-code'] === true && hasChanges ? exits.mistakes : exits.done
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
