import Handlebars, {type SafeString} from 'handlebars'
import type {Edition} from '../model/config.ts'
import type {EditionTemplate} from './edition-input.ts'

/**
 * Renders a part of a template with its data. Everything is escaped but HTML that was prepared with `markup`; a name
 * that the data do not hold is an error of the template.
 */
export type RenderPart = (data: Readonly<Record<string, unknown>>) => string

/**
 * Compiles a part of a template with its partials, each by its file's name without folder and ending.
 *
 * The one helper of the shells is `hint`, as in `<p{{hint "keep-next"}}>`: a break hint in print, nothing on the web.
 */
export function compileShell(template: EditionTemplate, path: string, edition: Edition): RenderPart {
  const handlebars = Handlebars.create()
  for (const partial of template.manifest.parts.partials) {
    handlebars.registerPartial(partialName(partial), partText(template, partial))
  }
  handlebars.registerHelper('hint', (hint: string) => markup(edition === 'print' ? ` data-break="${hint}"` : ''))
  return handlebars.compile(partText(template, path), {strict: true, preventIndent: true})
}

/** HTML that a shell takes as it is. */
export function markup(html: string): SafeString {
  return new Handlebars.SafeString(html)
}

/** The text of a template's file; the manifest was checked to name only files that are there. */
export function partText(template: EditionTemplate, path: string): string {
  const text = template.parts.get(path)
  if (text !== undefined) return text
  throw new Error(`Template ${template.manifest.name} has no file ${path}`)
}

/** Some style sheets as one, in order. */
export function joinStyles(template: EditionTemplate, paths: readonly string[]): string {
  return paths.map((path) => partText(template, path).trim()).join('\n\n')
}

function partialName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.hbs$/, '')
}
