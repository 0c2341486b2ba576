import {beginDrawing, finishDrawings} from './charts/draw-charts.ts'
import {toDocument} from './document/to-document.ts'
import type {EditionsInput} from './editions/make-editions.ts'
import type {Effects} from './effects/effects.ts'
import {merge} from './merge/merge.ts'
import {assertNoErrors} from './messages/message.ts'
import type {Config} from './model/config.ts'
import type {Values} from './model/values.ts'
import {loadBrief} from './sources/load-brief.ts'
import {prepareTemplate} from './sources/prepare-template.ts'
import {largeIn} from './sources/large/large.ts'
import {filesOf, validateBrief} from './sources/validate-brief.ts'
import {checkRules} from './values/rules/check-rules.ts'
import {evaluateOnce} from './values/evaluate-once.ts'

/** A brief up to its document: what both editions are made of. */
export interface Composed extends EditionsInput {
  readonly values: Values
}

/**
 * The first half of the pipeline, from files to document: see `buildBrief`.
 *
 * @throws AuthorError at the end of the first stage that found mistakes
 */
export async function composeBrief(name: string, config: Config, effects: Effects): Promise<Composed> {
  const {files, stages} = effects
  stages.begin('load')
  const sources = await loadBrief(name, {config, files})
  const inputs = filesOf(sources)
  assertNoErrors(inputs)
  stages.begin('validate', largeIn(sources))
  const brief = await validateBrief(sources)
  assertNoErrors(inputs)
  const template = await prepareTemplate(brief, {config, files})
  stages.begin('evaluate')
  const values = await evaluateOnce({brief, sources, cache: effects.cache})
  checkRules(brief, values)
  assertNoErrors(inputs)
  stages.begin('merge')
  const merged = await merge(brief, values)
  assertNoErrors(inputs)
  const drawing = await beginDrawing({merged, template, effects})
  stages.begin('document')
  const document = await toDocument(merged)
  assertNoErrors(inputs)
  stages.begin('charts')
  const drawings = finishDrawings(document, merged, await drawing.results)
  assertNoErrors(inputs)
  return {document, drawings, merged, template, values, inputs: [...inputs, ...template.files.values()]}
}
