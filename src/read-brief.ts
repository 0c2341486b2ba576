import type {VFile} from 'vfile'
import {toDocument} from './document/to-document.ts'
import type {Effects} from './effects/effects.ts'
import {merge} from './merge/merge.ts'
import {assertNoErrors} from './messages/message.ts'
import type {Config, Document, Merged} from './model.ts'
import {loadBrief} from './sources/load-brief.ts'
import {filesOf, validateBrief} from './sources/validate-brief.ts'
import {evaluate} from './values/evaluate.ts'

/** A brief as its text stands, without editions. */
export interface ReadBrief {
  /** The files that it is made of, with their messages. */
  readonly inputs: readonly VFile[]
  readonly merged: Merged
  readonly document: Document
}

/**
 * The pipeline of `buildBrief` as far as the document, for those who look at a brief without making it: no chart is
 * drawn, no browser started, nothing written.
 *
 * @throws AuthorError at the end of the first stage that found mistakes
 */
export async function readBrief(
  name: string,
  config: Pick<Config, 'project'>,
  {files, stages}: Pick<Effects, 'files' | 'stages'>,
): Promise<ReadBrief> {
  stages.begin('load')
  const sources = await loadBrief(name, {config, files})
  const inputs = filesOf(sources)
  assertNoErrors(inputs)
  stages.begin('validate')
  const brief = await validateBrief(sources)
  assertNoErrors(inputs)
  stages.begin('evaluate')
  const values = await evaluate(brief)
  assertNoErrors(inputs)
  stages.begin('merge')
  const merged = await merge(brief, values)
  assertNoErrors(inputs)
  stages.begin('document')
  const document = await toDocument(merged)
  assertNoErrors(inputs)
  return {inputs, merged, document}
}
