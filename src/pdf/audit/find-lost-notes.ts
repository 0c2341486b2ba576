import type {Expected} from './audit-pdf.ts'
import {areSameLetters, byDirection, comparing, quoted, writtenAt} from './comparable.ts'
import type {ReadBack, ReadLink, ReadNote} from './read-back.ts'

/** Every note whole and once, beginning on the page of its first call, in the order of the calls. */
export function findLostNotes(read: ReadBack, {notes, uncovered}: Expected): string[] {
  const compare = comparing(uncovered)
  const found = new Map<string, ReadNote[]>()
  for (const note of read.notes) found.set(note.id, [...(found.get(note.id) ?? []), note])
  const calls = firstCalls(read)
  const faults = notes.flatMap(({id, text, line}) => {
    const [note, ...more] = found.get(id) ?? []
    if (note === undefined) return [`${id} ${quoted(text)}${writtenAt(line)} is lost`]
    if (more.length > 0) return [`${id} ${quoted(text)}${writtenAt(line)} stands in the PDF ${more.length + 1} times`]
    return [...findChanged(note, text, compare), ...findMoved(note, calls.get(id), found)].map(
      (fault) => fault + writtenAt(line),
    )
  })
  const known = new Set(notes.map(({id}) => id))
  const strange = read.notes.filter(({id}) => !known.has(id)).map(({id}) => `${id} is not a note of the document`)
  return [...faults, ...strange, ...findDisorder(read, calls)]
}

interface Call {
  readonly page: number
  /** The id of the note that it stands in. */
  readonly note: string | undefined
}

/** Each note's first call, in the order in which notes stand: one that is called in a note follows it. */
function firstCalls({links}: ReadBack): ReadonlyMap<string, Call> {
  const calls = new Map<string, Call>()
  const within = new Map<string | undefined, ReadLink[]>()
  for (const link of links) {
    const beside = within.get(link.note)
    if (beside === undefined) within.set(link.note, [link])
    else beside.push(link)
  }
  const add = ({id, page, note}: ReadLink): void => {
    if (calls.has(id)) return
    calls.set(id, {page, note})
    within.get(id)?.forEach(add)
  }
  within.get(undefined)?.forEach(add)
  return calls
}

function findChanged(note: ReadNote, text: string, compare: (text: string) => string): string[] {
  const says = note.texts.map((one) => one.text).join('')
  const [found, wanted] = [byDirection(compare(says)), byDirection(compare(text))]
  const isWhole =
    wanted.mirrored === ''
      ? found.others === wanted.others && found.mirrored === ''
      : found.mirrored === wanted.mirrored && areSameLetters(found.others, wanted.others)
  if (isWhole) return []
  return [
    `${note.id} says ${quoted(says)} on page ${note.texts[0]?.page ?? '?'}, expected ${quoted(text)}, whole and once`,
  ]
}

/** What a note calls that runs on begins where that note ends, if there is no room before. */
function findMoved(
  {id, texts}: ReadNote,
  call: Call | undefined,
  notes: ReadonlyMap<string, readonly ReadNote[]>,
): string[] {
  const pages = [...new Set(texts.map(({page}) => page))]
  if (call === undefined) return [`${id} is called nowhere`]
  const last = notes.get(call.note ?? '')?.[0]?.texts.at(-1)?.page ?? call.page
  const [begin = 0] = pages
  if (begin < call.page || begin > last) {
    return [`${id} begins on page ${begin}, expected page ${call.page}, where it is called`]
  }
  const gap = pages.findIndex((page, index) => index > 0 && page !== (pages[index - 1] ?? 0) + 1)
  return gap < 0 ? [] : [`${id} continues on page ${pages[gap]}, expected page ${(pages[gap - 1] ?? 0) + 1}`]
}

/** By page and by height, notes follow one another as their calls do. */
function findDisorder({notes}: ReadBack, calls: ReadonlyMap<string, Call>): string[] {
  const order = [...calls.keys()]
  const rank = new Map(order.map((id, index) => [id, index]))
  const sorted = notes.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
  return sorted.flatMap((note, index) => {
    const [before, first, last] = [sorted[index - 1], note.texts[0], sorted[index - 1]?.texts.at(-1)]
    if (before === undefined || first === undefined || last === undefined) return []
    const isBehind = first.page > last.page || (first.page === last.page && first.y < last.y + last.size / 2)
    return isBehind ? [] : [`${note.id} on page ${first.page} stands before ${before.id}, which is called earlier`]
  })
}
