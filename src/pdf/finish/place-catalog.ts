import type {PdfDocument} from '../document.ts'
import {catalogOf} from '../objects/lookup.ts'
import {textString} from '../objects/text-strings.ts'
import {dictOf} from '../objects/values.ts'
import type {PdfProperties} from './place-properties.ts'

/**
 * Says how the document is to be opened: with its title in the window's head and its outline beside it, at its first
 * page as a whole; in which language and direction it is read; that its pages are counted from one.
 */
export function placeCatalog({file, pages}: PdfDocument, {properties}: {readonly properties: PdfProperties}): void {
  const catalog = catalogOf(file)
  const hasOutline = catalog.has('Outlines')
  const [first] = pages
  catalog.set('Lang', textString(properties.lang))
  catalog.set('MarkInfo', dictOf({Marked: true}))
  catalog.set('PageLabels', dictOf({Nums: [0, dictOf({S: 'D'})]}))
  catalog.set('PageMode', hasOutline ? 'UseOutlines' : 'UseNone')
  catalog.set('PageLayout', 'SinglePage')
  catalog.set(
    'ViewerPreferences',
    dictOf({DisplayDocTitle: true, Direction: isRightToLeft(properties.lang) ? 'R2L' : undefined}),
  )
  if (first) catalog.set('OpenAction', [{ref: first.ref}, 'Fit'])
  for (const {dict} of pages) if (dict.has('Annots')) dict.set('Tabs', 'S')
}

function isRightToLeft(lang: string): boolean {
  return /^(?:ar|fa|he|ps|ur|ug|yi|dv|ckb|sd)(?:-|$)/i.test(lang)
}
