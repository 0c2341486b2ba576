import type {Effects, Files} from '../effects/effects.ts'
import type {Config} from '../model/config.ts'
import {acceptedBaseline, namedBaseline, type Baseline} from './baseline.ts'
import {compareEditions, type Changes} from './compare.ts'
import {conditionsIn} from './conditions.ts'
import {drawPairs, type DrawnPair} from './draw-pairs.ts'
import {readEdition, type ReadEdition} from './read-edition.ts'

/** A brief beside another state of it. */
export interface BriefDiff {
  readonly edition: ReadEdition
  readonly baseline: Baseline
  readonly changes: Changes
  /** Of the charts that changed, by their ids. */
  readonly drawings: ReadonlyMap<string, DrawnPair>
}

export interface DiffInput {
  readonly name: string
  readonly config: Pick<Config, 'project' | 'output'>
  readonly effects: Pick<Effects, 'files' | 'stages' | 'git' | 'charts' | 'cache'>
  /** What to compare with if not the accepted edition: see `namedBaseline`. */
  readonly against: string | undefined
  readonly outside: {readonly directory: string; readonly filesOf: (folder: string) => Files}
}

/**
 * Compares what would be built now with the accepted edition, or with what `against` names. No browser is started.
 *
 * @throws AuthorError for mistakes in the brief, Refusal where there is nothing to compare with
 */
export async function diffBrief(input: DiffInput): Promise<BriefDiff> {
  const {name, config, effects, against, outside} = input
  const edition = await readEdition(name, config, effects)
  const present = edition.snapshot
  const baseline =
    against === undefined
      ? await acceptedBaseline({name, config, effects})
      : await namedBaseline(against, {name, config, effects, present}, outside)
  effects.stages.begin('compare')
  const changes = compareWith(baseline.snapshot, edition)
  const drawn = await drawPairs({...edition, changes, before: baseline.snapshot, after: present, effects})
  return {edition, baseline, changes: drawn.changes, drawings: drawn.drawings}
}

/** Compares an edition with a snapshot; whether charts look different is not known without a drawing. */
export function compareWith(
  before: ReadEdition['snapshot'],
  {snapshot, merged}: Pick<ReadEdition, 'snapshot' | 'merged'>,
): Changes {
  const {brief, charts} = merged
  const specs = JSON.stringify([brief.frontMatter, ...[...charts.values()].map(({spec}) => spec)])
  const conditions = conditionsIn(`${brief.body}\n${specs}`)
  return compareEditions(before, snapshot, {conditions, definitions: brief.definitions.values})
}
