import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {moreMistakes} from '../messages/data.ts'
import {report, type Message} from '../messages/message.ts'

/** The mistakes of one data file. A wrong column is wrong in each of a million rows: some are shown, the rest counted. */
export interface Problems {
  /** The place is asked for only when the message is shown. */
  readonly add: (place: () => Point | undefined, message: Message) => void
  /** Says how many were not shown. */
  readonly finish: () => void
}

const SHOWN = 20

export function createProblems(file: VFile): Problems {
  let count = 0
  return {
    add(place, message) {
      count += 1
      if (count <= SHOWN) report(file, place(), message)
    },
    finish() {
      if (count > SHOWN) report(file, undefined, moreMistakes(count - SHOWN))
    },
  }
}
