import {addObject, catalogOf, maybeDict} from '../objects/lookup.ts'
import {dictOf, isString, type PdfDict, type PdfFile, type PdfRef, type PdfValue} from '../objects/values.ts'
import {isMarkedContent, isStructElement, type StructElement, type StructKid} from './structure.ts'

interface Writing {
  readonly pdf: PdfFile
  /** For each page, by its object, the elements of its marked content. */
  readonly contents: Map<number, PdfRef[]>
  /** The elements of annotations, by the annotation's object. */
  readonly annotations: Map<number, PdfRef>
  readonly ids: Map<string, PdfRef>
}

/**
 * Puts a tree of tags in the place of the one in the file, of which nothing is left when it is written: its elements, the ways back from a page's content and from
 * annotations to them (ParentTree), and the index of ids.
 *
 * @param roleMap the standard types that other types stand for
 */
export function writeStructure(pdf: PdfFile, root: StructElement, roleMap: Readonly<Record<string, string>>): void {
  const writing: Writing = {pdf, contents: new Map(), annotations: new Map(), ids: new Map()}
  const dict: PdfDict = dictOf({Type: 'StructTreeRoot'})
  const ref = addObject(pdf, dict)
  const kids = root.kids.filter((kid) => isStructElement(kid)).map((kid) => writeElement(kid, ref, writing))
  dict.set('K', one(kids))
  if (Object.keys(roleMap).length > 0) dict.set('RoleMap', dictOf(roleMap))
  dict.set('ParentTree', addObject(pdf, writeParentTree(writing)))
  dict.set('ParentTreeNextKey', writing.contents.size + writing.annotations.size)
  if (writing.ids.size > 0) dict.set('IDTree', addObject(pdf, writeIdTree(writing.ids)))
  catalogOf(pdf).set('StructTreeRoot', ref)
}

function writeElement(element: StructElement, parent: PdfRef, writing: Writing): PdfRef {
  const {pdf, ids} = writing
  const dict: PdfDict = new Map<string, PdfValue>([
    ['Type', 'StructElem'],
    ['S', element.type],
    ['P', parent],
    ...element.entries,
  ])
  const ref = addObject(pdf, dict)
  const page = pageOf(element)
  if (page !== undefined) dict.set('Pg', {ref: page})
  const id = element.entries.get('ID')
  if (isString(id)) ids.set(id.bytes, ref)
  const kids = element.kids.map((kid) => writeKid(kid, {ref, page}, writing))
  if (kids.length > 0) dict.set('K', one(kids))
  return ref
}

/** The page of its first content: its other kids name theirs where it is another. */
function pageOf({kids}: StructElement): number | undefined {
  for (const kid of kids) if (!isStructElement(kid)) return kid.page
  return undefined
}

function writeKid(
  kid: StructKid,
  {ref, page}: {readonly ref: PdfRef; readonly page: number | undefined},
  writing: Writing,
): PdfValue {
  if (isStructElement(kid)) return writeElement(kid, ref, writing)
  const elsewhere = kid.page === page ? undefined : {ref: kid.page}
  if (isMarkedContent(kid)) {
    const contents = writing.contents.get(kid.page) ?? []
    contents[kid.mcid] = ref
    writing.contents.set(kid.page, contents)
    return elsewhere === undefined ? kid.mcid : dictOf({Type: 'MCR', Pg: elsewhere, MCID: kid.mcid})
  }
  writing.annotations.set(kid.object, ref)
  return dictOf({Type: 'OBJR', Pg: elsewhere, Obj: {ref: kid.object}})
}

/** One kid stands for itself. */
function one(kids: PdfValue[]): PdfValue {
  const [first] = kids
  return kids.length === 1 && first !== undefined ? first : kids
}

/** Numbers pages and annotations anew: a page's number leads to a list, an annotation's to its element. */
function writeParentTree({pdf, contents, annotations}: Writing): PdfDict {
  const numbers: PdfValue[] = []
  let key = 0
  const add = (object: number, entry: string, value: PdfValue): void => {
    maybeDict(pdf, {ref: object})?.set(entry, key)
    numbers.push(key++, value)
  }
  for (const [page, list] of contents)
    add(
      page,
      'StructParents',
      addObject(
        pdf,
        Array.from(list, (ref: PdfRef | undefined) => ref ?? null),
      ),
    )
  for (const [annotation, ref] of annotations) add(annotation, 'StructParent', ref)
  return dictOf({Nums: numbers})
}

/** In the order of their bytes, as a name tree must be. */
function writeIdTree(ids: ReadonlyMap<string, PdfRef>): PdfDict {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1))
  return dictOf({Names: sorted.flatMap(([id, ref]) => [{bytes: id}, ref])})
}
