import type {Document} from '../../model/document.ts'
import {bareDoi, seriesNumber} from '../citation.ts'
import type {EditionTemplate} from '../edition-input.ts'
import {chosenOptions, plainTitle} from '../shell-data.ts'
import {compileShell} from '../shells.ts'
import {filled, wordsOf} from '../words.ts'

/** What differs from page to page. */
export interface FurnitureContext {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly first: boolean
  /** A left-hand page of a bound copy: an even one. */
  readonly left: boolean
  /** The title of the section that runs at the page's top. */
  readonly section?: string | undefined
}

/** Compiles the template's furniture, and gives the function that makes a page's running head and folio as HTML. */
export function createFurniture(template: EditionTemplate, document: Document): (page: FurnitureContext) => string {
  const render = compileShell(template, template.manifest.parts.furniture, 'print')
  const {frontMatter} = document
  const title = plainTitle(document)
  const brief = {
    title,
    shortTitle: frontMatter.shortTitle ?? title,
    series: frontMatter.series,
    number: frontMatter.number,
    seriesNumber: seriesNumber(frontMatter),
    doi: frontMatter.doi === undefined ? undefined : bareDoi(frontMatter.doi),
    institution: frontMatter.institution,
  }
  const {folio: asked, sides} = chosenOptions(document, template.manifest.options)
  const words = wordsOf(frontMatter.lang)
  return ({page, pages, first, left, section}) => {
    const folio = asked === 'page-of-pages' ? filled(words.pageOf, page, pages) : String(page)
    const mirrored = left && sides === 'two'
    return render({...brief, page, pages, folio, first, left, mirrored, section}).trim()
  }
}
