import type {VFile} from 'vfile'
import {assertNoErrors} from '../messages/message.ts'
import type {Brief} from '../model/brief.ts'
import {type LoadOptions} from './load-brief.ts'
import {loadTemplate} from './load-template.ts'
import type {Template} from './template.ts'
import {validateOptions} from './validate-options.ts'
import {validateTemplate} from './validate-template.ts'

/**
 * The template that a brief asks for, loaded and validated, with the brief's options checked against it.
 *
 * @throws AuthorError when the template or the options have errors
 */
export async function prepareTemplate(brief: Brief, options: LoadOptions): Promise<Template> {
  const sources = await loadTemplate(brief, options)
  const files: VFile[] = [brief.narrative, sources.manifest, ...sources.parts.values()]
  // A template that is not there has no manifest to be wrong.
  assertNoErrors(files)
  const template = validateTemplate(sources)
  if (template) validateOptions(brief, template)
  assertNoErrors(files)
  if (template === undefined) throw new Error(`The template ${sources.name} has neither content nor an error`)
  return template
}
