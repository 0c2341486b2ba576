import type {Node, Point, Position} from 'unist'
import type {VFile} from 'vfile'

/** Errors stop a build, warnings are likely mistakes, notices are worth a look. */
export type Severity = 'error' | 'warning' | 'notice'

/** What is said to an author. `reason` reads "Unexpected X, expected Y"; `note` says what to do; `id` never changes. */
export interface Message {
  readonly id: string
  readonly severity: Severity
  readonly reason: string
  readonly note: string
}

/** Where a message points: a node with a position, a position, a point, or nothing (the file as a whole). */
export type Place = Node | Position | Point | undefined

/**
 * Leaves a message on a file. Stages go on after it, so that an author sees every mistake of a stage at once;
 * `assertNoErrors` stops the build at the end of the stage.
 */
export function report(file: VFile, place: Place, message: Message): void {
  const left = file.message(message.reason, {place: pointed(place), ruleId: message.id, source: 'brief'})
  left.note = message.note
  left.fatal = message.severity === 'notice' ? undefined : message.severity === 'error'
}

/** Thrown at the end of a stage whose files hold errors. The command prints the files' messages and ends with 1. */
export class AuthorError extends Error {
  readonly files: readonly VFile[]

  constructor(files: readonly VFile[]) {
    super('The brief has errors')
    this.name = 'AuthorError'
    this.files = files
  }
}

/** Stops the build when any of the files holds an error; warnings pass. */
export function assertNoErrors(files: Iterable<VFile>): void {
  const all = [...files]
  if (all.some((file) => file.messages.some((message) => message.fatal === true))) throw new AuthorError(all)
}

/** Makes an error message. */
export function error(id: string, reason: string, note: string): Message {
  return {id, severity: 'error', reason, note}
}

/** Makes a warning. */
export function warning(id: string, reason: string, note: string): Message {
  return {id, severity: 'warning', reason, note}
}

/** Makes a notice. */
export function notice(id: string, reason: string, note: string): Message {
  return {id, severity: 'notice', reason, note}
}

/** How bad a message on a file is. */
export function severityOf({fatal}: {readonly fatal?: boolean | null | undefined}): Severity {
  if (fatal === true) return 'error'
  return fatal === false ? 'warning' : 'notice'
}

/** Thrown when something outside the files stands in the way: the browser, the output folder. The user can mend it. */
export class Refusal extends Error {
  readonly told: Message

  constructor(told: Message, options?: ErrorOptions) {
    super(told.reason, options)
    this.name = 'Refusal'
    this.told = told
  }
}

function pointed(place: Place): Position | Point | undefined {
  if (place === undefined) return undefined
  if ('type' in place) return place.position
  return place
}
