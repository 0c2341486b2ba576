import type {LoggerInterface} from 'vega'
import type {ChartProblem} from './chart-job.ts'

/** Gathers what Vega-Lite and Vega say while they draw; they say it once for each time that a view is drawn. */
export interface ChartLog {
  readonly logger: LoggerInterface
  /** Notes a file or an address that the spec asked for. */
  readonly refuse: (address: string) => void
  readonly problems: () => readonly ChartProblem[]
  readonly warnings: () => readonly ChartProblem[]
}

/** What Vega-Lite remarks about charts that are drawn as they were meant. */
const HARMLESS = [
  /^Dropping "?fit/,
  /^Autosize "fit"/,
  /only works (?:well with|for single)/,
  /^Conflicting /,
  /^Unioning discrete legend values/,
  /^Using discrete channel/,
  /^The step for "/,
  /^Infinite extent for field/,
  /^Detected faceted independent scales/,
  /^Domains that should be unioned/,
  /^Setting the scale to be independent/,
  /^Stacking is applied even though/,
  /^Loading failed/,
]

/** What it drops or replaces: the chart would not show what its author wrote. */
const BROKEN = [
  /dropped as it is/i,
  /is dropped as/i,
  /^Dropping \{/,
  /^Ignoring an invalid transform/,
  /^Data ingestion failed/,
  /^Invalid /,
  /^Unknown (?:field|repeated value)/,
  /^Unrecognized /,
  /^Cannot find a selection/,
  /does not work with/,
  /^Domain for .* is required/,
  /is required for "binned"/,
]

/** What Vega stumbles over when a part has another shape than it expects. */
export const BROKEN_PART = 'a part of it is missing, or has another shape than Vega expects'

export function chartLog(): ChartLog {
  const found = new Map<string, ChartProblem & {readonly isBroken: boolean}>()
  const note = (problem: ChartProblem, isBroken: boolean): void => {
    found.set(problem.detail, {...problem, isBroken})
  }
  const said = (isError: boolean, parts: readonly unknown[]): void => {
    const detail = parts
      .map((part) => (part instanceof Error ? part.message : String(part)))
      .join(' ')
      .slice(0, 300)
    if (HARMLESS.some((pattern) => pattern.test(detail))) return
    if (isError && detail.startsWith('Cannot read prop')) note({kind: 'spec', detail: BROKEN_PART}, true)
    else if (isError) note({kind: 'expression', detail}, true)
    else if (BROKEN.some((pattern) => pattern.test(detail))) note({kind: 'spec', detail}, true)
    else note({kind: 'remark', detail}, false)
  }
  const select = (isBroken: boolean): readonly ChartProblem[] =>
    [...found.values()].filter((each) => each.isBroken === isBroken).map(({kind, detail}) => ({kind, detail}))
  return {
    logger: loggerOf(said),
    refuse: (address) => note({kind: 'outside', detail: address}, true),
    problems: () => select(true).toSorted((a, b) => Number(b.kind === 'outside') - Number(a.kind === 'outside')),
    warnings: () => select(false),
  }
}

function loggerOf(said: (isError: boolean, parts: readonly unknown[]) => void): LoggerInterface {
  const logger: LoggerInterface = {
    level: (level?: number) => (level === undefined ? 2 : logger),
    error: (...parts: readonly unknown[]) => {
      said(true, parts)
      return logger
    },
    warn: (...parts: readonly unknown[]) => {
      said(false, parts)
      return logger
    },
    info: () => logger,
    debug: () => logger,
  }
  return logger
}
