import type {Document} from '../../model/document.ts'
import type {PageGeometry} from '../../sources/template.ts'
import type {EditionTemplate} from '../edition-input.ts'
import {chosenOptions} from '../shell-data.ts'

/**
 * The page of the paper that the brief chose.
 *
 * @throws Error when the template has no such page: its options and pages contradict each other
 */
export function pageGeometry(template: EditionTemplate, document: Document): PageGeometry {
  const {paper = 'a4'} = chosenOptions(document, template.manifest.options)
  const page = template.manifest.page[String(paper)]
  if (page !== undefined) return page
  throw new Error(`Template ${template.manifest.name} has no page for paper ${paper}`)
}

/** How many lines of a paragraph stand together at a page's foot and head, at least: two, unless the brief says so. */
export function linesTogether(template: EditionTemplate, document: Document): {foot: number; head: number} {
  const {widows = 2} = chosenOptions(document, template.manifest.options)
  return {foot: Number(widows), head: Number(widows)}
}
