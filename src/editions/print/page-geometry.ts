import type {Variant} from '../../model/config.ts'
import type {Document} from '../../model/document.ts'
import type {PageGeometry} from '../../sources/template.ts'
import type {EditionTemplate} from '../edition-input.ts'
import {chosenOptions} from '../shell-data.ts'

/**
 * The page of the paper that the brief chose; for a press with what is cut off, all around.
 *
 * @throws Error when the template has no such page: its options and pages contradict each other
 */
export function pageGeometry(
  template: EditionTemplate,
  document: Document,
  variants: readonly Variant[] = [],
): PageGeometry {
  const {paper = 'a4'} = chosenOptions(document, template.manifest.options)
  const page = template.manifest.page[String(paper)]
  if (page !== undefined) return variants.includes('press') ? withBleed(page) : page
  throw new Error(`Template ${template.manifest.name} has no page for paper ${paper}`)
}

/** An eighth of an inch, a little more than 3 mm, in CSS px. */
export const bleed = 12

function withBleed(page: PageGeometry): PageGeometry {
  return {
    ...page,
    width: page.width + 2 * bleed,
    height: page.height + 2 * bleed,
    column: {...page.column, left: page.column.left + bleed},
    top: page.top + bleed,
    bottom: page.bottom + bleed,
  }
}

/** How many lines of a paragraph stand together at a page's foot and head, at least: two, unless the brief says so. */
export function linesTogether(template: EditionTemplate, document: Document): {foot: number; head: number} {
  const {widows = 2} = chosenOptions(document, template.manifest.options)
  return {foot: Number(widows), head: Number(widows)}
}
