import type {PdfDocument} from '../document.ts'
import {isArray, isDict, isString, type PdfString, type PdfValue} from '../objects/values.ts'
import {allElements} from '../structure/structure.ts'

/**
 * Numbers the ids of table heads anew, in reading order. The browser counts them on from whatever it did before, so the
 * same brief would not give the same bytes.
 *
 * @param known how many have been numbered before, in other parts of the document
 * @returns how many there are then
 */
export function renumberIds({structure}: Pick<PdfDocument, 'structure'>, known: number): number {
  const renamed = new Map<string, PdfString>()
  for (const element of allElements(structure)) {
    const id = element.entries.get('ID')
    if (!isString(id) || !browserId.test(id.bytes)) continue
    const fresh = {bytes: `head-${known + renamed.size + 1}`}
    renamed.set(id.bytes, fresh)
    element.entries.set('ID', fresh)
  }
  for (const element of allElements(structure)) {
    const attributes = element.entries.get('A')
    if (attributes !== undefined) renameHeaders(attributes, renamed)
  }
  return known + renamed.size
}

const browserId = /^node\d+$/

function renameHeaders(attributes: PdfValue, renamed: ReadonlyMap<string, PdfString>): void {
  if (isArray(attributes)) for (const member of attributes) renameHeaders(member, renamed)
  if (!isDict(attributes)) return
  const headers = attributes.get('Headers')
  if (!isArray(headers)) return
  attributes.set(
    'Headers',
    headers.map((id) => (isString(id) ? (renamed.get(id.bytes) ?? id) : id)),
  )
}
