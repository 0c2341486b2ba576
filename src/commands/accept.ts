import {attemptEach, failureText} from './attempt-each.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief accept`: keeps what a brief says now, or some of it, as what an editor has approved. */
export async function acceptCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal, signal} = surroundings
  const config = resolveConfig(call, surroundings)
  const {item, correction, note} = call.flags
  const {createEffects} = await import('../effects/create-effects.ts')
  const effects = createEffects({config, terminal, signal})
  const briefs = await briefsOf(config, effects.files)
  const {acceptBrief} = await import('../changes/accept-brief.ts')
  const kind = correction === true ? 'correction' : 'revision'
  const attempted = await attemptEach(briefs, (name) =>
    acceptBrief({name, config, effects, patterns: item ?? [], kind, note}),
  )
  terminal.status(undefined)
  for (const one of attempted) {
    terminal.err(failureText(one, terminal))
    if (one.result !== undefined) terminal.err(`${one.name}: ${one.result}\n`)
  }
  return attempted.every(({result}) => result !== undefined) ? exits.done : exits.mistakes
}
