// What a run was asked to do.

export type Edition = 'web' | 'print'

/** What the printed edition is for, where it is not for its readers. */
export type Variant = (typeof variants)[number]

/** In the order in which they stand in the name of a PDF. */
export const variants = ['draft', 'line-numbers', 'press', 'grey'] as const

/** What one run was asked to do: flags and defaults merged, once, at the edge. Paths are absolute. */
export interface Config {
  readonly project: string
  readonly output: string
  /** Names of briefs; empty means every brief of the project. */
  readonly briefs: readonly string[]
  readonly editions: readonly Edition[]
  /** Of the printed edition, in the order of `variants`. */
  readonly variants?: readonly Variant[]
  /** The address that the output folder will have, with a `/` at its end; undefined where nobody said. */
  readonly baseUrl?: string | undefined
  /** Whether the web edition is wanted as a single file too. */
  readonly standalone?: boolean
  /** Whether a build also writes the page of the brief's numbers, as a check does. */
  readonly numbers?: boolean
  /** Hosts and beginnings of addresses that are not asked when links are checked. */
  readonly skipLinks?: readonly string[]
  /** How certain hosts are asked when links are checked, by host. */
  readonly linkHosts?: LinkHosts
  /** The date of what has none of its own, in place of today's: ISO, from SOURCE_DATE_EPOCH. */
  readonly date?: string | undefined
  /** The browser that the user named, by flag or BRIEF_BROWSER. */
  readonly browser: string | undefined
  /** Milliseconds that the browser may take for any one answer; a default of the browser's door if undefined. */
  readonly browserTimeout: number | undefined
  /** Whether warnings stop the build. */
  readonly strict: boolean
  /** Reasons by the ids of warnings that the project accepts; briefs have their own besides. */
  readonly silence: Readonly<Record<string, string>>
  /** Build only what an editor has accepted. */
  readonly acceptedOnly?: boolean
  /** Mark in both editions what is different from the accepted edition. */
  readonly highlightChanges?: boolean
  /** Whether results of earlier runs may be used again, and this run's kept. */
  readonly cache: boolean
}

/** How a host, with those below it, is asked whether pages are there. What is absent is as for all others. */
export interface LinkHost {
  /** Seconds between two questions to it. */
  readonly delay?: number
  /** Seconds that it may take to answer. */
  readonly timeout?: number
  /** `get` asks for the whole page at once: some servers know no other question. */
  readonly method?: 'head' | 'get'
  /** Answers that count as a page that is there, besides those from 200 to 299. */
  readonly accept?: readonly number[]
  readonly skip?: boolean
}

export type LinkHosts = Readonly<Record<string, LinkHost>>
