import {catalogOf, listOf, maybeDict, resolve} from '../objects/lookup.ts'
import {isDict, isNumber, isRef, type PdfDict, type PdfFile, type PdfValue} from '../objects/values.ts'
import {makeElement, type StructElement, type StructKid} from './structure.ts'

/**
 * Reads the tree of tags. Its root stands for the file's StructTreeRoot and has the type `StructTreeRoot`.
 *
 * @throws Error when the file has none: the browser was not asked for tags
 */
export function readStructure(pdf: PdfFile): StructElement {
  const root = maybeDict(pdf, catalogOf(pdf).get('StructTreeRoot'))
  if (root === undefined) throw new Error('The PDF has no tags')
  const kids = listOf(pdf, root.get('K')).flatMap((kid) => readKid(pdf, kid, undefined))
  return makeElement('StructTreeRoot', kids)
}

/** Entries that say where in the tree an element stands: they follow from the tree. */
const placed = new Set(['Type', 'S', 'P', 'K', 'Pg'])

function readKid(pdf: PdfFile, kid: PdfValue, page: number | undefined): StructKid[] {
  if (isNumber(kid)) return page === undefined ? [] : [{page, mcid: kid}]
  const dict = resolve(pdf, kid)
  if (!isDict(dict)) return []
  const own = dict.get('Pg')
  const on = isRef(own) ? own.ref : page
  const type = dict.get('Type')
  if (type === 'MCR' || type === 'OBJR') return on === undefined ? [] : readReference(dict, on)
  const kids = listOf(pdf, dict.get('K')).flatMap((one) => readKid(pdf, one, on))
  const name = dict.get('S')
  return [makeElement(typeof name === 'string' ? name : 'NonStruct', kids, entriesOf(dict))]
}

function readReference(dict: PdfDict, page: number): StructKid[] {
  const [object, mcid] = [dict.get('Obj'), dict.get('MCID')]
  if (isRef(object)) return [{page, object: object.ref}]
  return isNumber(mcid) ? [{page, mcid}] : []
}

function entriesOf(dict: PdfDict): PdfDict {
  const entries: PdfDict = new Map()
  for (const [key, value] of dict) if (!placed.has(key)) entries.set(key, value)
  return entries
}
