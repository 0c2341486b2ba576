import type {PdfDocument} from '../document.ts'
import {catalogOf, resolve} from '../objects/lookup.ts'
import {readBytes} from '../objects/streams.ts'
import {isStream} from '../objects/values.ts'
import {annotationRules} from './annotation-rules.ts'
import {contentRules} from './content-rules.ts'
import {documentRules} from './document-rules.ts'
import {fontRules} from './font-rules.ts'
import {makeUaFile, type Rule} from './rule.ts'
import {structureRules} from './structure-rules.ts'
import {tableRules} from './table-rules.ts'

/** The rules of PDF/UA-1 that are checked over every finished file, by the numbers that veraPDF gives to its tests. */
export const uaRules: readonly Rule[] = [
  ...documentRules,
  ...contentRules,
  ...structureRules,
  ...tableRules,
  ...annotationRules,
  ...fontRules,
]

/** How many of the machine-checkable rules these are. */
export const ruleCount = new Set(uaRules.flatMap(({ids}) => ids)).size

export interface UaRequest {
  /** The finished file, and the same opened. */
  readonly pdf: Uint8Array
  readonly document: PdfDocument
  /** There are characters that no font of the template has: of their glyphs nothing can be promised. */
  readonly isUncovered: boolean
}

/** @returns what is against the standard, each with the clause: nothing for a file that conforms */
export function checkPdfUa({pdf, document, isUncovered}: UaRequest): string[] {
  const [header = ''] = Buffer.from(pdf.subarray(0, 16)).toString('latin1').split(/\r?\n/)
  const metadata = resolve(document.file, catalogOf(document.file).get('Metadata'))
  const xmp = isStream(metadata) ? Buffer.from(readBytes(metadata)).toString('utf8') : undefined
  const file = makeUaFile(document, header, xmp)
  const rules = isUncovered ? uaRules.filter((rule) => !fontRules.includes(rule)) : uaRules
  return rules.flatMap(({ids, check}) =>
    [...new Set(check(file))].map((fault) => `${fault} (PDF/UA-1, ${clausesOf(ids)})`),
  )
}

function clausesOf(ids: readonly string[]): string {
  return [...new Set(ids.map((id) => id.replace(/-t\d+$/, '')))].join(', ')
}
