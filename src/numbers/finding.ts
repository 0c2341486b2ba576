import type {Message} from '../messages/message.ts'
import type {Passage} from '../prose/passage.ts'

/** A message about a stretch of a passage; offsets are in its text, the second one excluded. */
export interface Finding {
  readonly passage: Passage
  readonly start: number
  readonly end: number
  readonly message: Message
}
