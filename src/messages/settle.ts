import type {VFile} from 'vfile'
import {assertNoErrors, severityOf} from './message.ts'

export interface SettleOptions {
  /** Reasons by the ids of warnings that the project accepts. */
  readonly silence: Readonly<Record<string, string>>
  /** Warnings are errors. */
  readonly strict: boolean
}

declare module 'vfile' {
  interface DataMap {
    /** On a narrative: the warnings that its front matter silences. */
    silence: Readonly<Record<string, string>>
  }
}

/**
 * Takes away the warnings that the project or the brief accepts, and makes errors of the others where that is wanted.
 * Errors stay: nothing silences them.
 */
export function settleMessages(files: readonly VFile[], {silence, strict}: SettleOptions): void {
  const accepted = new Set([silence, ...files.map(({data}) => data.silence ?? {})].flatMap((each) => Object.keys(each)))
  for (const file of files) {
    file.messages = file.messages.filter(
      (message) => severityOf(message) === 'error' || !accepted.has(message.ruleId ?? ''),
    )
    for (const message of file.messages) if (strict && severityOf(message) === 'warning') message.fatal = true
  }
}

/**
 * Settles the messages of some files.
 *
 * @throws AuthorError when an error is left
 */
export function assertSettled(files: readonly VFile[], options: SettleOptions): void {
  settleMessages(files, options)
  assertNoErrors(files)
}
