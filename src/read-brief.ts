import type {VFile} from 'vfile'
import {toDocument} from './document/to-document.ts'
import type {Effects} from './effects/effects.ts'
import {merge} from './merge/merge.ts'
import {assertNoErrors} from './messages/message.ts'
import type {Config} from './model/config.ts'
import type {Document, Merged} from './model/document.ts'
import {loadBrief} from './sources/load-brief.ts'
import {largeIn} from './sources/large/large.ts'
import {filesOf, validateBrief} from './sources/validate-brief.ts'
import {evaluate} from './values/evaluate.ts'
import {checkRules} from './values/rules/check-rules.ts'
import {evaluateOnce} from './values/evaluate-once.ts'

/** A brief as its text stands, without editions. */
export interface ReadBrief {
  /** The files that it is made of, with their messages. */
  readonly inputs: readonly VFile[]
  readonly merged: Merged
  readonly document: Document
}

/** What it takes of the world. */
export type ReadEffects = Pick<Effects, 'files' | 'stages'> & Partial<Pick<Effects, 'cache'>>

/**
 * The pipeline of `composeBrief` without charts and template, for those who look at a brief without making it: no chart is
 * drawn, no browser started, nothing written.
 *
 * @throws AuthorError at the end of the first stage that found mistakes
 */
export async function readBrief(
  name: string,
  config: Pick<Config, 'project'>,
  {files, stages, cache}: ReadEffects,
): Promise<ReadBrief> {
  stages.begin('load')
  const sources = await loadBrief(name, {config, files})
  const inputs = filesOf(sources)
  assertNoErrors(inputs)
  stages.begin('validate', largeIn(sources))
  const brief = await validateBrief(sources)
  assertNoErrors(inputs)
  stages.begin('evaluate')
  const values = cache === undefined ? await evaluate(brief) : await evaluateOnce({brief, sources, cache})
  checkRules(brief, values)
  assertNoErrors(inputs)
  stages.begin('merge')
  const merged = await merge(brief, values)
  assertNoErrors(inputs)
  stages.begin('document')
  const document = await toDocument(merged)
  assertNoErrors(inputs)
  return {inputs, merged, document}
}
