import type {Verified} from '../verify/verify-brief.ts'
import {attemptEach, failureJson, failureText, type Attempted} from './attempt-each.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief verify`: whether editions come out the same when they are built again. */
export async function verifyCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal, signal} = surroundings
  const config = resolveConfig(call, surroundings)
  const {createEffects} = await import('../effects/create-effects.ts')
  const effects = createEffects({config: {...config, cache: false}, terminal, signal})
  const briefs = await briefsOf(config, effects.files)
  try {
    const {verifyBrief} = await import('../verify/verify-brief.ts')
    const attempted = await attemptEach(briefs, (name) => verifyBrief(name, config, effects))
    terminal.status(undefined)
    return await told(attempted, call, surroundings)
  } finally {
    const {browser, charts, pictures, cache} = effects
    await Promise.all([browser, charts, pictures, cache].map((door) => door.close()))
  }
}

async function told(
  attempted: readonly Attempted<Verified>[],
  {flags}: Call,
  {terminal, directory}: Surroundings,
): Promise<number> {
  const {isVerified, verifiedText} = await import('../verify/verified-text.ts')
  if (flags.json === true) {
    const briefs = attempted.map((one) => {
      const {result} = one
      return result === undefined ? failureJson(one) : {brief: one.name, ok: isVerified(result), ...result}
    })
    terminal.out(`${JSON.stringify({briefs}, undefined, 2)}\n`)
  } else {
    for (const one of attempted) {
      terminal.err(failureText(one, terminal))
      if (one.result !== undefined) terminal.err(verifiedText(one.result, directory))
    }
  }
  return attempted.every(({result}) => result !== undefined && isVerified(result)) ? exits.done : exits.mistakes
}
