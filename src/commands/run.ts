import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

type Command = (argv: readonly string[], surroundings: Surroundings) => Promise<number>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).buildCommand,
}

/**
 * Runs the command that `argv` names.
 *
 * @returns the exit status: 0 done, 1 the author's mistakes, 2 wrong usage, 70 a fault of the program
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const {terminal} = surroundings
  try {
    return await dispatch(argv, surroundings)
  } catch (cause) {
    terminal.status(undefined)
    if (cause instanceof UsageError) {
      terminal.err(`brief: ${cause.message}\nRun \`brief --help\` for the commands and their options.\n`)
      return exits.usage
    }
    terminal.err(`brief: a fault of the program, not of your brief. Please report it with what follows.\n\n`)
    terminal.err(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`)
    return exits.fault
  }
}

async function dispatch(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') {
    const {version} = await import('../version.ts')
    surroundings.terminal.out(`${version}\n`)
    return exits.done
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const {help} = await import('./help.ts')
    surroundings.terminal.out(help(rest[0]))
    return name === undefined ? exits.usage : exits.done
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return (await load())(rest, surroundings)
  const {nearest, listed} = await import('../messages/nearest.ts')
  const candidates = nearest(name, Object.keys(commands))
  throw new UsageError(
    `unexpected command \`${name}\`, expected ${listed(candidates.length > 0 ? candidates : Object.keys(commands))}`,
  )
}
