import {resolve} from 'node:path'
import {createFiles} from '../effects/files.ts'
import {AuthorError} from '../messages/message.ts'
import type {Call, Command} from './commands.ts'
import {loadSettings} from './load-settings.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** Runs a command with the settings of the project that it is about, if it is about one. */
export async function runCommand(command: Command, call: Call, surroundings: Surroundings): Promise<number> {
  try {
    const settled = command.options.includes('project') ? await withSettings(call, surroundings) : call
    return await (
      await command.load()
    )(settled, surroundings)
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause
    const {reportFiles} = await import('./report.ts')
    reportFiles(cause.files, call, surroundings)
    return exits.mistakes
  }
}

/** The project's settings where the command line says nothing. */
export async function withSettings(call: Call, {directory}: Surroundings): Promise<Call> {
  const project = resolve(directory, call.flags.project ?? '.')
  const settings = await loadSettings(project, createFiles({project}))
  return {...call, ...settings, flags: {...settings.flags, ...call.flags}, given: call.flags}
}
