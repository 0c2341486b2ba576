import type {Stages} from './effects.ts'
import type {Terminal} from './terminal.ts'

/** Shows each stage on the terminal as it begins, and times it. */
export function createStages(terminal: Terminal): Stages {
  let marks: {stage: string; at: number}[] = []
  return {
    begin(stage, detail) {
      marks.push({stage, at: performance.now()})
      terminal.status(detail === undefined ? stage : `${stage} (${detail})`)
    },
    timings() {
      const ends = [...marks.slice(1).map((mark) => mark.at), performance.now()]
      const timings = marks.map((mark, index) => [mark.stage, Math.round((ends[index] ?? mark.at) - mark.at)] as const)
      marks = []
      return Object.fromEntries(timings)
    },
  }
}

/** Milliseconds since the program began: a clock that only goes on. */
export function elapsed(): number {
  return performance.now()
}
