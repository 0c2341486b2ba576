import type {Ask} from '../effects/prompt.ts'
import type {Terminal} from '../effects/terminal.ts'

/** What a command gets from the process that runs it. */
export interface Surroundings {
  readonly terminal: Terminal
  /** The folder that relative paths start from, absolute. */
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** Absent where nobody is there to answer. */
  readonly ask?: Ask | undefined
}

/** Exit statuses, as promised in the README; 70 is `EX_SOFTWARE` of sysexits.h. */
export const exits = {done: 0, mistakes: 1, usage: 2, fault: 70} as const
