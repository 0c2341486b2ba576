import {commands, type Command} from './commands.ts'
import {parseCall} from './parse-call.ts'
import {listed, nearest} from '../messages/nearest.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

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
      terminal.err(`brief: ${cause.message}\n${seeHelp(argv)}\n`)
      return exits.usage
    }
    terminal.err(`brief: a fault of the program, not of your brief. Please report it with what follows.\n\n`)
    terminal.err(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`)
    return exits.fault
  }
}

function seeHelp(argv: readonly string[]): string {
  const found = maybeCommand(argv)
  if (found === undefined) return 'Run `brief --help` for the commands.'
  return `Run \`brief ${found.name} --help\` for its options and examples.`
}

async function dispatch(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') {
    const {version} = await import('../version.ts')
    surroundings.terminal.out(`${version}\n`)
    return exits.done
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await showHelp(rest.length === 0 ? undefined : commandOf(rest).name, surroundings)
    return name === undefined ? exits.usage : exits.done
  }
  const {name: called, command, after} = commandOf(argv)
  const call = parseCall(after, command)
  if (call.flags.help === true) {
    await showHelp(called, surroundings)
    return exits.done
  }
  const {runCommand} = await import('./run-command.ts')
  return runCommand(command, call, surroundings)
}

async function showHelp(name: string | undefined, {terminal}: Surroundings): Promise<void> {
  const {help} = await import('./help.ts')
  terminal.out(help(name))
}

interface Found {
  readonly name: string
  readonly command: Command
  /** What follows its name. */
  readonly after: readonly string[]
}

function commandOf(argv: readonly string[]): Found {
  const found = maybeCommand(argv)
  if (found) return found
  const [typed = '', second = ''] = argv
  const known = Object.keys(commands)
  const parts = known.filter((name) => name.startsWith(`${typed} `))
  const near = parts.length > 0 ? parts : nearest(typed, known)
  const shown = parts.length > 0 ? `${typed} ${second}`.trim() : typed
  throw new UsageError(`unexpected command \`${shown}\`, expected ${listed(near.length > 0 ? near : known)}`)
}

/** Names of commands are one word or two. */
function maybeCommand(argv: readonly string[]): Found | undefined {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return {name, command, after: argv.slice(words)}
  }
  return undefined
}
