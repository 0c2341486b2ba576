import type {PdfDocument} from '../document.ts'
import {isString} from '../objects/values.ts'
import {
  isInlineType,
  isStructElement,
  makeElement,
  walkElements,
  type StructElement,
  type StructKid,
} from '../structure/structure.ts'
import {targetsOf} from './links.ts'

/**
 * Has each note read right after the paragraph, table or list item that calls it first, unless the author wants them all
 * at the end, where they are; and marks calls as references.
 * After tagNotes and wrapListBodies.
 */
export function placeNotes(
  document: PdfDocument,
  {notesLast = false}: {readonly notesLast?: boolean | undefined} = {},
): void {
  const {notes, homes, calls} = collect(document)
  for (const {id, link, above} of calls) if (notes.has(id)) tagCall(link, above.at(-1))
  if (notesLast) return
  const placed = new Set<string>()
  for (const {id, above, link} of calls) {
    const note = notes.get(id)
    if (note === undefined || placed.has(id) || above.includes(note)) continue
    placed.add(id)
    moveNote(note, homes, [...above, link])
  }
}

interface Call {
  /** Where it leads. */
  readonly id: string
  readonly link: StructElement
  readonly above: readonly StructElement[]
}

function collect({file, structure}: PdfDocument) {
  const homes = new Map<StructElement, StructElement>()
  const notes = new Map<string, StructElement>()
  const calls: Call[] = []
  for (const {element, above} of walkElements(structure)) {
    const [parent, id] = [above.at(-1), element.entries.get('ID')]
    if (element.type === 'Note' && isString(id) && parent !== undefined) {
      notes.set(id.bytes, element)
      homes.set(element, parent)
    }
    const target = element.type === 'Link' ? targetsOf(file, element)[0]?.id : undefined
    if (target !== undefined) calls.push({id: target, link: element, above})
  }
  return {homes, notes, calls}
}

function tagCall(link: StructElement, parent: StructElement | undefined): void {
  if (parent === undefined || parent.type === 'Reference') return
  parent.kids = parent.kids.map((kid) => (kid === link ? makeElement('Reference', [link]) : kid))
}

/** Types that a note may stand in; in a table or a list it may only in an item's body. */
const hosts = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Aside', 'LBody'])

/**
 * @param homes what each note stands in at present
 * @param path the elements that the call stands in, outermost first, and the call
 */
function moveNote(note: StructElement, homes: Map<StructElement, StructElement>, path: readonly StructElement[]): void {
  const [outer, block] = hostOf(path)
  // A note that calls another has been moved itself.
  const host = block === undefined ? undefined : (homes.get(block) ?? outer)
  const home = homes.get(note)
  if (host === undefined || block === undefined || home === undefined) return
  home.kids = home.kids.filter((kid) => kid !== note)
  const at = endOfRun(host.kids, block)
  host.kids = [...host.kids.slice(0, at), note, ...host.kids.slice(at)]
  homes.set(note, host)
}

/** Behind the block, or behind the line of text that the call is a part of; and behind the notes that follow there. */
function endOfRun(kids: readonly StructKid[], block: StructElement): number {
  let at = kids.findIndex((kid) => kid === block || (isStructElement(kid) && kid.kids.includes(block))) + 1
  if (block.type === 'Link') while (at < kids.length && isInline(kids[at])) at++
  while (at < kids.length && isNote(kids[at])) at++
  return at
}

function isInline(kid: StructKid | undefined): boolean {
  return !isStructElement(kid) || isInlineType(kid.type)
}

function isNote(kid: StructKid | undefined): boolean {
  return isStructElement(kid) && kid.type === 'Note'
}

/** The innermost host that is not within a table, and the kid of it in which the note is called. */
function hostOf(path: readonly StructElement[]): [host?: StructElement, block?: StructElement] {
  const table = path.findIndex(({type}) => type === 'Table' || type === 'TOC' || type === 'Figure')
  const outside = table < 0 ? path : path.slice(0, table + 1)
  const at = outside.findLastIndex(({type}, index) => hosts.has(type) && index < outside.length - 1)
  const [host, block] = [outside[at], outside[at + 1]]
  return host === undefined || block === undefined ? [] : [host, block]
}
