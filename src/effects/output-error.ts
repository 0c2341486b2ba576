import {Refusal} from '../messages/message.ts'
import {unwritableOutput} from '../messages/outputs.ts'

/** Thrown when an output folder cannot be written; what stood there before still stands. */
export class OutputError extends Refusal {
  /** The system's error code, e.g. `EACCES`, `ENOSPC`, `ENOTDIR`. */
  readonly code: string
  /** The folder that was to be written. */
  readonly path: string

  constructor(path: string, cause: unknown) {
    const code = codeOf(cause)
    super(unwritableOutput(path, code), {cause})
    this.name = 'OutputError'
    this.code = code
    this.path = path
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'UNKNOWN'
}
