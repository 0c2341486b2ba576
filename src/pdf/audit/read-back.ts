import {indexContent, isSpoken, spokenText} from '../content/read-text.ts'
import {inReadingOrder} from '../content/reading-order.ts'
import type {PdfDocument} from '../document.ts'
import {targetsOf} from '../finish/links.ts'
import {catalogOf, listOf, maybeDict} from '../objects/lookup.ts'
import {isArray, isNumber, isRef, isString, type PdfDict} from '../objects/values.ts'
import {contentOf, isInlineType, isMarkedContent, isStructElement, type StructElement} from '../structure/structure.ts'

/** What a finished PDF says, and where: as a reader meets it. */
export interface ReadBack {
  /** In points. */
  readonly pages: readonly {readonly width: number; readonly height: number}[]
  /** In reading order, without the notes and without what stands in pictures. */
  readonly body: readonly ReadText[]
  readonly notes: readonly ReadNote[]
  /** Links to places in the document, with their text and the pages that they stand on and lead to. */
  readonly links: readonly ReadLink[]
  /** Text of all kinds, that of pictures and of running heads among it. */
  readonly all: readonly ReadText[]
}

export interface ReadText {
  /** Texts of one paragraph, cell or the like have the same number. */
  readonly block: number
  /** From 1. */
  readonly page: number
  readonly text: string
  /** Where its line begins, in points from the page's lower left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** The direction of its line, from `[1, 0]` for one that runs to the right. */
  readonly direction: readonly [x: number, y: number]
}

export interface ReadNote {
  readonly id: string
  readonly texts: readonly ReadText[]
}

export interface ReadLink {
  readonly id: string
  readonly text: string
  /** Of its first piece. */
  readonly page: number
  /** The page that its target stands on; undefined where the document has no such place. */
  readonly target: number | undefined
  /** In a table of contents. */
  readonly isEntry: boolean
  /** The id of the note that it stands in. */
  readonly note?: string | undefined
}

export function readBack(document: PdfDocument): ReadBack {
  const {file, structure, pages} = document
  const read = reader(document)
  const [body, notes, links]: [ReadText[], ReadNote[], ReadLink[]] = [[], [], []]
  const pageOf = destinations(document)
  let blocks = 0
  const visit = (element: StructElement, texts: ReadText[], {isEntry, note, block}: Within): void => {
    if (element.type === 'Figure' || (element.type === 'Lbl' && texts === body)) return
    const target = element.type === 'Link' ? targetsOf(file, element)[0]?.id : undefined
    if (target !== undefined)
      links.push({
        ...linkOf(
          contentOf(element).flatMap((content) => read(content, block)),
          target,
        ),
        target: pageOf(target),
        isEntry,
        note,
      })
    for (const kid of element.kids) {
      if (isMarkedContent(kid)) texts.push(...read(kid, block))
      else if (isStructElement(kid)) {
        const within = {isEntry: isEntry || kid.type === 'TOCI', note}
        visitKid(kid, texts, {...within, block: isInlineType(kid.type) ? block : ++blocks})
      }
    }
  }
  const visitKid = (kid: StructElement, texts: ReadText[], within: Within): void => {
    if (kid.type !== 'Note') return visit(kid, texts, within)
    const id = kid.entries.get('ID')
    const note = {id: isString(id) ? id.bytes : '', texts: []}
    notes.push(note)
    visit(kid, note.texts, {...within, note: note.id})
  }
  visit(structure, body, {isEntry: false, block: 0})
  const inOrder = notes.map(({id, texts}) => ({id, texts: ordered(texts)}))
  const sizes = pages.map(({dict}) => sizeOf(dict))
  return {pages: sizes, body: ordered(body), notes: inOrder, links, all: allTexts(document)}
}

type Within = Pick<ReadLink, 'isEntry' | 'note'> & Pick<ReadText, 'block'>

/** Block by block and page by page, as it is read. */
function ordered(texts: readonly ReadText[]): ReadText[] {
  const runs: ReadText[][] = []
  for (const text of texts) {
    const last = runs.at(-1)
    if (last?.[0]?.block === text.block && last[0].page === text.page) last.push(text)
    else runs.push([text])
  }
  return runs.flatMap((run) => inReadingOrder(run))
}

function linkOf(texts: readonly ReadText[], id: string): Omit<ReadLink, 'target' | 'isEntry'> {
  return {id, text: texts.map(({text}) => text).join(''), page: texts[0]?.page ?? 0}
}

function reader({pages}: PdfDocument): (content: {page: number; mcid: number}, block: number) => ReadText[] {
  const {piecesOf} = indexContent(pages)
  const numbers = new Map(pages.map(({ref, fonts}, index) => [ref, {number: index + 1, fonts}]))
  return (content, block) => {
    const page = numbers.get(content.page)
    if (page === undefined) return []
    return (piecesOf(content)?.spoken ?? []).map((piece) => ({
      block,
      page: page.number,
      ...spokenText(piece, page.fonts),
    }))
  }
}

function allTexts({pages}: PdfDocument): ReadText[] {
  return pages.flatMap(({pieces, fonts}, index) =>
    pieces.flatMap((piece) => (isSpoken(piece) ? [{block: 0, page: index + 1, ...spokenText(piece, fonts)}] : [])),
  )
}

function sizeOf(page: PdfDict): {width: number; height: number} {
  // For a print shop there is a larger sheet around what was printed.
  const box = page.get('BleedBox') ?? page.get('MediaBox')
  const [, , width, height] = isArray(box) ? box : []
  return {width: isNumber(width) ? width : 0, height: isNumber(height) ? height : 0}
}

/** The pages of the document's named places. */
function destinations({file, pages}: PdfDocument): (id: string) => number | undefined {
  const names = maybeDict(file, catalogOf(file).get('Dests'))
  const numbers = new Map(pages.map(({ref}, index) => [ref, index + 1]))
  return (id) => {
    const [page] = listOf(file, names?.get(Buffer.from(id, 'utf8').toString('latin1')))
    return isRef(page) ? numbers.get(page.ref) : undefined
  }
}
