import {addObject, catalogOf, maybeDict} from '../objects/lookup.ts'
import {dictOf, isRef, type PdfDict, type PdfFile, type PdfRef, type PdfValue} from '../objects/values.ts'

/** An entry of an outline, by the level of its heading. */
export interface OutlineEntry {
  readonly ref: PdfRef
  readonly dict: PdfDict
  readonly level: number
}

/** The entries of a file's outline in order. Before its tags are dropped, which say the levels. */
export function readOutline(file: PdfFile): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const visit = (value: PdfValue | undefined): void => {
    for (let at = value, dict = maybeDict(file, at); dict !== undefined && isRef(at); dict = maybeDict(file, at)) {
      const type = maybeDict(file, dict.get('SE'))?.get('S')
      const level = typeof type === 'string' ? /^H([1-6])$/.exec(type)?.[1] : undefined
      entries.push({ref: at, dict, level: Number(level ?? 1)})
      visit(dict.get('First'))
      at = dict.get('Next')
    }
  }
  visit(maybeDict(file, catalogOf(file).get('Outlines'))?.get('First'))
  return entries
}

/** One outline of all entries: each belongs to the last one before it whose heading is of a higher level. */
export function joinOutlines(file: PdfFile, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return
  const root = dictOf({Type: 'Outlines'})
  const open: OutlineEntry[] = [{ref: addObject(file, root), dict: root, level: 0}]
  for (const entry of entries) {
    for (const name of ['Prev', 'Next', 'First', 'Last', 'Count', 'SE']) entry.dict.delete(name)
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop()
    const parent = open.at(-1)
    if (parent) append(file, parent, entry)
    for (const {dict} of open) dict.set('Count', Number(dict.get('Count') ?? 0) + 1)
    open.push(entry)
  }
  const [outlines] = open
  if (outlines) catalogOf(file).set('Outlines', outlines.ref)
}

function append(file: PdfFile, parent: OutlineEntry, {ref, dict}: OutlineEntry): void {
  const last = parent.dict.get('Last')
  dict.set('Parent', parent.ref)
  if (isRef(last)) {
    dict.set('Prev', last)
    maybeDict(file, last)?.set('Next', ref)
  } else parent.dict.set('First', ref)
  parent.dict.set('Last', ref)
}
