import type {VFile} from 'vfile'
import {maybeExcerpt} from '../commands/excerpt.ts'
import {inOrder, type PlacedMessage} from '../commands/message-text.ts'
import {severityOf, type Message} from '../messages/message.ts'
import type {ShownMessage} from './client/state.ts'

/** The messages of some files as the preview's page shows them, in order. */
export function shownMessages(files: readonly VFile[]): readonly ShownMessage[] {
  return inOrder(files).map(shown)
}

/** A message that is on no file. */
export function shownRefusal({severity, reason, id, note}: Message): ShownMessage {
  return {severity, where: '', reason, id, note}
}

function shown({file, message}: PlacedMessage): ShownMessage {
  const {line, column, reason, ruleId: id = '', note} = message
  const excerpt = maybeExcerpt(file, message)
  return {
    severity: severityOf(message),
    where: [file.path, line, column].filter((part) => part !== undefined).join(':'),
    reason,
    id,
    note: note ?? '',
    ...(excerpt && {excerpt}),
  }
}
