import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {moreMistakes} from '../messages/data.ts'
import {report, type Message} from '../messages/message.ts'

/** The mistakes of one data file. A wrong column is wrong in each of a million rows: some are shown, the rest counted. */
export interface Problems {
  /** The place and the message are asked for only when they are shown. */
  readonly add: (place: () => Point | undefined, message: () => Message) => void
  /** Counts mistakes that are not shown: more than the first have been added. */
  readonly count: (more: number) => void
  /** Says how many were not shown. */
  readonly finish: () => void
}

const SHOWN = 20

export function createProblems(file: VFile): Problems {
  let count = 0
  let last: Point | undefined
  const reach = (place: Point | undefined): Point | undefined => {
    if (place !== undefined && (last === undefined || isBefore(last, place))) last = place
    return place
  }
  return {
    add(place, message) {
      count += 1
      if (count <= SHOWN) report(file, reach(place()), message())
      if (count === SHOWN + 1) reach(place())
    },
    count(more) {
      count += more
    },
    finish() {
      // At the last place, so that it stands below the others.
      if (count > SHOWN) report(file, last, moreMistakes(count - SHOWN))
    },
  }
}

function isBefore(one: Point, other: Point): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}
