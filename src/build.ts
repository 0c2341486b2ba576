import {join} from 'node:path'
import type {VFile} from 'vfile'
import {checkAccepted} from './changes/check-accepted.ts'
import {writeRecord} from './changes/record.ts'
import {composeBrief, type Composed} from './compose-brief.ts'
import {makeEditions} from './editions/make-editions.ts'
import type {Effects} from './effects/effects.ts'
import {writeManifest} from './manifest.ts'
import {assertSettled} from './messages/settle.ts'
import type {Config} from './model/config.ts'
import {maybePageFacts} from './site/page-facts.ts'
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
 * THE pipeline. Every stage maps values to values; only `effects` touches files, the browser or the clock. The stages up
 * to the document are in `composeBrief`.
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
 *       | accepted    if asked, held against what an editor has accepted
 *       | editions    web:   HTML, data as CSV, charts as SVG
 *       |             print: HTML -> galley -> page plan -> PDF
 *       | publish     record, manifest; all of it moved into place together
 *       v
 *     output/<brief>/
 *
 * @throws AuthorError at the end of the first stage that found mistakes
 * @throws Refusal when the browser or the output folder stands in the way
 */
export async function buildBrief(name: string, config: Config, effects: Effects): Promise<Built> {
  const {files, stages} = effects
  const composed = await checkAccepted(await composeBrief(name, config, effects), config, effects)
  const {inputs, values} = composed
  stages.begin('editions')
  const {outputs, pages, audit} = await makeEditions(composed, config, effects)
  assertSettled(inputs, config)
  stages.begin('publish')
  const versions = await collectVersions(effects, audit)
  const record = writeRecord(composed, pages)
  const made = [...outputs, record]
  const page = maybePageFacts(composed.document, outputs)
  const manifest = writeManifest({name, config, inputs, outputs: made, values, versions, pages, audit, page})
  const folder = join(config.output, name)
  await files.publish(folder, [...made, manifest])
  if (config.numbers === true) await writeNumbers(folder, composed, files)
  return {folder, outputs: [...made, manifest].map(({path}) => path), files: inputs, pages}
}

/** For the authors: no part of the edition, and not in the manifest. */
async function writeNumbers(folder: string, composed: Composed, files: Effects['files']): Promise<void> {
  const {numbersPage} = await import('./numbers/numbers-page.ts')
  await files.write(join(folder, 'numbers.html'), numbersPage(composed))
}
