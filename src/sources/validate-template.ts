import * as v from 'valibot'
import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {defaultNotAChoice, missingPart, paperWithoutPage} from '../messages/templates.ts'
import type {TemplateSources} from '../model/sources.ts'
import {manifestSchema} from './manifest-schema.ts'
import {parseJson, reportDuplicateNames} from './parse-json.ts'
import type {Path, Placed} from './placed.ts'
import {reportIssues} from './report-issues.ts'
import {isMap} from './shapes.ts'
import type {Template, TemplateManifest} from './template.ts'
import {validateObject} from './validate-object.ts'

/**
 * A template whose manifest is of the right shape and whose files are there. What is wrong is reported on the
 * manifest, or on the file that is wrong.
 *
 * @returns undefined when the manifest cannot be used; its file has the messages
 */
export function validateTemplate(sources: TemplateSources): Template | undefined {
  const placed = parseManifest(sources.manifest)
  const result = placed && v.safeParse(manifestSchema, placed.value)
  if (!placed || !result) return undefined
  if (!result.success) {
    reportIssues(result.issues, {
      file: sources.manifest,
      placed,
      owner: `manifest of the template \`${sources.name}\``,
      schema: manifestSchema,
    })
    return undefined
  }
  const manifest: TemplateManifest = result.output
  reportMissingParts(manifest, sources, placed)
  reportOptions(manifest, sources.manifest, placed)
  return {
    name: sources.name,
    manifest,
    parts: new Map([...sources.parts].map(([path, file]) => [path, String(file)])),
    files: new Map([['template.json', sources.manifest], ...sources.parts]),
    chartTheme: chartThemeOf(manifest, sources),
  }
}

function parseManifest(file: VFile): Placed | undefined {
  // Nothing there: the stage that loads has said so.
  if (String(file) === '' && file.messages.length > 0) return undefined
  const placed = parseJson(String(file), file)
  if (placed) reportDuplicateNames(String(file), file)
  return placed
}

function reportMissingParts(
  manifest: TemplateManifest,
  {name, manifest: file, parts}: TemplateSources,
  placed: Placed,
): void {
  for (const [where, path] of partPaths(manifest)) {
    if (!parts.has(path)) report(file, placed.at(where), missingPart(name, path, [...parts.keys()]))
  }
}

/** Every file that the manifest names, with the place where it does. */
function partPaths({parts, styles, chartTheme}: TemplateManifest): [Path, string][] {
  const indexed = (base: Path, paths: readonly string[]): [Path, string][] =>
    paths.map((path, index) => [[...base, index], path])
  return [
    [['parts', 'web'], parts.web],
    [['parts', 'print'], parts.print],
    [['parts', 'furniture'], parts.furniture],
    ...(parts.index === undefined ? [] : ([[['parts', 'index'], parts.index]] satisfies [Path, string][])),
    ...indexed(['parts', 'partials'], parts.partials),
    ...indexed(['styles', 'shared'], styles.shared),
    ...indexed(['styles', 'web'], styles.web),
    ...indexed(['styles', 'print'], styles.print),
    ...(chartTheme === undefined ? [] : ([[['chartTheme'], chartTheme]] satisfies [Path, string][])),
  ]
}

function reportOptions(manifest: TemplateManifest, file: VFile, placed: Placed): void {
  for (const [name, {choices, default: value}] of Object.entries(manifest.options)) {
    if (choices && !choices.includes(value)) {
      const place = placed.at(['options', name, 'default'])
      report(file, place, defaultNotAChoice(name, String(value), choices.map(String)))
    }
  }
  const pages = Object.keys(manifest.page)
  for (const [index, paper] of (manifest.options['paper']?.choices ?? []).entries()) {
    if (pages.includes(String(paper))) continue
    report(file, placed.at(['options', 'paper', 'choices', index]), paperWithoutPage(String(paper), pages))
  }
}

function chartThemeOf({chartTheme}: TemplateManifest, {parts}: TemplateSources): Readonly<Record<string, unknown>> {
  const file = chartTheme === undefined ? undefined : parts.get(chartTheme)
  const value = file && validateObject(file, 'a chart theme in braces `{}`')
  return isMap(value) ? value : {}
}
