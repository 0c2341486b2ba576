import type {ExtractRequest, PartHtml} from '../pages/measured.ts'
import type {Galley} from './measure.ts'
import type {Piece} from './pieces.ts'
import {divert, idOf} from './links.ts'

/**
 * The pieces before which the document can be parted: those that begin a child of the column. Within a child, a part
 * would have to know what the other part of it is like.
 */
export function findCuts(pieces: readonly Piece[], column: Element): number[] {
  if (column.parentElement !== document.body) return []
  let last: Node | undefined
  return pieces.flatMap((piece, index) => {
    const top = childOf(column, piece)
    const isCut = top !== last && top instanceof HTMLElement && index > 0
    last = top
    return isCut ? [index] : []
  })
}

function childOf(column: Element, {anchor}: Piece): Node | undefined {
  let node: Node | null =
    anchor.kind === 'row' ? anchor.row : anchor.kind === 'block' ? anchor.node : (anchor.nodes[0] ?? null)
  while (node !== null && node.parentNode !== column) node = node.parentNode
  return node ?? undefined
}

/**
 * The document in parts, each a document of its own as HTML: what surrounds the column, and of the column and the notes
 * what the part has. The blocks on either side of it stay as empty, unseen elements, because rules of style look at
 * neighbours. What lies in another part is linked by an address of our own: see links.ts.
 */
export function extractParts({element, notesElement, pieces, heads}: Galley, {parts}: ExtractRequest): PartHtml[] {
  for (const {copy} of heads) copy.remove()
  const notes = [...notesElement.querySelectorAll<HTMLElement>('.note')]
  const [before = '', between = '', after = ''] = surroundings(element, notesElement)
  return parts.map(({first, end, firstNote, endNote}) => {
    const column = copyOf(element, childAt(element, pieces[first]), childAt(element, pieces[end]))
    const own = notes.slice(firstNote, endNote)
    const noteColumn = copyOf(notesElement, own[0] ?? null, own.at(-1)?.nextElementSibling ?? null)
    if (own.length === 0) noteColumn.replaceChildren()
    divertLinks([column, noteColumn], new Set(own.map(({id}) => id)))
    return {html: before + column.innerHTML + between + noteColumn.innerHTML + after}
  })
}

function childAt(column: Element, piece: Piece | undefined): Node | null {
  return (piece === undefined ? undefined : childOf(column, piece)) ?? null
}

/** Without the children before `first`, and from `end` on. */
function copyOf(column: HTMLElement, first: Node | null, end: Node | null): HTMLElement {
  const copy = column.cloneNode(false) as HTMLElement
  const previous = first === column.firstElementChild ? null : previousOf(first)
  if (previous) copy.append(unseen(previous))
  for (let node = first ?? column.firstChild; node !== null && node !== end; node = node.nextSibling) {
    copy.append(node.cloneNode(true))
  }
  if (end instanceof Element) copy.append(unseen(end))
  keepLeadingBreaks(copy)
  return copy
}

function previousOf(node: Node | null): Element | null {
  return node instanceof Element ? node.previousElementSibling : null
}

function unseen(element: Element): HTMLElement {
  const copy = element.cloneNode(false) as HTMLElement
  copy.removeAttribute('id')
  copy.setAttribute('data-paginator', 'neighbour')
  copy.style.setProperty('display', 'none', 'important')
  return copy
}

/** HTML loses the first line break of preformatted text. */
function keepLeadingBreaks(copy: HTMLElement): void {
  for (const text of copy.querySelectorAll('pre')) if (text.textContent.startsWith('\n')) text.prepend('\n')
}

/** Calls of the part's own notes stay as they are until they have been counted. */
function divertLinks(columns: readonly HTMLElement[], own: ReadonlySet<string>): void {
  for (const column of columns) {
    for (const link of column.querySelectorAll('a[href^="#"]')) {
      if (!own.has(idOf(link)) || link.closest('.note-call') === null) divert(link)
    }
  }
}

/** What stands before the column's content, between it and the notes, and after them. */
function surroundings(column: HTMLElement, notes: HTMLElement): string[] {
  const root = document.documentElement.cloneNode(false) as HTMLElement
  const body = document.body.cloneNode(false) as HTMLElement
  // Stand for the children of the two in the document around them.
  const marks = ['brief-column-here', 'brief-notes-here'] as const
  for (const node of document.body.childNodes) {
    const isOwn = node === column || node === notes
    const copy = body.appendChild(node.cloneNode(!isOwn))
    if (isOwn) copy.textContent = node === column ? marks[0] : marks[1]
  }
  root.append(document.head.cloneNode(true), body)
  return `<!doctype html>\n${root.outerHTML}`.split(new RegExp(marks.join('|')))
}
