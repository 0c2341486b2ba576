import {join} from 'node:path'
import type {VFile} from 'vfile'
import {beginDrawing, finishDrawings} from './charts/draw-charts.ts'
import {toDocument} from './document/to-document.ts'
import {makeEditions} from './editions/make-editions.ts'
import type {Effects} from './effects/effects.ts'
import {writeManifest} from './manifest.ts'
import {merge} from './merge/merge.ts'
import {assertNoErrors} from './messages/message.ts'
import {assertSettled} from './messages/settle.ts'
import type {Config} from './model.ts'
import {loadBrief} from './sources/load-brief.ts'
import {prepareTemplate} from './sources/prepare-template.ts'
import {filesOf, validateBrief} from './sources/validate-brief.ts'
import {evaluate} from './values/evaluate.ts'
import {collectVersions} from './versions.ts'

/** What a build made, and the files it came from with their warnings. */
export interface Built {
  /** Absolute. */
  readonly folder: string
  /** Paths inside the folder. */
  readonly outputs: readonly string[]
  readonly files: readonly VFile[]
  readonly pages: number | undefined
}

/**
 * THE pipeline. Every stage maps values to values; only `effects` touches files, the browser or the clock.
 *
 *     content + data + templates
 *       | load        read files
 *       | validate    front matter, data package, rows, values' definitions, template
 *       | evaluate    values and views from the data (SQL in DuckDB)
 *       | merge       Handlebars over narrative, front matter, chart specs
 *       v
 *     Markdown
 *       | document    mdast -> hast -> numbers, notes, references
 *       | charts      Vega-Lite -> SVG, on another core since the merge
 *       v
 *     Document
 *       | editions    web:   HTML, data as CSV, charts as SVG
 *       |             print: HTML -> galley -> page plan -> PDF
 *       | publish     manifest; all of it moved into place together
 *       v
 *     output/<brief>/
 *
 * @throws AuthorError at the end of the first stage that found mistakes
 * @throws Refusal when the browser or the output folder stands in the way
 */
export async function buildBrief(name: string, config: Config, effects: Effects): Promise<Built> {
  const {files, stages} = effects
  stages.begin('load')
  const sources = await loadBrief(name, {config, files})
  const inputs = filesOf(sources)
  assertNoErrors(inputs)
  stages.begin('validate')
  const brief = await validateBrief(sources)
  assertNoErrors(inputs)
  const template = await prepareTemplate(brief, {config, files})
  stages.begin('evaluate')
  const values = await evaluate(brief)
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
  stages.begin('editions')
  const {outputs, pages} = await makeEditions({document, drawings, merged, template}, config, effects)
  const touched = [...inputs, ...template.files.values()]
  assertSettled(touched, config)
  stages.begin('publish')
  const versions = await collectVersions(effects)
  const manifest = writeManifest({name, config, inputs: touched, outputs, values, versions, pages})
  const folder = join(config.output, name)
  await files.publish(folder, [...outputs, manifest])
  return {folder, outputs: [...outputs, manifest].map(({path}) => path), files: touched, pages}
}
